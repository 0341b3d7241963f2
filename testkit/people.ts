// Who takes part in a test: an administrator, a conference, its seats, all made through the product's own interface.
import { randomUUID } from 'node:crypto';
import { Created } from '@diemcau/domain/conference';
import type { ConferenceRole, UnitId } from '@diemcau/domain/kernel';
import { Administrator, UnitPage } from '@diemcau/domain/organisation';
import { Issued, Opened, RoomCode, RoomOpened, ScreenConfirmed } from '@diemcau/domain/seat';
import { Resolved } from '@diemcau/domain/site';
import { ROOMS } from './clips/rooms.ts';
import type { TestServer } from './house.ts';
import type { SeatKey } from './seat-client.ts';

type Site = Resolved['found'][number];
/** `number` is what its camera and tone say: 0 for the hall, 1 and on for the sites. */
export type Place = Site & { readonly number: number };

/** A seat whose cookie we hold. `path` is its page. */
export type OpenedSeat = SeatKey & {
  readonly role: ConferenceRole;
  readonly path: string;
  readonly place: Place | null;
};

export type ConferenceOptions = {
  /** Sites besides the hall: the first so many of those that can play themselves (at most 24), or those of these units. */
  readonly sites: number | readonly string[];
  /** Every other site of the country is invited too: 3,355 with those above. */
  readonly everySite?: boolean;
  readonly name?: string;
  /** Default: in ten minutes. */
  readonly startsAt?: Date;
};

type IssuedSeat = ReturnType<typeof Issued.parse>;
type Caller = { readonly origin: string; readonly cookie: string };
type Asked = { readonly method: 'GET' | 'POST' | 'DELETE'; readonly path: string; readonly body?: unknown };
type Answer<T> = { readonly value: T; readonly cookie: string };
type Parser<T> = { readonly parse: (value: unknown) => T };

export const ADMINISTRATOR = { login: 'quan-tri', name: 'Phạm Thu Trang', password: 'mot mat khau du dai' } as const;

const NOBODY = '';
const HALL_CODE = 'TW';
const STARTS_IN_MS = 10 * 60 * 1000;

/** Asks the interface; the test fails unless it answers with a success. `cookie`: the one that the answer sets. */
const ask = async <T>({ origin, cookie }: Caller, asked: Asked, parser: Parser<T>): Promise<Answer<T>> => {
  const { method, path, body } = asked;
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      ...(cookie === NOBODY ? {} : { cookie }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text}`);
  const [set = ''] = response.headers.getSetCookie();
  return { value: parser.parse(text === '' ? undefined : JSON.parse(text)), cookie: set.split(';', 1)[0] ?? '' };
};

const nothing: Parser<void> = { parse: () => undefined };

/** The first administrator of a fresh house, made by its one-time link; answers with the cookie. */
export const makeAdministrator = async ({ origin, adminLink }: TestServer): Promise<string> => {
  const secret = adminLink?.split('#')[1];
  if (secret === undefined) throw new Error('no link for a first administrator: the house is a demo, or has one');
  const body = { secret, ...ADMINISTRATOR };
  const caller = { origin, cookie: NOBODY };
  return (await ask(caller, { method: 'POST', path: '/administrators/first', body }, Administrator)).cookie;
};

/** A conference as its administrator handles it. */
export class TestConference {
  readonly origin: string;
  readonly conferenceId: string;
  readonly hall: Place;
  readonly sites: readonly Place[];
  /** The administrator's. */
  readonly cookie: string;
  private readonly clerks = new Map<string, Promise<OpenedSeat>>();

  constructor(caller: Caller, conferenceId: string, [hall, ...sites]: readonly Site[]) {
    if (!hall) throw new Error('a conference without a hall');
    this.origin = caller.origin;
    this.cookie = caller.cookie;
    this.conferenceId = conferenceId;
    this.hall = { ...hall, number: 0 };
    this.sites = sites.map((site, i) => ({ ...site, number: i + 1 }));
  }

  /** Site `n`, from 1 on. */
  site(n: number): Place {
    const site = this.sites[n - 1];
    if (!site) throw new Error(`there are ${this.sites.length} sites, and none of number ${n}`);
    return site;
  }

  /** A personal link that nobody has opened yet. */
  async link(role: Exclude<ConferenceRole, 'room'>, place: Place | null = null): Promise<IssuedSeat> {
    const body = { seatId: randomUUID(), role, siteId: place?.siteId ?? null, personName: null };
    return (await this.asAdministrator({ method: 'POST', path: this.under('/seats'), body }, Issued)).value;
  }

  /** A seat opened by its link. */
  async seat(role: Exclude<ConferenceRole, 'room'>, place: Place | null = null): Promise<OpenedSeat> {
    const { link } = await this.link(role, place);
    const body = { secret: link.split('#')[1] };
    const { value, cookie } = await this.asNobody({ method: 'POST', path: '/seats/redeem', body }, Opened);
    return { seatId: value.seatId, cookie, role, path: value.path, place };
  }

  /** The one clerk of a place. */
  clerk(place: Place): Promise<OpenedSeat> {
    const clerk = this.clerks.get(place.siteId) ?? this.seat('clerk', place);
    this.clerks.set(place.siteId, clerk);
    return clerk;
  }

  /** The room screen of a place, confirmed by its clerk. */
  async room(place: Place): Promise<OpenedSeat> {
    const { cookie: clerkCookie, seatId } = await this.clerk(place);
    const asked = await this.asNobody({ method: 'POST', path: '/room-codes', body: {} }, RoomCode);
    const { deviceCode, userCode } = asked.value;
    const body = { userCode, replace: true };
    const confirming = { origin: this.origin, cookie: clerkCookie };
    await ask(confirming, { method: 'POST', path: `/seats/${seatId}/room-screen`, body }, ScreenConfirmed);
    const polled = { method: 'POST', path: '/room-codes/token', body: { deviceCode } } as const;
    const { value, cookie } = await this.asNobody(polled, RoomOpened);
    return { seatId: value.seatId, cookie, role: 'room', path: value.path, place };
  }

  async revoke(seatId: string): Promise<void> {
    await this.asAdministrator({ method: 'DELETE', path: this.under(`/seats/${seatId}`) }, nothing);
  }

  private under(path: string): string {
    return `/conferences/${this.conferenceId}${path}`;
  }

  private asAdministrator<T>(asked: Asked, parser: Parser<T>): Promise<Answer<T>> {
    return ask(this, asked, parser);
  }

  private asNobody<T>(asked: Asked, parser: Parser<T>): Promise<Answer<T>> {
    return ask({ origin: this.origin, cookie: NOBODY }, asked, parser);
  }
}

/** The units in which the administrator holds the role: the first one has the whole country. */
const rootUnits = async (caller: Caller): Promise<readonly UnitId[]> => {
  const { items } = (await ask(caller, { method: 'GET', path: '/units' }, UnitPage)).value;
  return items.map(({ unitId }) => unitId);
};

/**
 * A conference with its hall and sites, prepared and not yet open, on a house that is no demo.
 * @param cookie of an administrator; without one the first is made
 */
export const prepareConference = async (
  server: TestServer,
  { sites, everySite = false, name, startsAt }: ConferenceOptions,
  cookie?: string,
): Promise<TestConference> => {
  const caller = { origin: server.origin, cookie: cookie ?? (await makeAdministrator(server)) };
  const playable = ROOMS.flatMap(({ unitCode }) => unitCode ?? []);
  const codes = [HALL_CODE, ...(typeof sites === 'number' ? playable.slice(0, sites) : sites)];
  const { found } = (await ask(caller, { method: 'POST', path: '/sites/resolve', body: { codes } }, Resolved)).value;
  const inOrder = codes.flatMap((code) => found.find((site) => site.code === code) ?? []);
  const conferenceId = randomUUID();
  const body = {
    conferenceId,
    kind: 'conference',
    name: name ?? 'Hội nghị thử nghiệm',
    startsAt: (startsAt ?? new Date(Date.now() + STARTS_IN_MS)).toISOString(),
    hallSiteId: inOrder[0]?.siteId,
    siteLimit: everySite ? 5000 : 100,
    supportPhone: '024 0000 0000',
    siteIds: inOrder.slice(1).map(({ siteId }) => siteId),
    underUnitIds: everySite ? await rootUnits(caller) : [],
    codes: [],
  };
  await ask(caller, { method: 'POST', path: '/conferences', body }, Created);
  return new TestConference(caller, conferenceId, inOrder);
};
