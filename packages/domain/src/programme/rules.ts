import {
  FULL_LINE,
  ok,
  ONE,
  refuse,
  sameLayout,
  sameLine,
  showsSource,
  sitesNamed,
  type Context,
  type Decider,
  type Layout,
  type Recorded,
  type Result,
  type SiteId,
  type SiteLine,
} from '../kernel/index.ts';
import {
  decideContent,
  evolveContent,
  isContentCommand,
  isContentEvent,
  layoutUnder,
  type Content,
} from './content.ts';
import {
  decideSources,
  evolveSources,
  isKnownSource,
  isSourceCommand,
  isSourceEvent,
  knownSource,
  type SiteSource,
} from './sources.ts';
import { decideFilm, endingFilm, evolveFilm, isFilmCommand, isFilmEvent, type Film, type LoadedFilm } from './film.ts';
import type { ProgrammeCommand, ProgrammeEvent, ShownBy, Source } from './messages.ts';
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
  /** As it was set; `pictureOf` says what comes of it. */
  readonly layout: Layout;
  /** The last change of the layout, and what it was before: a "Tiếp" that is taken back restores it. */
  readonly lastLayout: { readonly at: number; readonly before: Layout } | null;
  /** What a site or the hall shows now; seen with the layout for it. */
  readonly content: Content | null;
  /** On air over all else; what is under it goes on. */
  readonly film: Film | null;
  /** Only desks see it: films of rows that are ready, the latest first. */
  readonly loaded: readonly LoadedFilm[];
  /** Further cameras and table microphones of sites, in the order in which they were named. */
  readonly sources: readonly SiteSource[];
  /** Sites that send their table microphones without that of their room screen. */
  readonly mainShut: readonly SiteId[];
  /** Comes back when content that is on air ends. */
  readonly layoutBefore: Layout;
  /** The picture on air is one of a polling; null: it is not. */
  readonly shownBy: ShownBy | null;
  /** Only desks see it. */
  readonly preview: Source;
  readonly previewLayout: Layout;
  readonly lowerThird: boolean;
  /** Sites reported missing, while they are. */
  readonly lost: readonly SiteId[];
  /** Of the sites on air or with the floor, those whose line does not carry all of it. */
  readonly lines: Readonly<Record<SiteId, SiteLine>>;
  /** Only desks see it. */
  readonly polling: Polling | null;
};

type Decision = Result<readonly ProgrammeEvent[], ProgrammeCode>;

const TITLE: Source = { kind: 'title' };
const site = (siteId: SiteId): Source => ({ kind: 'site', siteId });

export const sameSource = (a: Source, b: Source): boolean =>
  a.kind === 'site' && b.kind === 'site' ? a.siteId === b.siteId && a.sourceId === b.sourceId : a.kind === b.kind;

type Of<T extends ProgrammeCommand['type']> = Extract<ProgrammeCommand, { type: T }>;

/** A preview by hand takes that of a polling; another layout of its picture leaves it, and one on air goes on meanwhile. */
const preview = (state: Programme, { source, layout = ONE }: Of<'programme.preview'>): Decision => {
  const isSame = sameSource(state.preview, source);
  const isLaidOut = sameLayout(state.previewLayout, layout);
  if (isSame && isLaidOut) return ok([]);
  const goesOn = !state.polling || isOnAir(state.polling) || (isSame && showsSource(layout));
  const paused = goesOn ? [] : pausing(state, 'hand');
  return ok([...paused, isLaidOut ? { type: 'previewSet', source } : { type: 'layoutPreviewed', source, layout }]);
};

/** What lies over the source leaves it as it is (P11); a film gives way to what was cut to (P23). */
const cut = (state: Programme, { source: chosen, layout = ONE }: Of<'programme.cut'>): Decision => {
  const isSeen = showsSource(layout);
  if (isSeen && chosen.kind === 'site' && state.lost.includes(chosen.siteId)) return refuse('programme.source_lost');
  const source = isSeen ? chosen : state.onAir;
  const events: ProgrammeEvent[] = [...pausing(state, 'hand')];
  if (state.mode === 'follow') events.push({ type: 'programmeModeSet', mode: 'manual' });
  if (!sameLayout(state.layout, layout)) events.push({ type: 'layoutCut', source, layout });
  else if (!sameSource(state.onAir, source) || state.shownBy !== null) events.push({ type: 'pictureCut', source });
  return ok([...events, ...endingFilm(state, 'hand')]);
};

/** A polling goes on beside the hall; what hides its picture takes it (P16). */
const setLayout = (state: Programme, layout: Layout): Decision => {
  if (sameLayout(state.layout, layout)) return ok([]);
  const laidOut = { type: 'layoutCut', source: state.onAir, layout } as const;
  if (showsSource(layout)) return ok([state.shownBy ? { ...laidOut, polling: state.shownBy } : laidOut]);
  return ok([...(state.polling && isOnAir(state.polling) ? pausing(state, 'layout') : []), laidOut]);
};

const follow = (state: Programme): Decision => {
  if (state.mode === 'follow') return ok([]);
  const paused = state.polling && isOnAir(state.polling) ? pausing(state, 'hand') : [];
  return ok([...paused, { type: 'programmeModeSet', mode: 'follow' }]);
};

/** What is as it was told is not told again; neither is a good line of which nothing else was told before. */
const noteLine = ({ lines }: Programme, { siteId, line }: Of<'programme.noteLine'>): Decision => {
  const isSame = sameLine(lines[siteId] ?? FULL_LINE, line ?? FULL_LINE);
  return ok(isSame ? [] : [{ type: 'lineNoted', siteId, line }]);
};

/** Every site that a command would show. */
const sitesOf = (command: ProgrammeCommand): readonly SiteId[] => [
  ...('source' in command && command.source.kind === 'site' ? [command.source.siteId] : []),
  ...('layout' in command && command.layout ? sitesNamed(command.layout) : []),
];

const decide = (state: Programme, command: ProgrammeCommand, context: Context<ProgrammeFacts>): Decision => {
  const { facts } = context;
  if (facts.phase === 'absent' || facts.phase === 'closed') return refuse('programme.closed');
  if (!sitesOf(command).every(facts.isInvited)) return refuse('programme.site_not_invited');
  if ('source' in command && !isKnownSource(state, command.source)) return refuse('programme.source_unknown');
  if (isSourceCommand(command)) return decideSources(state, command, facts);
  if (isPollingCommand(command)) return decidePolling(state, command, facts);
  if (isContentCommand(command)) return decideContent(state, command, facts);
  if (isFilmCommand(command)) return decideFilm(state, command, context);
  switch (command.type) {
    case 'programme.preview':
      return preview(state, command);
    case 'programme.cut':
      return facts.phase === 'open' ? cut(state, command) : refuse('programme.not_open');
    case 'programme.layout':
      return facts.phase === 'open' ? setLayout(state, command.layout) : refuse('programme.not_open');
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
    case 'programme.noteLine':
      return noteLine(state, command);
  }
};

export const emptyProgramme: Programme = {
  mode: 'follow',
  onAir: TITLE,
  layout: ONE,
  lastLayout: null,
  content: null,
  film: null,
  loaded: [],
  sources: [],
  mainShut: [],
  layoutBefore: ONE,
  preview: TITLE,
  previewLayout: ONE,
  lowerThird: true,
  lost: [],
  lines: {},
  shownBy: null,
  polling: null,
};

/** Pages fold and do not decide. */
export const evolveProgramme = (state: Programme, event: Recorded<ProgrammeEvent>): Programme => {
  if (isPollingEvent(event)) return { ...state, polling: evolvePolling(state.polling, event) };
  if (isFilmEvent(event)) return { ...state, ...evolveFilm(state, event) };
  if (isSourceEvent(event)) {
    const next = { ...state, ...evolveSources(state, event) };
    return { ...next, preview: knownSource(next, state.preview) };
  }
  if (isContentEvent(event)) return { ...state, content: evolveContent(state.content, event) };
  switch (event.type) {
    case 'previewSet':
      return { ...state, preview: event.source };
    case 'pictureCut':
      return { ...state, onAir: event.source, shownBy: event.polling ?? null };
    case 'layoutPreviewed':
      return { ...state, preview: event.source, previewLayout: event.layout };
    case 'layoutCut': {
      const lastLayout = { at: event.at, before: state.layout };
      const layoutBefore = layoutUnder(state, event.layout);
      const { source: onAir, layout, polling: shownBy = null } = event;
      return { ...state, onAir, layout, shownBy, lastLayout, layoutBefore };
    }
    case 'programmeModeSet':
      return { ...state, mode: event.mode };
    case 'lowerThirdSet':
      return { ...state, lowerThird: event.shown };
    case 'sourceLost':
      return { ...state, lost: [...state.lost.filter((id) => id !== event.siteId), event.siteId] };
    case 'sourceBack':
      return { ...state, lost: state.lost.filter((id) => id !== event.siteId) };
    case 'lineNoted': {
      const { [event.siteId]: _before, ...others } = state.lines;
      const isFull = event.line === null || sameLine(event.line, FULL_LINE);
      return { ...state, lines: isFull || !event.line ? others : { ...others, [event.siteId]: event.line } };
    }
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
      if (state.mode === 'manual') return available(state, knownSource(state, state.onAir), facts.hallId);
      const { speakingSiteId, hallId } = facts;
      return speakingSiteId === null ? fallback(state, hallId) : available(state, site(speakingSiteId), hallId);
    }
  }
};
