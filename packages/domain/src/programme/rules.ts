import { ok, refuse, type Context, type Decider, type Recorded, type Result, type SiteId } from '../kernel/index.ts';
import type { PollingMode, ProgrammeCommand, ProgrammeEvent, Source } from './messages.ts';
import {
  decidePolling,
  evolvePolling,
  isOnAir,
  isPollingCommand,
  isPollingEvent,
  pausing,
  type Polling,
} from './polling.ts';
import type { ProgrammeCode } from './problems.ts';

/** What the programme may know of the rest of the conference. */
export type ProgrammeFacts = {
  readonly phase: 'absent' | 'prepared' | 'open' | 'paused' | 'closed';
  readonly hallId: SiteId | null;
  readonly isInvited: (siteId: SiteId) => boolean;
  /** The site whose turn it is, unless that turn is interrupted. */
  readonly speakingSiteId: SiteId | null;
  /** Somebody has the floor, interrupted or not. */
  readonly hasTurn: boolean;
  readonly isRollCallOpen: boolean;
};

export type Programme = {
  readonly mode: 'follow' | 'manual';
  readonly onAir: Source;
  /** The picture on air is one of a polling; null: it is not. */
  readonly shownBy: Exclude<PollingMode, 'preview'> | null;
  /** Only desks see it. */
  readonly preview: Source;
  readonly lowerThird: boolean;
  /** Sites reported missing, while they are. */
  readonly lost: readonly SiteId[];
  /** Only desks see it. */
  readonly polling: Polling | null;
};

type Decision = Result<readonly ProgrammeEvent[], ProgrammeCode>;

const TITLE: Source = { kind: 'title' };
export const emptyProgramme: Programme = {
  mode: 'follow',
  onAir: TITLE,
  shownBy: null,
  preview: TITLE,
  lowerThird: true,
  lost: [],
  polling: null,
};
const site = (siteId: SiteId): Source => ({ kind: 'site', siteId });

export const sameSource = (a: Source, b: Source): boolean =>
  a.kind === 'site' && b.kind === 'site' ? a.siteId === b.siteId : a.kind === b.kind;

const cut = (state: Programme, source: Source): Decision => {
  const events: ProgrammeEvent[] = [...pausing(state, 'hand')];
  if (state.mode === 'follow') events.push({ type: 'programmeModeSet', mode: 'manual' });
  if (!sameSource(state.onAir, source) || state.shownBy !== null) events.push({ type: 'pictureCut', source });
  return ok(events);
};

/** A preview by hand takes that of a polling; one on air goes on meanwhile. */
const preview = (state: Programme, source: Source): Decision => {
  if (sameSource(state.preview, source)) return ok([]);
  const paused = state.polling && !isOnAir(state.polling) ? pausing(state, 'hand') : [];
  return ok([...paused, { type: 'previewSet', source }]);
};

const follow = (state: Programme): Decision => {
  if (state.mode === 'follow') return ok([]);
  const paused = state.polling && isOnAir(state.polling) ? pausing(state, 'hand') : [];
  return ok([...paused, { type: 'programmeModeSet', mode: 'follow' }]);
};

const decide = (state: Programme, command: ProgrammeCommand, { facts }: Context<ProgrammeFacts>): Decision => {
  if (facts.phase === 'absent' || facts.phase === 'closed') return refuse('programme.closed');
  if ('source' in command && command.source.kind === 'site' && !facts.isInvited(command.source.siteId)) {
    return refuse('programme.site_not_invited');
  }
  if (isPollingCommand(command)) return decidePolling(state, command, facts);
  switch (command.type) {
    case 'programme.preview':
      return preview(state, command.source);
    case 'programme.cut':
      if (facts.phase !== 'open') return refuse('programme.not_open');
      if (command.source.kind === 'site' && state.lost.includes(command.source.siteId))
        return refuse('programme.source_lost');
      return cut(state, command.source);
    case 'programme.takeOver':
      return ok(state.mode === 'manual' ? [] : [{ type: 'programmeModeSet', mode: 'manual' }]);
    case 'programme.follow':
      return follow(state);
    case 'programme.lowerThird':
      return ok(state.lowerThird === command.shown ? [] : [{ type: 'lowerThirdSet', shown: command.shown }]);
    case 'programme.reportMissing':
      return ok(state.lost.includes(command.siteId) ? [] : [{ type: 'sourceLost', siteId: command.siteId }]);
    case 'programme.reportBack':
      return ok(state.lost.includes(command.siteId) ? [{ type: 'sourceBack', siteId: command.siteId }] : []);
  }
};

/** Pages fold and do not decide. */
export const evolveProgramme = (state: Programme, event: Recorded<ProgrammeEvent>): Programme => {
  if (isPollingEvent(event)) return { ...state, polling: evolvePolling(state.polling, event) };
  switch (event.type) {
    case 'previewSet':
      return { ...state, preview: event.source };
    case 'pictureCut':
      return { ...state, onAir: event.source, shownBy: event.polling ?? null };
    case 'programmeModeSet':
      return { ...state, mode: event.mode };
    case 'lowerThirdSet':
      return { ...state, lowerThird: event.shown };
    case 'sourceLost':
      return { ...state, lost: [...state.lost.filter((id) => id !== event.siteId), event.siteId] };
    case 'sourceBack':
      return { ...state, lost: state.lost.filter((id) => id !== event.siteId) };
  }
};

/** What every room sees. Numbered rules: docs/spec/programme.md. */
export const programme: Decider<Programme, ProgrammeCommand, ProgrammeEvent, ProgrammeFacts, ProgrammeCode> = {
  initial: emptyProgramme,
  decide,
  evolve: evolveProgramme,
};

/** The hall, or the title card while the hall is missing (P6). */
const fallback = (state: Programme, hallId: SiteId | null): Source =>
  hallId === null || state.lost.includes(hallId) ? TITLE : site(hallId);

const available = (state: Programme, source: Source, hallId: SiteId | null): Source =>
  source.kind === 'site' && state.lost.includes(source.siteId) ? fallback(state, hallId) : source;

/** What should be on air, given the floor and who is missing (P2, P5, P6). */
export const dueOnAir = (state: Programme, facts: ProgrammeFacts): Source => {
  switch (facts.phase) {
    case 'absent':
    case 'prepared':
    case 'closed':
      return TITLE;
    case 'paused':
      return fallback(state, facts.hallId);
    case 'open': {
      if (state.mode === 'manual') return available(state, state.onAir, facts.hallId);
      const { speakingSiteId, hallId } = facts;
      return speakingSiteId === null ? fallback(state, hallId) : available(state, site(speakingSiteId), hallId);
    }
  }
};
