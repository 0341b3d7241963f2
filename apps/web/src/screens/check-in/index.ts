export { CheckInPage as default } from '../../attendance/index.ts';
