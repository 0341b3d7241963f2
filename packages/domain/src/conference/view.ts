import type { ConferenceEvent } from './messages.ts';
import type { Conference } from './rules.ts';

/** No class of pages gets the ids of all sites: 3,355 of them are read by the page that shows them. */
export const conferenceView = (state: Conference): Conference =>
  state.status === 'absent' ? state : { ...state, sites: new Set() };

export const redactConference = (event: ConferenceEvent): ConferenceEvent =>
  event.type === 'sitesInvited' || event.type === 'sitesUninvited' ? { ...event, siteIds: [] } : event;
