/** The phases of a conference on its live pages. */
export { PhaseCard, PhaseTag } from './PhaseCard.tsx';
export { phaseView, type PhaseView } from './phase.ts';
