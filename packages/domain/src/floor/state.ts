import type { RequestId, SiteId, SpeakerId, TurnId } from '../kernel/index.ts';
import type { SpeechKind, Standby } from './messages.ts';

export type Request = {
  readonly requestId: RequestId;
  readonly siteId: SiteId;
  readonly speakerId: SpeakerId;
  readonly kind: SpeechKind;
  readonly askedAt: number;
};

/**
 * A speech. Its clock runs from `startedAt`, minus what it stood still (`stoppedMs`, and since
 * `interruptedAt` while the site is missing). Times in ms since the epoch.
 */
export type Turn = {
  readonly turnId: TurnId;
  readonly requestId: RequestId | null;
  readonly siteId: SiteId;
  readonly speakerId: SpeakerId | null;
  readonly kind: SpeechKind;
  readonly limitSeconds: number | null;
  readonly grantedAt: number;
  readonly startedAt: number | null;
  readonly stoppedMs: number;
  readonly interruptedAt: number | null;
};

export type Spoken = { readonly times: number; readonly ms: number };

export type Floor = {
  /** In the order in which the floor will be given. Only desks get it. */
  readonly queue: readonly Request[];
  /** Grows with each request, withdrawal and move; a move carries the one that it saw. */
  readonly queueVersion: number;
  readonly standbyMode: 'auto' | 'manual';
  readonly standby: readonly Standby[];
  readonly turn: Turn | null;
  /** The last speech, which may be taken back for a moment unless another was granted; `silenced`: it comes back so. */
  readonly ended: { readonly turn: Turn; readonly at: number; readonly silenced: boolean } | null;
  /** Sites whose microphone was shut while they keep their turn (or, the hall, its right to interject). */
  readonly silenced: readonly SiteId[];
  readonly spoken: Readonly<Record<string, Spoken>>;
};

export const emptyFloor: Floor = {
  queue: [],
  queueVersion: 0,
  standbyMode: 'auto',
  standby: [],
  turn: null,
  ended: null,
  silenced: [],
  spoken: {},
};

/** Ms that a speech has lasted at `now`, without the time in which its clock stood still. */
export const elapsedMs = (turn: Turn, now: number): number =>
  turn.startedAt === null ? 0 : Math.max(0, (turn.interruptedAt ?? now) - turn.startedAt - turn.stoppedMs);
