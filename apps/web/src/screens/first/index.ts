export { FirstScreen as default } from './FirstScreen.tsx';
