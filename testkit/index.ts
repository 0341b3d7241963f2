export { clipFile } from './clips/file.ts';
export { demoSeats, mediaToken, type DemoSeats, type DemoSite } from './demo.ts';
export { startHouse, type House, type HouseOptions, type TestServer } from './house.ts';
export { startLine, type Line } from './line.ts';
export { startLiveKit, type TestLiveKit } from './livekit.ts';
export {
  ADMINISTRATOR,
  makeAdministrator,
  prepareConference,
  TestConference,
  type ConferenceOptions,
  type OpenedSeat,
  type Place,
} from './people.ts';
export { freePort } from './ports.ts';
export { freshDatabase, startForRun, startPostgres, type TestPostgres } from './postgres.ts';
export { OPEN_LINE, startThinLine, throughThinLine, type Shape, type ThinLine } from './thin-line.ts';
export { sampleOf, unfitFor, type InputSchema } from './schema-samples.ts';
export { SeatClient, type SeatKey } from './seat-client.ts';
export { makeFilm } from './clips/film.ts';
export { startTwoServers, type ServerNo, type TwoServers } from './two-servers.ts';
