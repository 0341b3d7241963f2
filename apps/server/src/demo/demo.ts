import { join } from 'node:path';
import { MAX_SIMULATED, pathOf, type Demo, type DemoSeat, type SeatCode } from '@diemcau/domain/seat';
import { ok, refuse, type ConferenceId, type ConferenceRole, type Result, type SiteId } from '@diemcau/domain/kernel';
import { readClipIndex, type ClipEntry } from '../platform/bots/index.ts';
import { CLIPS, askForTheFloor, ensureConference, ensureSeat } from './conference.ts';
import { DESK_PEOPLE, PERSONAL } from './people.ts';
import type { DemoPorts, DemoSeatRow, InvitedRow } from './ports.ts';
import { createSimulation } from './simulation.ts';
import type { PlayedSite } from './simulation-messages.ts';

const SIMULATED_LABEL = 'Điểm cầu mô phỏng';

type Played = { readonly site: InvitedRow; readonly clip: ClipEntry };
type Parts = {
  readonly ports: DemoPorts;
  readonly provinceCodes: () => Promise<readonly string[]>;
  readonly origin: () => string;
  readonly now: () => number;
};

/** The demo: a conference ready to be opened, every seat a click away, and sites that play themselves. */
export const createDemo = ({ ports, provinceCodes, origin, now }: Parts) => {
  const simulated = new Map<string, InvitedRow>();
  const simulation = createSimulation(origin, (seatId) => simulated.delete(seatId));
  /** One change at a time: two clicks must not start a site twice. */
  let changing: Promise<unknown> = Promise.resolve();

  const conference = async () => ensureConference(ports, await provinceCodes(), now());
  const count = () => [...simulated.values()].filter(({ hall }) => !hall).length;
  const isSimulated = (siteId: SiteId) => [...simulated.values()].some((site) => site.siteId === siteId);

  /** Sites that have a moving picture, in the order in which they are added; the hall comes first and is not counted. */
  const playable = async (conferenceId: ConferenceId): Promise<readonly Played[]> => {
    const [sites, clips] = await Promise.all([ports.sitesOf(conferenceId), readClipIndex(CLIPS)]);
    return clips.flatMap((clip) => {
      const site = sites.find(({ code, hall }) => (clip.unitCode === null ? hall : code === clip.unitCode));
      return site ? [{ site, clip }] : [];
    });
  };

  const seatsOf = async (conferenceId: ConferenceId): Promise<readonly DemoSeat[]> => {
    const sites = await ports.sitesOf(conferenceId);
    const order = new Map((await playable(conferenceId)).map(({ site }, i) => [site.siteId, i]));
    const place = ({ siteId }: InvitedRow) => order.get(siteId) ?? order.size;
    const desks = DESK_PEOPLE.map(({ role, personName }) => ({
      role,
      label: personName,
      siteId: null,
      simulated: false,
    }));
    const ofSites = sites
      .toSorted((a, b) => place(a) - place(b))
      .flatMap(({ siteId, name, personal }): readonly DemoSeat[] =>
        personal
          ? [{ role: 'delegate', label: PERSONAL.name, siteId, simulated: false }]
          : [
              { role: 'room', label: name, siteId, simulated: isSimulated(siteId) },
              { role: 'clerk', label: name, siteId, simulated: false },
            ],
      );
    return [...desks, ...ofSites];
  };

  /** Takes a room seat for a simulated site, unless a person's device holds it. */
  const take = async (conferenceId: ConferenceId, { site, clip }: Played): Promise<PlayedSite | null> => {
    const seat = await ensureSeat(ports, conferenceId, 'room', site);
    if (!seat) return null;
    if (await ports.isHeldByPerson(seat, SIMULATED_LABEL)) return null;
    const token = await ports.bind(seat, SIMULATED_LABEL);
    simulated.set(seat.seatId, site);
    return {
      seatId: seat.seatId,
      token,
      picture: join(CLIPS, clip.file),
      tone: site.hall ? null : join(CLIPS, clip.toneFile),
    };
  };

  const simulate = async (wanted: number): Promise<number> => {
    const conferenceId = await conference();
    const all = await playable(conferenceId);
    const hall = wanted === 0 ? [] : all.filter(({ site }) => site.hall);
    const chosen = [...hall, ...all.filter(({ site }) => !site.hall).slice(0, wanted)];
    const keep = new Set(chosen.map(({ site }) => site.siteId));
    for (const [seatId, site] of simulated) if (!keep.has(site.siteId)) simulated.delete(seatId);
    const kept = simulation.playing().filter(({ seatId }) => simulated.has(seatId));
    const added: PlayedSite[] = [];
    for (const one of chosen) {
      if (isSimulated(one.site.siteId)) continue;
      const site = await take(conferenceId, one);
      if (site) added.push(site);
    }
    simulation.play([...kept, ...added]);
    await askForTheFloor(
      ports,
      conferenceId,
      chosen.flatMap(({ site }) => (site.hall ? [] : [site])),
    );
    return count();
  };

  return {
    read: async (): Promise<Demo> => {
      const conferenceId = await conference();
      const [found, seats] = await Promise.all([ports.conferences(), seatsOf(conferenceId)]);
      const name = found.find((one) => one.conferenceId === conferenceId)?.name ?? '';
      return { conferenceId, name, seats: [...seats], simulated: count(), maxSimulated: MAX_SIMULATED };
    },

    /** A seat for this browser, in place of whichever device held it; `token` is null when the browser holds it already. */
    open: async (
      role: ConferenceRole,
      siteId: SiteId | null,
      label: string,
      tokenOf: (seatId: string) => string | undefined,
    ): Promise<
      Result<{ readonly seat: DemoSeatRow; readonly path: string; readonly token: string | null }, SeatCode>
    > => {
      const conferenceId = await conference();
      const site =
        siteId === null ? undefined : (await ports.sitesOf(conferenceId)).find((one) => one.siteId === siteId);
      if (siteId !== null && !site) return refuse('demo.no_seat');
      const seat = await ensureSeat(ports, conferenceId, role, site);
      if (!seat) return refuse('demo.no_seat');
      const held = tokenOf(seat.seatId);
      const isMine = held !== undefined && (await ports.isHeldBy(seat.seatId, held));
      return ok({ seat, path: pathOf(seat), token: isMine ? null : await ports.bind(seat, label) });
    },

    simulate: (wanted: number): Promise<number> => {
      const done = changing.then(() => simulate(wanted));
      changing = done.catch(() => undefined);
      return done;
    },

    /** Fills fresh data, so that the start page is there at once. */
    prepare: async (): Promise<void> => void (await conference()),
    stop: (): void => simulation.stop(),
  };
};
export type DemoConference = ReturnType<typeof createDemo>;
