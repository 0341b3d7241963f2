import type { ConferenceId } from '@diemcau/domain/kernel';
import type { ConferenceInfo, ReadConference } from './ports.ts';

/** After an outage thousands of pages ask at once; what they ask for hardly changes. */
const FRESH_MS = 5000;

/** Asks once for all who ask within five seconds. */
export const askedOnce = (read: ReadConference): ReadConference => {
  const known = new Map<ConferenceId, Promise<ConferenceInfo | null>>();
  return (conferenceId) => {
    const asked = known.get(conferenceId) ?? read(conferenceId);
    if (!known.has(conferenceId)) {
      known.set(conferenceId, asked);
      asked.catch(() => known.delete(conferenceId));
      setTimeout(() => known.delete(conferenceId), FRESH_MS).unref();
    }
    return asked;
  };
};
