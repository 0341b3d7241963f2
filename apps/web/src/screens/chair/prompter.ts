import type { SiteId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import type { MediaState, Presence } from '@diemcau/domain/wire';

import {
  type Called,
  type Cue,
  cueOf,
  type EndedView,
  endedView,
  nextAct,
  type NextAct,
  type Readiness,
  readinessOf,
  siteOf,
  thenOf,
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
  /** Whether the next site can be called; null when there is no next. */
  readonly readiness: Readiness | null;
  readonly then: readonly Called[];
  /** How many wait besides those who are named. */
  readonly more: number;
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
  const then = thenOf(live, names, NAMED_AFTER);
  const named = then.length + (next.status === 'ready' ? 1 : 0);
  return {
    cue: cueOf(live, names),
    turn: turnView(live, names, media),
    ended: endedView(live, names),
    onAirName: onAir.kind === 'site' ? (siteOf(names, onAir.siteId)?.name ?? null) : null,
    isOnAir: onAir.kind === 'site',
    next,
    readiness: next.status === 'ready' ? readinessOf(live, { presence, answered }, next.called.siteId) : null,
    then,
    more: Math.max(0, live.floor.queue.length - named),
  };
};

/** The sites whose line the prompter asks about: who speaks and who is next. */
export const prompterSites = ({ floor }: Live): readonly SiteId[] => {
  const speaker = floor.turn ? [floor.turn.siteId] : [];
  const first = floor.queue[0];
  return [...new Set([...speaker, ...floor.standby.map((s) => s.siteId), ...(first ? [first.siteId] : [])])];
};
