import type { ConferenceDetail } from '@diemcau/domain/conference';

import { missingOf, type Missing } from './missing.ts';

/** The work on a conference, in its order: only what exists now. `conduct` is a desk that this browser may open. */
export type StepName = 'plan' | 'sites' | 'delegates' | 'check' | 'conduct' | 'record';

export type ConferenceStep = {
  readonly name: StepName;
  readonly href: string;
  readonly missing: readonly Missing[];
  readonly isDone: boolean;
};

const planKinds: ReadonlySet<Missing['kind']> = new Set(['agenda', 'runSheet']);

/** @param desk the page of a desk whose seat this browser holds */
export const stepsOf = (conference: ConferenceDetail, desk: string | null): readonly ConferenceStep[] => {
  const { conferenceId, status, invited, preparation } = conference;
  const at = (page: string) => `/c/${conferenceId}/${page}`;
  const missing = missingOf(conference);
  const ofPlan = missing.filter(({ kind }) => planKinds.has(kind));
  const ofSites = missing.filter(({ kind }) => !planKinds.has(kind));
  const isOver = status === 'closed';
  const steps: ConferenceStep[] = [
    { name: 'plan', href: at('agenda'), missing: ofPlan, isDone: ofPlan.length === 0 },
    { name: 'sites', href: at('prepare'), missing: ofSites, isDone: ofSites.length === 0 },
    { name: 'delegates', href: at('delegates'), missing: [], isDone: isOver || preparation.rosters > invited },
    { name: 'check', href: at('readiness'), missing: [], isDone: isOver || preparation.ready > invited },
  ];
  if (desk !== null && !isOver) steps.push({ name: 'conduct', href: desk, missing: [], isDone: false });
  if (status !== 'prepared' || conference.rehearsals > 0)
    steps.push({ name: 'record', href: at('record'), missing: [], isDone: isOver });
  return steps;
};
