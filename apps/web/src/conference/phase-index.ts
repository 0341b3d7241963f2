/** The phases of a conference on its live pages. */
export { breakOf } from './break.ts';
export { BreakBand } from './BreakBand.tsx';
export { PhaseCard, PhaseTag, RehearsalBar } from './PhaseCard.tsx';
export { phaseView, type PhaseView } from './phase.ts';
