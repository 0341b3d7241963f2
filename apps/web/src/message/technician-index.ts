/** Messages of the technical desk; apart, so that no other page carries them. */
export { TechnicianInbox, TechnicianMessages } from './TechnicianMessages.tsx';
