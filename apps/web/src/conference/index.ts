/** Conferences: their phases on the live pages; list, making and preparation in the office. */
export { ConferenceFields } from './ConferenceFields.tsx';
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
export { type Draft, type DraftField, wrongInDraft } from './draft.ts';
export { officeConferenceWords } from './office-words.ts';
export * from './phase-index.ts';
export { PhaseActs } from './PhaseActs.tsx';
export { useDraft } from './use-draft.ts';
