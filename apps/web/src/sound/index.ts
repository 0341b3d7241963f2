export { EchoTrialPart } from './EchoTrialPart.tsx';
export { PlaybackPart } from './PlaybackPart.tsx';
export { useDueMs, useWarningWords, warningsOf } from './use-warnings.ts';
export { type SiteWarnings, WarningBand, WarningCard, WarningLine } from './Warnings.tsx';
