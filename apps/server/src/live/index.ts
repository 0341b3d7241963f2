export { SIGNAL_PREFIX } from './gate.ts';
export { createLive, type Live, type LiveOptions } from './live.ts';
export { createReadRecordNames } from './record-names.ts';
export type { ConferenceInfo, ReadAttendance, ReadConference, ReadSiteLabels, SeatHolder, Seats } from './ports.ts';
