/** The technical desk; apart, so that a clerk's page does not carry it. */
export type { CallOf } from './SiteList.tsx';
export { type Messages, ReadyTags, TechDesk } from './TechDesk.tsx';
