export { AgendaScreen as default } from './AgendaScreen.tsx';
