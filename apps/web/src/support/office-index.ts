/** Readiness on the office pages. */
export { ReadinessPanel } from './ReadinessPanel.tsx';
