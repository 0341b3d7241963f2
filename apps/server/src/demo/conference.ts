import { join } from 'node:path';
import { v5, v7 } from 'uuid';
import type {
  Actor,
  CommandId,
  ConferenceId,
  ConferenceRole,
  DelegateId,
  RequestId,
  SeatId,
  SiteId,
  SpeakerId,
} from '@diemcau/domain/kernel';
import { readClipIndex } from '../platform/bots/index.ts';
import { delegatesOf } from './delegates.ts';
import { DESK_PEOPLE, PERSONAL, SPEAKERS } from './people.ts';
import type { DemoPorts, DemoSeatRow, InvitedRow } from './ports.ts';

export const CLIPS = join(import.meta.dirname, 'clips');
const DEMO_ACTOR: Actor = { kind: 'system', name: 'demo' };

const STARTS_IN_MS = 10 * 60 * 1000;
const NAME = 'Hội nghị trực tuyến toàn quốc';
const PROVINCE_CODES = /^\d\d$/;

/** Makes the demo's conference when there is none that can still be held, and answers with its id. */
export const ensureConference = async (
  ports: DemoPorts,
  provinceCodes: readonly string[],
  now: number,
): Promise<ConferenceId> => {
  const current = (await ports.conferences()).find(({ isClosed }) => !isClosed);
  if (current) return current.conferenceId;
  const conferenceId = v7() as ConferenceId;
  const clips = await readClipIndex(CLIPS);
  // Communes are those that have a moving picture, all of them of Thái Nguyên.
  const communes = clips.flatMap(({ unitCode }) =>
    unitCode === null || PROVINCE_CODES.test(unitCode) ? [] : [unitCode],
  );
  const made = await ports.prepare(DEMO_ACTOR, {
    conferenceId,
    kind: 'conference',
    name: NAME,
    startsAt: new Date(now + STARTS_IN_MS).toISOString(),
    hallSiteId: await ports.hallSiteId(),
    siteLimit: 100,
    supportPhone: '024 0000 0000',
    siteIds: [],
    underUnitIds: [],
    codes: [...provinceCodes, ...communes],
  });
  if (!made.ok) throw new Error(`the demo's conference could not be made: ${made.code}`);
  for (const { role, personName } of DESK_PEOPLE) {
    await ports.insertSeat({ seatId: v7() as SeatId, conferenceId, role, siteId: null, siteName: null, personName });
  }
  const alone = await ports.invitePerson(DEMO_ACTOR, conferenceId, {
    siteId: v7() as SiteId,
    delegateId: v7() as DelegateId,
    ...PERSONAL,
  });
  if (!alone.ok) throw new Error(`nobody of the demo takes part alone: ${alone.code}`);
  const shown = clips.flatMap(({ unitCode }) => unitCode ?? []);
  await fillRosters(ports, conferenceId, shown);
  return conferenceId;
};

/** Rosters of the hall and of the sites that play themselves, in their order: a roll call has somebody to count. */
const fillRosters = async (ports: DemoPorts, conferenceId: ConferenceId, codes: readonly string[]): Promise<void> => {
  const sites = await ports.sitesOf(conferenceId);
  const hall = sites.filter((site) => site.hall);
  const played = codes.flatMap((code) => sites.find((site) => site.code === code && !site.hall) ?? []);
  for (const [place, { siteId }] of [...hall, ...played].entries()) {
    const id = (what: string) => v5(`demo roster ${siteId} ${what}`, conferenceId);
    const delegates = delegatesOf(place, (n) => id(`delegate ${n}`) as DelegateId);
    const put = await ports.putDelegates(DEMO_ACTOR, { conferenceId, siteId }, id('change'), delegates);
    if (!put.ok) throw new Error(`a roster of the demo could not be filled: ${put.code}`);
  }
};

/** The seat of a desk, of a site's clerk or screen, or of who takes part alone, made when it is first wanted; null when the demo has none such. */
export const ensureSeat = async (
  ports: DemoPorts,
  conferenceId: ConferenceId,
  role: ConferenceRole,
  site: InvitedRow | undefined,
): Promise<DemoSeatRow | null> => {
  const siteId = site?.siteId ?? null;
  const isOfSite = role === 'clerk' || role === 'room' || role === 'delegate';
  if (isOfSite !== (siteId !== null) || (site && site.personal !== (role === 'delegate'))) return null;
  const known = (await ports.seatsOfRole(conferenceId, role)).find((seat) => seat.siteId === siteId);
  if (known) return known;
  // A demo that began before it had this desk gets it too.
  const person = DESK_PEOPLE.find((one) => one.role === role);
  if (!isOfSite && !person) return null;
  const personName = role === 'delegate' ? PERSONAL.name : (person?.personName ?? null);
  const seat: DemoSeatRow = { seatId: v7() as SeatId, conferenceId, role, siteId, personName };
  await ports.insertSeat({ ...seat, siteName: site?.name ?? null });
  return seat;
};

/** A few delegates of these sites ask for the floor, each once in the life of the conference. */
export const askForTheFloor = async (
  ports: DemoPorts,
  conferenceId: ConferenceId,
  sites: readonly InvitedRow[],
): Promise<void> => {
  for (const [i, { honorific, name, position, kind, subject }] of SPEAKERS.entries()) {
    const site = sites[i];
    if (!site) return;
    const id = (what: string) => v5(`demo ${what} ${i}`, conferenceId);
    const command = {
      type: 'floor.request',
      requestId: id('request') as RequestId,
      siteId: site.siteId,
      speakerId: id('speaker') as SpeakerId,
      kind,
    } as const;
    const texts = { speaker: { honorific, name, position }, subject };
    // A refusal (asked already, closed) leaves the queue as the person has it.
    await ports.submit(conferenceId, DEMO_ACTOR, { id: id('command') as CommandId, command, texts });
  }
};
