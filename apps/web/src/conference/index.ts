/** Conferences: their phases on the live pages; list, making and preparation in the office. */
export { ConferenceFields } from './ConferenceFields.tsx';
export { ConferenceList } from './ConferenceList.tsx';
export { useConference, useConferenceActs, useCreateConference, useInvitedSites } from './conferences.ts';
export { type Draft, type DraftField, wrongInDraft } from './draft.ts';
export { officeConferenceWords } from './office-words.ts';
export * from './phase-index.ts';
export { PhaseActs } from './PhaseActs.tsx';
export { useDraft } from './use-draft.ts';
