import { TAKE_BACK_MS } from '@diemcau/domain/floor';
import type { Command, Live } from '@diemcau/domain/live';
import { ROW_BACK_MS } from '@diemcau/domain/run-sheet';

/** The last act of "Tiếp" or of ending a speech, which may be taken back until a moment on the server's clock. */
export type TakeBack = {
  readonly of: 'step' | 'end';
  readonly command: Extract<Command, { type: 'runSheet.takeBack' | 'floor.takeBackGrant' | 'floor.takeBack' }>;
  readonly until: number;
};

const ofRow = ({ runSheet, conference }: Live): TakeBack | null => {
  const { last, currentId } = runSheet;
  if (!last || currentId === null || conference.status === 'absent') return null;
  // The opening stays (R6).
  if (last.row.act.kind === 'opening' && conference.openedAt === last.at) return null;
  return { of: 'step', command: { type: 'runSheet.takeBack', rowId: currentId }, until: last.at + ROW_BACK_MS };
};

const ofGrant = ({ floor: { turn, granted } }: Live): TakeBack | null =>
  turn && granted?.turnId === turn.turnId
    ? {
        of: 'step',
        command: { type: 'floor.takeBackGrant', turnId: turn.turnId },
        until: turn.grantedAt + TAKE_BACK_MS,
      }
    : null;

const ofEnd = ({ floor: { turn, ended } }: Live): TakeBack | null =>
  ended && !turn && !ended.byNext
    ? { of: 'end', command: { type: 'floor.takeBack', turnId: ended.turn.turnId }, until: ended.at + TAKE_BACK_MS }
    : null;

/** The latest of them; of one "Tiếp" that did several things, the whole. */
export const takeBackOf = (live: Live): TakeBack | null => {
  const row = ofRow(live);
  const floor = live.conference.status === 'open' ? (ofGrant(live) ?? ofEnd(live)) : null;
  if (row === null || floor === null) return row ?? floor;
  return floor.until > row.until ? floor : row;
};
