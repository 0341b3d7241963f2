import { refuse } from '@diemcau/domain/kernel';
import type { AttendanceSlice } from './attendance/index.ts';
import { ADMINISTRATOR, CENTRE_CODE, type DemoPorts } from './demo/index.ts';
import type { ConferenceStore, Preparation } from './conference/index.ts';
import type { Live } from './live/index.ts';
import { SESSION_SECONDS, type Accounts, type OrganisationStore } from './organisation/index.ts';
import type { Db } from './platform/db/index.ts';
import type { SeatRegistry } from './platform/identity/index.ts';
import type { SeatSlice } from './seat/index.ts';
import type { SiteStore } from './site/index.ts';

type Parts = {
  readonly db: Db;
  readonly attendance: AttendanceSlice;
  readonly conferences: ConferenceStore;
  readonly preparation: Preparation;
  readonly units: OrganisationStore;
  readonly sites: SiteStore;
  readonly seat: SeatSlice;
  readonly registry: SeatRegistry;
  readonly live: Live;
  readonly accounts: Accounts;
};

/** More than a demo's conference has sites: 34 provinces and some communes. */
const ALL_SITES = 200;

/** What the demo may do with the slices: nothing that their own rules would not allow. */
export const demoPorts = ({
  db,
  attendance,
  conferences,
  preparation,
  units,
  sites,
  seat,
  registry,
  live,
  accounts,
}: Parts): DemoPorts & { readonly provinceCodes: () => Promise<readonly string[]> } => {
  const root = async () => {
    const unitId = await units.units.root();
    if (unitId === undefined) throw new Error('the tree of units is empty');
    return unitId;
  };
  return {
    conferences: async () => {
      const found = await Promise.all((await conferences.demo()).map((id) => conferences.find(id)));
      return found.flatMap((one) =>
        one ? [{ conferenceId: one.conferenceId, name: one.name, isClosed: one.status === 'closed' }] : [],
      );
    },
    prepare: async (actor, body) => {
      const unitId = await root();
      return preparation.create(actor, unitId, [unitId], body, true);
    },
    invitePerson: async (actor, conferenceId, person) => {
      const unitId = await root();
      const found = await conferences.find(conferenceId);
      if (!found) return refuse('conference.not_found');
      return preparation.invitePerson(actor, found, [unitId], { ...person, unitId });
    },
    hallSiteId: async () => {
      const hall = await sites.byCode(CENTRE_CODE);
      if (!hall) throw new Error('the main hall is not among the sites');
      return hall.siteId;
    },
    provinceCodes: async () => {
      const unitId = await root();
      const provinces = await units.units.list({
        parentId: unitId,
        within: [unitId],
        q: '',
        after: '',
        limit: ALL_SITES,
      });
      return provinces.map(({ code }) => code);
    },
    sitesOf: (conferenceId) => conferences.sites({ conferenceId, q: '' }, null, ALL_SITES),
    putDelegates: attendance.importRoster,
    seatsOfRole: seat.store.ofRole,
    insertSeat: (one) => seat.store.insert(db, one),
    bind: seat.seats.bind,
    isHeldBy: async (seatId, token) => (await registry.verify(seatId, token)) !== null,
    isHeldByPerson: async ({ conferenceId, seatId }, simulatedLabel) =>
      (await registry.seatsOf(conferenceId)).some(
        (holder) => holder.seatId === seatId && holder.deviceLabel !== simulatedLabel,
      ),
    submit: live.commands.submit,
    enterAsAdministrator: async () => ({
      token: (await accounts.enterAs(ADMINISTRATOR)).token,
      maxAgeSeconds: SESSION_SECONDS,
    }),
  };
};
