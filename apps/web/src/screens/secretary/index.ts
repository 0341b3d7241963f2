export { SecretaryScreen as default } from './SecretaryScreen.tsx';
