/** Conferences: their phases on the live pages; list, making and preparation in the office. */
export { ConferenceFields } from './ConferenceFields.tsx';
export { ConferencePage } from './ConferencePage.tsx';
export { ConferenceList } from './ConferenceList.tsx';
export {
  readAllSites,
  type SiteView,
  useConference,
  useConferenceActs,
  useCreateConference,
  useInvitedIds,
  useEverySite,
  useInvitedSites,
} from './conferences.ts';
export { type Draft, type DraftField, startOf, wrongInDraft, wrongInStart } from './draft.ts';
export { officeConferenceWords } from './office-words.ts';
export * from './phase-index.ts';
export { PhaseActs } from './PhaseActs.tsx';
export { NameDialog, SaveTemplate } from './SaveTemplate.tsx';
export { templateWords } from './template-words.ts';
export {
  type MakeDraft,
  type MakeSource,
  useMakeConference,
  useTemplate,
  useTemplateActs,
  useTemplates,
} from './templates.ts';
export { TimeFields } from './TimeFields.tsx';
export { useDraft } from './use-draft.ts';
