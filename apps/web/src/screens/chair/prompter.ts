import type { SpeakerText } from '@diemcau/domain/floor';
import type { SiteId } from '@diemcau/domain/kernel';
import { sourceOnAir, type Live, upcoming } from '@diemcau/domain/live';
import type { MediaState, Presence, SiteLabel } from '@diemcau/domain/wire';

import {
  type Called,
  type Cue,
  comingUp,
  cueOf,
  nextAct,
  type NextAct,
  type Readiness,
  readinessOf,
  type TurnView,
  turnView,
} from '../../floor/index.ts';
import { type Names, personOf, siteOf } from '../../live/index.ts';
import { rowStep, type RowStep } from '../../run-sheet/index.ts';

/** So many who come after the next one are named; the rest is a number. */
const NAMED_AFTER = 2;

/** Somebody who comes later, by name and place. */
export type Waiting = {
  readonly key: string;
  readonly person: SpeakerText | null;
  readonly site: SiteLabel | null;
};

export type Prompter = {
  readonly cue: Cue;
  readonly turn: TurnView | null;
  /** Between speeches: the site on air, or null for the title card. */
  readonly onAirName: string | null;
  readonly isOnAir: boolean;
  /** The next row of the run sheet; null when it is the queue's turn. */
  readonly row: RowStep | null;
  readonly next: NextAct;
  /** Who will be called, also while the conference is paused or not open yet; null: nobody, or it is over. */
  readonly called: Called | null;
  /** Whether the next site can be called; null when there is no next. */
  readonly readiness: Readiness | null;
  readonly after: readonly Waiting[];
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
  /** Ms since the epoch. */
  readonly now: number;
};

/** Who comes after the next step: by the run sheet when there is one, else by the queue. */
const waitingAfter = ({ live, names }: Known, called: Called | null, row: RowStep | null) => {
  if (live.conference.status === 'closed') return { after: [], more: 0 };
  if (live.runSheet.rows.length === 0) {
    const after = comingUp(live, names, 1 + NAMED_AFTER).slice(1);
    const named = after.length + (called ? 1 : 0);
    const waiting = after.map(({ requestId, person, site }) => ({ key: requestId, person, site }));
    return { after: waiting, more: Math.max(0, live.floor.queue.length - named) };
  }
  const all = upcoming(live);
  const speaksNext = row === null ? called !== null : row.row.kind === 'speech';
  const rest = all.slice(speaksNext ? 1 : 0);
  const after = rest.slice(0, NAMED_AFTER).map(({ siteId, speakerId }, place) => ({
    key: `${place} ${siteId}`,
    person: personOf(names, speakerId),
    site: siteOf(names, siteId),
  }));
  return { after, more: rest.length - after.length };
};

/** What the chair reads: the words to say, who speaks, who is next and whether ready, then who. */
export const prompterView = (known: Known): Prompter => {
  const { live, names, media, presence, answered, limitSeconds, now } = known;
  const onAir = sourceOnAir(live);
  const next = nextAct(live, names, limitSeconds);
  const row = rowStep(live, names, now);
  const [called = null] = live.conference.status === 'closed' ? [] : comingUp(live, names, 1);
  const nextSite = row === null ? (called?.siteId ?? null) : (row.row.speaker?.siteId ?? null);
  return {
    cue: cueOf(live, names),
    turn: turnView(live, names, media),
    onAirName: onAir.kind === 'site' ? (siteOf(names, onAir.siteId)?.name ?? null) : null,
    isOnAir: onAir.kind === 'site',
    row,
    next,
    called,
    readiness: nextSite === null ? null : readinessOf(live, { presence, answered }, nextSite),
    ...waitingAfter(known, called, row),
  };
};

/** The sites whose line the prompter asks about: who speaks and who is next. */
export const prompterSites = ({ floor }: Live): readonly SiteId[] => {
  const speaker = floor.turn ? [floor.turn.siteId] : [];
  const first = floor.queue[0];
  return [...new Set([...speaker, ...floor.standby.map((s) => s.siteId), ...(first ? [first.siteId] : [])])];
};
