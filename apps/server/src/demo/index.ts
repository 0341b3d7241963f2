export { createDemo, type DemoConference } from './demo.ts';
export { ADMINISTRATOR } from './people.ts';
export type { DemoPorts } from './ports.ts';
export { demoRoutes } from './routes.ts';
export { CENTRE_CODE, readTree } from './tree.ts';
