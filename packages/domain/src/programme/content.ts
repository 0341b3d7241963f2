import {
  ok,
  ONE,
  refuse,
  showsSource,
  type ContentId,
  type Layout,
  type Result,
  type SiteId,
} from '../kernel/index.ts';
import type { ContentEnd, ContentFrom, ProgrammeCommand, ProgrammeEvent } from './messages.ts';
import type { ProgrammeCode } from './problems.ts';
import type { Programme, ProgrammeFacts } from './rules.ts';

/** A screen, slides or a second camera that a site or the hall shows. */
export type Content = { readonly contentId: ContentId; readonly siteId: SiteId; readonly from: ContentFrom };

type Decision = Result<readonly ProgrammeEvent[], ProgrammeCode>;
export type ContentCommand = Extract<ProgrammeCommand, { type: `programme.${string}Content${string}` }>;
export type ContentEvent = Extract<ProgrammeEvent, { type: `content${string}` }>;

export const isContentCommand = (command: ProgrammeCommand): command is ContentCommand =>
  command.type.includes('Content');
export const isContentEvent = (event: ProgrammeEvent): event is ContentEvent => event.type.startsWith('content');

type Known = Pick<ProgrammeFacts, 'phase' | 'hallId' | 'speakingSiteId'>;

/** Who has the floor, and the hall; in a pause nobody begins (P19). */
export const mayShowContent = ({ phase, hallId, speakingSiteId }: Known, siteId: SiteId): boolean =>
  phase === 'open' && (siteId === hallId || siteId === speakingSiteId);

/** What the hall shows outlasts a pause, which hides it; that of a site ends with its turn. */
export const mayKeepContent = ({ content, lost }: Programme, facts: Known): boolean => {
  if (!content || lost.includes(content.siteId)) return false;
  return mayShowContent(facts, content.siteId) || (facts.phase === 'paused' && content.siteId === facts.hallId);
};

/** The layout alone changes: a polling keeps its picture. */
const laidOut = ({ onAir: source, shownBy }: Programme, layout: Layout): ProgrammeEvent =>
  shownBy ? { type: 'layoutCut', source, layout, polling: shownBy } : { type: 'layoutCut', source, layout };

/** While the picture follows the floor it shows what is shown with it (P20). */
const comesForward = (state: Programme): readonly ProgrammeEvent[] =>
  state.mode === 'follow' && showsSource(state.layout) && state.layout.kind !== 'content'
    ? [laidOut(state, { kind: 'content' })]
    : [];

/** Ended, it leaves no layout behind that waits for it. */
export const endingContent = (state: Programme, reason: ContentEnd): readonly ProgrammeEvent[] => {
  const { content, layout, layoutBefore } = state;
  if (!content) return [];
  const stopped: ProgrammeEvent = { type: 'contentStopped', contentId: content.contentId, reason };
  return layout.kind === 'content' ? [stopped, laidOut(state, layoutBefore)] : [stopped];
};

type Start = Extract<ContentCommand, { type: 'programme.startContent' }>;

const start = (state: Programme, { contentId, siteId, from }: Start, facts: ProgrammeFacts): Decision => {
  const { content, lost } = state;
  if (content?.contentId === contentId) return ok([]);
  if (!mayShowContent(facts, siteId)) return refuse('programme.content_not_now');
  if (lost.includes(siteId)) return refuse('programme.source_lost');
  // Who has the floor comes before the hall.
  if (content && content.siteId !== siteId && content.siteId === facts.speakingSiteId)
    return refuse('programme.content_taken');
  return ok([{ type: 'contentStarted', contentId, siteId, from }, ...comesForward(state)]);
};

export const decideContent = (state: Programme, command: ContentCommand, facts: ProgrammeFacts): Decision => {
  if (command.type === 'programme.startContent') return start(state, command, facts);
  if (state.content?.contentId !== command.contentId) return ok([]);
  return ok(endingContent(state, command.type === 'programme.stopContent' ? 'hand' : 'missing'));
};

export const evolveContent = (content: Content | null, event: ContentEvent): Content | null => {
  if (event.type === 'contentStarted') {
    const { contentId, siteId, from } = event;
    return { contentId, siteId, from };
  }
  return content?.contentId === event.contentId ? null : content;
};

/** What is there again when content ends: the layout that it took the place of, if that showed the source. */
export const layoutUnder = (state: Pick<Programme, 'layout' | 'layoutBefore'>, next: Layout): Layout => {
  if (next.kind !== 'content' || state.layout.kind === 'content') return state.layoutBefore;
  return showsSource(state.layout) ? state.layout : ONE;
};
