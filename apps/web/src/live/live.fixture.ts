import type { SpeechKind } from '@diemcau/domain/kernel';
import { RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import { type Command, decideLive, evolveLive, initialLive, type Live } from '@diemcau/domain/live';
import type { MediaState, Mine, Presence, SiteLabel, SitePresence, Speaker } from '@diemcau/domain/wire';

import type { Names } from './state.ts';

/** Ids that can be read in a failing test: the last digits are the number. */
const uuid = (kind: number, n: number): string => `01990000-000${kind}-7000-8000-${String(n).padStart(12, '0')}`;
export const siteId = (n: number): SiteId => SiteId.parse(uuid(1, n));
export const speakerId = (n: number): SpeakerId => SpeakerId.parse(uuid(2, n));
export const requestId = (n: number): RequestId => RequestId.parse(uuid(3, n));
export const hallId = siteId(0);

/** Moments of the tests: ms since the epoch. */
export const T0 = Date.UTC(2026, 10, 24, 1, 0);

/** A conference folded from commands as the server would decide them; each takes a second. */
export class LiveStory {
  live: Live = initialLive;
  now = T0;
  #ids = 0;

  readonly do = (command: Command): this => {
    this.now += 1000;
    const decided = decideLive(this.live, command, {
      now: this.now,
      newId: () => uuid(4, ++this.#ids),
      actor: { kind: 'system', name: 'demo' },
    });
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.code}`);
    for (const event of decided.value) this.live = evolveLive(this.live, { ...event, at: this.now });
    return this;
  };

  readonly asks = (n: number, kind: SpeechKind = 'discussion'): this =>
    this.do({ type: 'floor.request', requestId: requestId(n), siteId: siteId(n), speakerId: speakerId(n), kind });

  readonly granted = (n: number, limitSeconds: number | null = 300): this =>
    this.do({ type: 'floor.grant', requestId: requestId(n), limitSeconds });

  /** The turn there is; a test that has none is wrong. */
  get turnId() {
    const { turn } = this.live.floor;
    if (!turn) throw new Error('nobody has the floor in this story');
    return turn.turnId;
  }
}

/** A conference that invites the sites 1 to 9, prepared or opened. */
export const prepared = (): LiveStory =>
  new LiveStory()
    .do({ type: 'conference.prepare', kind: 'conference', startsAt: T0, hallId, siteLimit: 100 })
    .do({ type: 'conference.invite', siteIds: [1, 2, 3, 4, 5, 6, 7, 8, 9].map(siteId) });
export const opened = (): LiveStory => prepared().do({ type: 'conference.open' });

export const site = (n: number): SiteLabel => ({
  siteId: siteId(n),
  code: String(10_000 + n),
  name: n === 0 ? 'Cơ quan Trung ương' : `Xã Số ${n}`,
  province: n === 0 ? null : 'tỉnh Thái Nguyên',
});

const speaker = (n: number): Speaker => ({
  speakerId: speakerId(n),
  siteId: siteId(n),
  honorific: n === 2 ? 'Thượng tọa' : 'Đồng chí',
  name: `Người ${n}`,
  position: `Chức vụ ${n}`,
});

const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
export const names: Names = {
  sites: new Map(numbers.map((n) => [siteId(n), site(n)])),
  speakers: new Map(numbers.map((n) => [speakerId(n), speaker(n)])),
  subjects: { [requestId(1)]: 'Ngày vì người nghèo' },
  titles: {},
  rows: {},
  sources: {},
};

export const sounding = (...ns: number[]): MediaState => ({
  type: 'media',
  available: true,
  sounding: ns.map(siteId),
});

export const here = (n: number, more: Partial<SitePresence> = {}): SitePresence => ({
  siteId: siteId(n),
  room: true,
  clerk: true,
  lostAt: null,
  level: null,
  sound: null,
  line: 'good',
  ladder: null,
  ...more,
});
export const presence = (...sites: SitePresence[]): Presence => ({ type: 'presence', present: 1, invited: 9, sites });

/** Site 1 as its clerk sees it, with a room screen that works. */
export const mine = (more: Partial<Mine> = {}): Mine => ({
  type: 'mine',
  site: site(1),
  tally: 'off',
  standbyPlace: null,
  requests: [],
  watchers: 0,
  rollCall: null,
  messages: null,
  support: null,
  microphone: 'shut',
  screen: {
    status: 'present',
    label: 'Chrome, Windows',
    report: {
      cameras: [{ id: 'c', label: 'Camera' }],
      microphones: [{ id: 'm', label: 'Micro' }],
      loudspeakers: [],
      cameraId: 'c',
      microphoneId: 'm',
      loudspeakerId: null,
      camera: 'ok',
      microphone: 'ok',
      mixer: false,
      level: 0,
      picture: null,
      testedAt: null,
      line: 'good',
      needsGesture: false,
      sound: null,
    },
  },
  ...more,
});
