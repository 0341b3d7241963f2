import { given, hall, later, requestNo, seatNo, site, speaker, START, turnNo } from '../kernel/given.fixture.ts';
import type { Decider, SpeechKind } from '../kernel/index.ts';
import type { Source } from '../programme/index.ts';
import { decideLive, evolveLive, initialLive } from './index.ts';
import type { Command, Live, LiveCode, LiveEvent, MediaSeat } from './index.ts';

/** The whole conference in the shape of a slice, so that its stories read like theirs. */
const live: Decider<Live, Command, LiveEvent, null, LiveCode> = {
  initial: initialLive,
  decide: decideLive,
  evolve: evolveLive,
};

export type Story = readonly (LiveEvent | ReturnType<typeof later>)[];
export const story = (...steps: Story) => given(live, null, ...steps);

export const prepared = {
  type: 'conferencePrepared',
  kind: 'conference',
  startsAt: START,
  hallId: hall,
  siteLimit: 100,
} as const;
export const invited = (...numbers: number[]): LiveEvent => ({
  type: 'sitesInvited',
  siteIds: numbers.map(site),
  total: numbers.length,
});
export const onAir = (n: number): LiveEvent => ({ type: 'pictureCut', source: from(n) });
const title: Source = { kind: 'title' };
export const titled: LiveEvent = { type: 'pictureCut', source: title };
export const from = (n: number): Source => ({ kind: 'site', siteId: site(n) });
/** A conference with sites 1 to 4, not yet opened; and opened, the hall on air. */
export const ready: Story = [prepared, invited(1, 2, 3, 4)];
export const opened: Story = [...ready, { type: 'conferenceOpened' }, onAir(0)];

export const asked = (n: number, at = n, kind: SpeechKind = 'discussion'): LiveEvent => ({
  type: 'floorRequested',
  requestId: requestNo(n),
  siteId: site(at),
  speakerId: speaker(n),
  kind,
});
export const granted = (n: number): LiveEvent => ({
  type: 'floorGranted',
  turnId: turnNo(n),
  requestId: null,
  siteId: site(n),
  speakerId: speaker(n),
  kind: 'discussion',
  limitSeconds: null,
});
export const standing = (n: number, request: number | null = n) => ({
  siteId: site(n),
  requestId: request === null ? null : requestNo(request),
  speakerId: request === null ? null : speaker(request),
});
export const standby = (mode: 'auto' | 'manual', ...by: ReturnType<typeof standing>[]): LiveEvent => ({
  type: 'standbySet',
  mode,
  standby: by,
});

/** Rooms of sites 0 (the hall) to 5, the desks, an observer and a clerk for each site. */
const numbers = [0, 1, 2, 3, 4, 5];
export const roomSeat = (n: number): MediaSeat => ({ seatId: seatNo(n), deviceId: 'd', role: 'room', siteId: site(n) });
export const seats: readonly MediaSeat[] = [
  ...numbers.map(roomSeat),
  ...numbers.map((n): MediaSeat => ({ seatId: seatNo(100 + n), deviceId: 'd', role: 'clerk', siteId: site(n) })),
  { seatId: seatNo(200), deviceId: 'd', role: 'chair', siteId: null },
  { seatId: seatNo(201), deviceId: 'd', role: 'chair', siteId: site(1) },
  { seatId: seatNo(202), deviceId: 'd', role: 'moderator', siteId: null },
  { seatId: seatNo(203), deviceId: 'd', role: 'operator', siteId: null },
  { seatId: seatNo(204), deviceId: 'd', role: 'observer', siteId: null },
];
