import type { ConferenceId } from '@diemcau/domain/kernel';
import type { Db, RunKept } from '../platform/db/index.ts';
import { createAbsentees } from './absentees.ts';
import { checkInRoutes } from './check-in-routes.ts';
import { createCheckIn } from './check-in.ts';
import { deskRoutes } from './desk-routes.ts';
import { createMarks } from './marks.ts';
import type { Conferences } from './ports.ts';
import { afterRehearsal } from './rehearsals.ts';
import { createReminders } from './reminders.ts';
import { createReport } from './report.ts';
import { createRosterStore } from './roster-store.ts';
import { createRosters } from './rosters.ts';
import { siteRoutes, type AttendanceApi } from './site-routes.ts';
import { createAttendingSites } from './sites.ts';

export type AttendanceParts = {
  readonly db: Db;
  readonly runKept: RunKept;
  readonly conferences: Conferences;
  /** Key of the installation. */
  readonly key: string;
  readonly now: () => number;
};

/** Rosters and roll calls of sites. Numbered rules: docs/spec/attendance.md. */
export const createAttendanceSlice = ({ db, runKept, conferences, key, now }: AttendanceParts) => {
  const store = createRosterStore(db);
  const sites = createAttendingSites(db);
  const absentees = createAbsentees(db);
  const rosters = createRosters({ db, store });
  const checkIn = createCheckIn({ db, store, conferences, key, now });
  return {
    /** What the pages' frames hold. */
    read: { totals: sites.totals, own: sites.own, checkIns: checkIn.shown, afterRehearsal },
    contacts: sites.contacts,
    /** All who are marked as absent, page by page, for files. */
    absentees: (conferenceId: ConferenceId) => absentees.pages(conferenceId),
    importRoster: rosters.import,
    rosters: { isFree: rosters.isFree, enrol: rosters.enrol },
    routes: (api: AttendanceApi): void => {
      const marks = createMarks({ db, runKept, store, conferences, now });
      siteRoutes(api, { sites, store, rosters, marks, conferences });
      const reminders = createReminders({ db, conferences });
      deskRoutes(api, { sites, absentees, conferences, reminders, writeReport: createReport(db, sites) });
      checkInRoutes(api, { checkIn, store, sites });
    },
  };
};
export type AttendanceSlice = ReturnType<typeof createAttendanceSlice>;
