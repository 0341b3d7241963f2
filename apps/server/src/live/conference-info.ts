import type { ConferenceId } from '@diemcau/domain/kernel';
import type { ConferenceInfo, ReadConference } from './ports.ts';

/** After an outage thousands of pages ask at once; what they ask for hardly changes. */
const FRESH_MS = 5000;

/** Asks once for all who ask within five seconds. While nothing can be read, the last answer will do. */
export const askedOnce = (readNow: ReadConference): ReadConference => {
  const known = new Map<ConferenceId, Promise<ConferenceInfo | null>>();
  const last = new Map<ConferenceId, ConferenceInfo>();
  const read: ReadConference = async (conferenceId) => {
    try {
      const info = await readNow(conferenceId);
      if (info) last.set(conferenceId, info);
      return info;
    } catch (error) {
      const before = last.get(conferenceId);
      if (!before) throw error;
      return before;
    }
  };
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
