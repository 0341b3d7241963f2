import { TAKE_BACK_MS } from '@diemcau/domain/floor';
import type { Command } from '@diemcau/domain/live';

/** An act that may be taken back until a moment on the server's clock: the end of a speech, or a "Tiếp". */
export type Back = {
  readonly of: 'end' | 'step';
  readonly command: Command;
  readonly until: number;
  /** What it was: "Đã kết thúc lượt của …". */
  readonly said: string;
};

/** Whole seconds in which it can be taken back; 0 when it is too late. */
export const backSeconds = (back: Pick<Back, 'until'> | null, nowMs: number): number =>
  back === null ? 0 : Math.max(0, Math.min(TAKE_BACK_MS / 1000, Math.ceil((back.until - nowMs) / 1000)));
