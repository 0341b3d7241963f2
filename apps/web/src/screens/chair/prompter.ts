import type { SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { MediaState, Presence } from '@diemcau/domain/wire';

import {
  type Called,
  type Cue,
  comingUp,
  cueOf,
  type EndedView,
  endedView,
  nextAct,
  type NextAct,
  type Readiness,
  readinessOf,
  siteOf,
  type TurnView,
  turnView,
} from '../../floor/index.ts';
import type { Names } from '../../live/index.ts';

/** So many who come after the next one are named; the rest is a number. */
const NAMED_AFTER = 2;

export type Prompter = {
  readonly cue: Cue;
  readonly turn: TurnView | null;
  readonly ended: EndedView | null;
  /** Between speeches: the site on air, or null for the title card. */
  readonly onAirName: string | null;
  readonly isOnAir: boolean;
  readonly next: NextAct;
  /** Who will be called, also while the conference is paused or not open yet; null: nobody, or it is over. */
  readonly called: Called | null;
  /** Whether the next site can be called; null when there is no next. */
  readonly readiness: Readiness | null;
  readonly after: readonly Called[];
  /** How many wait besides those who are named. */
  readonly more: number;
};

/** A cue longer than this is set a little closer, so that it stays in view whole; never smaller than 54 px. */
const LONG_CUE = 215;

/** Whether the sentence to say is long: by its names, positions and places, which are what makes it so. */
export const isLongCue = (cue: Cue): boolean => {
  if (cue.status !== 'turn') return false;
  const parts = [
    cue.thank?.person?.name,
    cue.invite?.person?.name,
    cue.invite?.person?.position,
    cue.invite?.site?.name,
    cue.invite?.site?.province,
  ];
  return parts.reduce((sum, part) => sum + (part?.length ?? 0), 0) > LONG_CUE;
};

export type Known = {
  readonly live: Live;
  readonly names: Names;
  readonly media: MediaState | null;
  readonly presence: Presence | null;
  readonly answered: ReadonlySet<SiteId>;
  readonly limitSeconds: number | null;
};

/** What the chair reads: the words to say, who speaks, who is next and whether ready, then who. */
export const prompterView = ({ live, names, media, presence, answered, limitSeconds }: Known): Prompter => {
  const { onAir } = live.programme;
  const next = nextAct(live, names, limitSeconds);
  const isOver = live.conference.status === 'closed';
  const [called = null, ...after] = isOver ? [] : comingUp(live, names, 1 + NAMED_AFTER);
  const named = after.length + (called ? 1 : 0);
  return {
    cue: cueOf(live, names),
    turn: turnView(live, names, media),
    ended: endedView(live, names),
    onAirName: onAir.kind === 'site' ? (siteOf(names, onAir.siteId)?.name ?? null) : null,
    isOnAir: onAir.kind === 'site',
    next,
    called,
    readiness: called ? readinessOf(live, { presence, answered }, called.siteId) : null,
    after,
    more: isOver ? 0 : live.floor.queue.length - named,
  };
};

/** The sites whose line the prompter asks about: who speaks and who is next. */
export const prompterSites = ({ floor }: Live): readonly SiteId[] => {
  const speaker = floor.turn ? [floor.turn.siteId] : [];
  const first = floor.queue[0];
  return [...new Set([...speaker, ...floor.standby.map((s) => s.siteId), ...(first ? [first.siteId] : [])])];
};
