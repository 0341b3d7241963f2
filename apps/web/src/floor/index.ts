/** The floor on the pages: who speaks, who waits, who stands by, and the acts on them. */
export { AskForm, type Suggested } from './AskForm.tsx';
export { CallDialog, type CalledSite } from './CallDialog.tsx';
export { type Cue, cueOf } from './cue.ts';
export { cueWords } from './cue-words.ts';
export { CueText } from './CueText.tsx';
export {
  type DeskProvince,
  type DeskSite,
  type DeskSiteFilter,
  type DeskSites,
  fetchDeskProvinces,
  fetchDeskSites,
} from './desk-sites.ts';
export { addressed, addressedInSentence, placeText, siteText, whoText } from './labels.ts';
export { type LowerThirdLines, lowerThirdOf } from './lower-third.ts';
export { type Called, comingUp, nextAct, type NextAct, nextCommand } from './next.ts';
export { NextButton } from './NextButton.tsx';
export { OwnRequests } from './OwnRequests.tsx';
export { type QueueRow, queueRows } from './queue.ts';
export { PersonFields } from './PersonFields.tsx';
export { checkPerson, emptyPerson, type PersonDraft, type PersonTrouble } from './person-form.ts';
export { SitePicker } from './SitePicker.tsx';
export { QueuePanel } from './QueuePanel.tsx';
export { EndOrTakeBack, SilenceAll } from './SpeechActs.tsx';
export { SpeakerDialog, type SpeakerTarget } from './SpeakerDialog.tsx';
export { spokenRows } from './spoken.ts';
export { SpokenPanel } from './SpokenPanel.tsx';
export { type Readiness, readinessOf, standbyRows, type StandbyRow, standDown, standFirst } from './standby.ts';
export { StandbyPanel } from './StandbyPanel.tsx';
export { useTurnLimit } from './turn-limit.ts';
export { type Back, backSeconds } from './take-back.ts';
export { type TurnView, turnView } from './turn.ts';
export { MicrophoneTag } from './MicrophoneTag.tsx';
export { TurnCard } from './TurnCard.tsx';
export { LimitField } from './TurnTime.tsx';
export { useQueue, type QueueModel } from './use-queue.ts';
export { useWatch } from './use-watch.ts';
export { floorWords } from './words.ts';
