export { ClerkScreen as default } from './ClerkScreen.tsx';
