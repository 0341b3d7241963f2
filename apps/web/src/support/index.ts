import { lazyPart } from '../ui/index.ts';

/** Help that sites ask for, and readiness, on the pages. */
export { CheckCard } from './CheckCard.tsx';
export { HelpCard } from './HelpCard.tsx';
/** For the clerks of provinces alone: 34 of 3,355 pages load it. */
export const ProvinceHelp = lazyPart(() => import('./ProvinceHelp.tsx'));
