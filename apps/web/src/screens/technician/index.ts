export { TechnicianScreen as default } from './TechnicianScreen.tsx';
