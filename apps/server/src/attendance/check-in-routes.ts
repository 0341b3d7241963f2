import { z } from 'zod';
import { CheckInBody, CheckInNames, CheckInNamesBody } from '@diemcau/domain/attendance';
import { DelegateId, MAX_PAGE, ok, refuse } from '@diemcau/domain/kernel';
import { cursorText, cutPage, readCursor } from '../platform/http/index.ts';
import type { CheckIn } from './check-in.ts';
import { placeOf, type RosterStore } from './roster-store.ts';
import type { AttendanceApi } from './site-routes.ts';
import type { AttendingSites } from './sites.ts';

type Parts = { readonly checkIn: CheckIn; readonly store: RosterStore; readonly sites: AttendingSites };

/** Many rooms may stand behind one address; guessing is held back by itself. */
const options = { config: { rateLimit: { max: 6000, timeWindow: '1 minute' } } };

/** A delegate's phone: it knows nothing but the code that the room screen showed. */
export const checkInRoutes = (api: AttendanceApi, { checkIn, store, sites }: Parts): void => {
  api.route({
    method: 'POST',
    url: '/check-in/names',
    as: 'anyone',
    action: 'checkIn.names',
    summary: 'Open a check-in code: the names of its site',
    options,
    body: CheckInNamesBody,
    response: CheckInNames,
    handler: async ({ body, request }) => {
      const opened = await checkIn.open(body.secret, request.ip);
      if (!opened.ok) return opened;
      const after = readCursor(z.tuple([z.number().int(), cursorText, DelegateId]), body.cursor);
      const [site, rows] = await Promise.all([
        sites.one(opened.value.conferenceId, null, opened.value.siteId),
        store.list(opened.value, '', after, MAX_PAGE + 1),
      ]);
      if (!site) return refuse('check_in.wrong');
      const page = cutPage(rows, MAX_PAGE, placeOf);
      const items = page.rows.map(({ delegateId, honorific, name, status }) => ({
        delegateId,
        honorific,
        name,
        present: status === 'present',
      }));
      return ok({ items, next: page.next, siteName: site.name });
    },
  });
  api.route({
    method: 'POST',
    url: '/check-in',
    as: 'anyone',
    action: 'checkIn.enter',
    summary: 'Say which delegate this is; the code is used then',
    options,
    body: CheckInBody,
    handler: ({ body, request }) => checkIn.enter(body, request.ip),
  });
};
