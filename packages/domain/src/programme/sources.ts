import { ok, refuse, type Result, type SiteId, type SourceId } from '../kernel/index.ts';
import type { ProgrammeCommand, ProgrammeEvent, Source, SourceKind } from './messages.ts';
import type { ProgrammeCode } from './problems.ts';
import type { Programme, ProgrammeFacts } from './rules.ts';

/** A further camera or a table microphone of a site, on the computer of its room screen. Its name stands in a table. */
export type SiteSource = {
  readonly siteId: SiteId;
  readonly sourceId: SourceId;
  readonly kind: SourceKind;
  /** Microphones: part of what the site sends when it may be heard. */
  readonly isOpen: boolean;
};

/** Most of one site, and of a conference. */
export const SOURCES_OF_SITE = 8;
export const SOURCE_LIMIT = 100;

type Decision = Result<readonly ProgrammeEvent[], ProgrammeCode>;
const COMMANDS = [
  'programme.addSource',
  'programme.renameSource',
  'programme.removeSource',
  'programme.mixMicrophone',
] as const;
const EVENTS = ['sourceAdded', 'sourceRenamed', 'sourceRemoved', 'microphoneMixed'] as const;
export type SourceCommand = Extract<ProgrammeCommand, { type: (typeof COMMANDS)[number] }>;
export type SourceEvent = Extract<ProgrammeEvent, { type: (typeof EVENTS)[number] }>;

export const isSourceCommand = (command: ProgrammeCommand): command is SourceCommand =>
  COMMANDS.some((type) => type === command.type);
export const isSourceEvent = (event: ProgrammeEvent): event is SourceEvent =>
  EVENTS.some((type) => type === event.type);

type Sources = Pick<Programme, 'sources' | 'mainShut'>;

export const sourceOf = ({ sources }: Pick<Programme, 'sources'>, sourceId: SourceId): SiteSource | undefined =>
  sources.find((source) => source.sourceId === sourceId);

/** Whether a source of the programme is there: a site itself, or a camera of that site. */
export const isKnownSource = (state: Pick<Programme, 'sources'>, source: Source): boolean => {
  if (source.kind !== 'site' || source.sourceId === undefined) return true;
  const found = sourceOf(state, source.sourceId);
  return found?.siteId === source.siteId && found.kind === 'camera';
};

/** The same without a camera that is no more. */
export const knownSource = (state: Pick<Programme, 'sources'>, source: Source): Source =>
  source.kind === 'site' && !isKnownSource(state, source) ? { kind: 'site', siteId: source.siteId } : source;

type Of<T extends SourceCommand['type']> = Extract<SourceCommand, { type: T }>;

const add = (
  { sources }: Programme,
  { siteId, sourceId, kind }: Of<'programme.addSource'>,
  { isInvited }: ProgrammeFacts,
): Decision => {
  if (!isInvited(siteId)) return refuse('programme.site_not_invited');
  const known = sources.find((source) => source.sourceId === sourceId);
  if (known) return known.siteId === siteId && known.kind === kind ? ok([]) : refuse('programme.source_unknown');
  const ofSite = sources.filter((source) => source.siteId === siteId).length;
  if (ofSite >= SOURCES_OF_SITE || sources.length >= SOURCE_LIMIT) return refuse('programme.sources_full');
  return ok([{ type: 'sourceAdded', siteId, sourceId, kind }]);
};

/** The microphones of a site that are sent when it may be heard; who may be heard does not depend on it (M31). */
const mix = (state: Programme, { siteId, sourceId, open }: Of<'programme.mixMicrophone'>): Decision => {
  const source = sourceId === null ? null : sourceOf(state, sourceId);
  const isTheirs = source === null ? hasMicrophones(state, siteId) : isMicrophoneOf(source, siteId);
  if (!isTheirs) return refuse('programme.source_unknown');
  const isOpen = source === null ? !state.mainShut.includes(siteId) : source?.isOpen === true;
  return ok(isOpen === open ? [] : [{ type: 'microphoneMixed', siteId, sourceId, open }]);
};

const isMicrophoneOf = (source: SiteSource | undefined, siteId: SiteId): boolean =>
  source?.siteId === siteId && source.kind === 'microphone';

export const hasMicrophones = ({ sources }: Pick<Programme, 'sources'>, siteId: SiteId): boolean =>
  sources.some((source) => isMicrophoneOf(source, siteId));

export const decideSources = (state: Programme, command: SourceCommand, facts: ProgrammeFacts): Decision => {
  switch (command.type) {
    case 'programme.addSource':
      return add(state, command, facts);
    case 'programme.renameSource': {
      const { siteId, sourceId } = command;
      const isTheirs = sourceOf(state, sourceId)?.siteId === siteId;
      return isTheirs ? ok([{ type: 'sourceRenamed', siteId, sourceId }]) : refuse('programme.source_unknown');
    }
    case 'programme.removeSource': {
      const { siteId, sourceId } = command;
      return ok(sourceOf(state, sourceId)?.siteId === siteId ? [{ type: 'sourceRemoved', siteId, sourceId }] : []);
    }
    case 'programme.mixMicrophone':
      return mix(state, command);
  }
};

export const evolveSources = ({ sources, mainShut }: Sources, event: SourceEvent): Sources => {
  const { siteId, sourceId } = event;
  switch (event.type) {
    case 'sourceAdded':
      return {
        sources: [...sources, { siteId, sourceId: event.sourceId, kind: event.kind, isOpen: false }],
        mainShut,
      };
    // Its name stands in a table; the pages are told of it by this.
    case 'sourceRenamed':
      return { sources, mainShut };
    case 'sourceRemoved': {
      const left = sources.filter((source) => source.sourceId !== sourceId);
      // Without others the main microphone is the only one again.
      const isAlone = !hasMicrophones({ sources: left }, siteId);
      return { sources: left, mainShut: isAlone ? mainShut.filter((id) => id !== siteId) : mainShut };
    }
    case 'microphoneMixed': {
      const { open: isOpen } = event;
      if (sourceId === null) {
        const others = mainShut.filter((id) => id !== siteId);
        return { sources, mainShut: isOpen ? others : [...others, siteId] };
      }
      return {
        sources: sources.map((source) => (source.sourceId === sourceId ? { ...source, isOpen } : source)),
        mainShut,
      };
    }
  }
};
