export { Notifications, type Channel } from './notifications.ts';
