import {
  ok,
  ONE,
  refuse,
  showsSource,
  type PollingId,
  type Recorded,
  type Result,
  type SiteId,
} from '../kernel/index.ts';
import type {
  PollingEnd,
  PollingMode,
  PollingPause,
  ProgrammeCommand,
  ProgrammeEvent,
  ShownBy,
  Source,
} from './messages.ts';
import type { ProgrammeCode } from './problems.ts';
import type { Programme, ProgrammeFacts } from './rules.ts';

/** Sites shown one after another by themselves. */
export type Polling = {
  readonly pollingId: PollingId;
  readonly mode: PollingMode;
  readonly siteIds: readonly SiteId[];
  /** How long each is shown. */
  readonly seconds: number;
  readonly repeat: boolean;
  /** Why it is paused; null while it runs. */
  readonly pausedBy: PollingPause | null;
  /** Grows with all that moves it: a step that was due before is not taken any more. */
  readonly move: number;
  /** Place of the site that was shown last; null before the first. */
  readonly place: number | null;
  /** Place at which the next site is looked for. */
  readonly nextPlace: number;
  /** When the site that is shown came, in ms since the epoch. */
  readonly shownAt: number;
  /** Sites that were missing when it was their turn, each once, in the order of the list. */
  readonly passedOver: readonly SiteId[];
  /** The picture followed the floor before, and does so again afterwards. */
  readonly followed: boolean;
};

type Decision = Result<readonly ProgrammeEvent[], ProgrammeCode>;
export type PollingCommand = Extract<ProgrammeCommand, { type: `programme.${string}Polling` }>;
export type PollingEvent = Extract<ProgrammeEvent, { type: `polling${string}` }>;

export const isPollingCommand = (command: ProgrammeCommand): command is PollingCommand =>
  command.type.endsWith('Polling');
export const isPollingEvent = (event: ProgrammeEvent): event is PollingEvent => event.type.startsWith('polling');

/** All rooms see it; a preview is the desks' own. */
export const isOnAir = ({ mode }: Pick<Polling, 'mode'>): boolean => mode !== 'preview';

/** Running, or held at a site by the operator: what is seen is of its choice. */
export const hasPicture = ({ pausedBy }: Polling): boolean => pausedBy === null || pausedBy === 'operator';

/** The picture follows the floor again, if it did before. */
const givenBack = (state: Programme, polling: Polling): readonly ProgrammeEvent[] =>
  hasPicture(polling) && isOnAir(polling) && polling.followed && state.mode === 'manual'
    ? [{ type: 'programmeModeSet', mode: 'follow' }]
    : [];

/** The operator holds it, with its picture; all else takes the picture from it. */
export const pausing = (state: Programme, reason: PollingPause): readonly ProgrammeEvent[] => {
  const { polling } = state;
  if (!polling || !hasPicture(polling) || polling.pausedBy === reason) return [];
  const paused: ProgrammeEvent = { type: 'pollingPaused', pollingId: polling.pollingId, reason };
  return reason === 'operator' || reason === 'hand' ? [paused] : [paused, ...givenBack(state, polling)];
};

export const stopping = (state: Programme, reason: PollingEnd): readonly ProgrammeEvent[] => {
  const { polling } = state;
  if (!polling) return [];
  return [{ type: 'pollingStopped', pollingId: polling.pollingId, reason }, ...givenBack(state, polling)];
};

/** Why sites cannot be put on air now; null when they can. */
const hindrance = (mode: PollingMode, facts: ProgrammeFacts): ProgrammeCode | null => {
  if (mode === 'preview') return null;
  if (facts.phase !== 'open') return 'programme.not_open';
  if (mode === 'rollCall' && !facts.isRollCallOpen) return 'programme.no_roll_call';
  return facts.hasTurn ? 'programme.somebody_speaks' : null;
};

const takingOver = (state: Programme, mode: PollingMode): readonly ProgrammeEvent[] =>
  mode !== 'preview' && state.mode === 'follow' ? [{ type: 'programmeModeSet', mode: 'manual' }] : [];

type Of<T extends PollingCommand['type']> = Extract<PollingCommand, { type: T }>;

const start = (state: Programme, command: Of<'programme.startPolling'>, facts: ProgrammeFacts): Decision => {
  const { pollingId, mode, siteIds, seconds, repeat } = command;
  if (state.polling?.pollingId === pollingId) return ok([]);
  if (state.polling) return refuse('programme.polling_exists');
  if (new Set(siteIds).size !== siteIds.length) return refuse('programme.polling_twice');
  if (!siteIds.every(facts.isInvited)) return refuse('programme.site_not_invited');
  const hindered = hindrance(mode, facts);
  if (hindered) return refuse(hindered);
  const followed = state.mode === 'follow';
  const again = repeat && mode !== 'rollCall';
  return ok([
    { type: 'pollingStarted', pollingId, mode, siteIds, seconds, repeat: again, followed },
    ...takingOver(state, mode),
  ]);
};

const resume = (state: Programme, polling: Polling, facts: ProgrammeFacts): Decision => {
  if (polling.pausedBy === null) return ok([]);
  const hindered = hindrance(polling.mode, facts);
  if (hindered) return refuse(hindered);
  const { pollingId, move } = polling;
  // Held, it still has the picture that it took from the floor.
  const followed = hasPicture(polling) ? polling.followed : state.mode === 'follow';
  return ok([{ type: 'pollingResumed', pollingId, move: move + 1, followed }, ...takingOver(state, polling.mode)]);
};

/** The next site that is there, from a place on; with those that are not. Each place is looked at once. */
const nextOf = (state: Programme, polling: Polling, absent: readonly SiteId[], facts: ProgrammeFacts) => {
  const { siteIds, nextPlace, repeat } = polling;
  const missing = new Set([...absent, ...state.lost]);
  const passedOver: SiteId[] = [];
  for (let step = 0; step < siteIds.length; step += 1) {
    const place = nextPlace + step;
    const siteId = siteIds[repeat ? place % siteIds.length : place];
    if (siteId === undefined) break;
    if (!missing.has(siteId) && facts.isInvited(siteId)) return { place: siteIds.indexOf(siteId), siteId, passedOver };
    passedOver.push(siteId);
  }
  return { place: null, siteId: null, passedOver };
};

/** A mosaic or a title card would hide what a polling shows (P15). */
const previewed = ({ previewLayout }: Programme, source: Source): ProgrammeEvent =>
  showsSource(previewLayout) ? { type: 'previewSet', source } : { type: 'layoutPreviewed', source, layout: ONE };

const cutTo = ({ layout }: Programme, source: Source, polling: ShownBy): ProgrammeEvent =>
  showsSource(layout) ? { type: 'pictureCut', source, polling } : { type: 'layoutCut', source, layout: ONE, polling };

const step = (
  state: Programme,
  polling: Polling,
  command: Of<'programme.stepPolling'>,
  facts: ProgrammeFacts,
): Decision => {
  // Somebody paused it, or went elsewhere, before this step was due.
  if (polling.pausedBy !== null || polling.move !== command.move) return ok([]);
  const { pollingId, mode, seconds } = polling;
  const { place, siteId, passedOver } = nextOf(state, polling, command.absent, facts);
  const move = polling.move + 1;
  const stepped: ProgrammeEvent = { type: 'pollingStepped', pollingId, move, place, passedOver, seconds };
  if (siteId === null) {
    return ok([stepped, ...stopping(state, polling.place === null ? 'nobody' : 'done')]);
  }
  const source = { kind: 'site', siteId } as const;
  return ok([stepped, mode === 'preview' ? previewed(state, source) : cutTo(state, source, mode)]);
};

/** Skips, or goes to another site, with the place from which the operator saw it go. */
const goTo = (polling: Polling, place: number): Decision => {
  if (polling.siteIds[place] === undefined) return refuse('programme.polling_no_site');
  const { pollingId, move } = polling;
  return ok([{ type: 'pollingMoved', pollingId, move: move + 1, place }]);
};

export const decidePolling = (state: Programme, command: PollingCommand, facts: ProgrammeFacts): Decision => {
  if (command.type === 'programme.startPolling') return start(state, command, facts);
  const { polling } = state;
  if (polling?.pollingId !== command.pollingId)
    return command.type === 'programme.stopPolling' || command.type === 'programme.stepPolling'
      ? ok([])
      : refuse('programme.no_polling');
  switch (command.type) {
    case 'programme.pausePolling':
      return ok(pausing(state, 'operator'));
    case 'programme.resumePolling':
      return resume(state, polling, facts);
    case 'programme.jumpPolling':
      return command.move === polling.move ? goTo(polling, command.place) : refuse('programme.polling_moved');
    case 'programme.stopPolling':
      return ok(stopping(state, 'operator'));
    case 'programme.stepPolling':
      return step(state, polling, command, facts);
  }
};

const shown = (polling: Polling, event: Extract<PollingEvent, { type: 'pollingStepped' }>, at: number): Polling => {
  const { move, place } = event;
  const missing = [...new Set([...polling.passedOver, ...event.passedOver])];
  if (place === null) return { ...polling, move, passedOver: missing };
  const passedOver = missing.filter((siteId) => siteId !== polling.siteIds[place]);
  return { ...polling, move, place, nextPlace: place + 1, shownAt: at, passedOver };
};

export const evolvePolling = (polling: Polling | null, event: Recorded<PollingEvent>): Polling | null => {
  if (event.type === 'pollingStarted') {
    const { pollingId, mode, siteIds, seconds, repeat, followed, at } = event;
    const begun = { pausedBy: null, move: 0, place: null, nextPlace: 0, shownAt: at, passedOver: [] } as const;
    return { pollingId, mode, siteIds, seconds, repeat, followed, ...begun };
  }
  if (polling?.pollingId !== event.pollingId) return polling;
  switch (event.type) {
    case 'pollingStepped':
      return shown(polling, event, event.at);
    case 'pollingMoved':
      return { ...polling, move: event.move, nextPlace: event.place };
    case 'pollingPaused': {
      const { reason: pausedBy } = event;
      // A site whose picture was taken away is shown once more; one that was held had its time.
      const nextPlace = pausedBy === 'operator' ? polling.nextPlace : (polling.place ?? polling.nextPlace);
      return { ...polling, pausedBy, nextPlace };
    }
    case 'pollingResumed':
      return { ...polling, pausedBy: null, move: event.move, followed: event.followed };
    case 'pollingStopped':
      return null;
  }
};
