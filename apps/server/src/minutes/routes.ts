import { z } from 'zod';
import { ok, refuse, type ConferenceId } from '@diemcau/domain/kernel';
import {
  NotePage,
  OfRehearsal,
  PutNoteBody,
  RecordPage,
  RecordSummary,
  SinceQuery,
  SpokenPeoplePage,
  SpokenQuery,
  SpokenSitesPage,
  StillPage,
  WithdrawNoteBody,
  type MinutesCode,
} from '@diemcau/domain/minutes';
import type { Action, Resource } from '@diemcau/domain/organisation';
import {
  attach,
  conferenceOfSeat,
  readsOfAdministrator,
  readsOfSeat,
  type Api,
  type ConferenceReads,
} from '../platform/http/index.ts';
import type { Notes } from './notes.ts';
import type { RecordPorts } from './ports.ts';
import type { Reads } from './reads.ts';
import type { WriteExports } from './exports.ts';

export type MinutesApi = Api<Action, Resource, MinutesCode | 'access.not_found' | 'conference.not_found'>;
export type RoutesParts = {
  readonly reads: Reads;
  readonly notes: Notes;
  readonly ports: RecordPorts;
  readonly exports: WriteExports;
};

const reads = <P extends z.ZodType>(api: MinutesApi, parts: RoutesParts, base: ConferenceReads<P>): void => {
  const { conferenceOf, prefix, ...common } = base;
  const read = <Q extends z.ZodType, R extends z.ZodType>(
    path: string,
    summary: string,
    query: Q,
    response: R,
    of: (conferenceId: ConferenceId, query: z.output<Q>) => Promise<z.output<R> | null>,
  ) =>
    api.route({
      ...common,
      method: 'GET',
      url: `${prefix}/record${path}`,
      action: 'record.read',
      summary,
      query,
      response,
      handler: async (input) => {
        const conferenceId = conferenceOf(input.actor, input.params);
        const found = conferenceId && (await of(conferenceId, input.query));
        return found ? ok(found) : refuse(common.unknown);
      },
    });
  const { entries, notes, people, sites, stills } = parts.reads;
  read('', 'What happened, in the order of changes: entries that changed after one', SinceQuery, RecordPage, entries);
  read('/notes', 'Notes and recommendations that changed after one', SinceQuery, NotePage, notes);
  read('/stills', 'Stills that came after one, in the order in which they came', SinceQuery, StillPage, stills);
  read('/people', 'Who spoke how long, in the order of first speeches', SpokenQuery, SpokenPeoplePage, people);
  read('/sites', 'Which sites spoke how long, in the order of first speeches', SpokenQuery, SpokenSitesPage, sites);
  read('/summary', 'The conference in numbers, by agenda item', OfRehearsal, RecordSummary, (conferenceId, query) =>
    parts.reads.summary(conferenceId, query),
  );
};

const FILES = { xlsx: 'a workbook', pdf: 'a PDF on A4' } as const;

const files = <P extends z.ZodType>(api: MinutesApi, parts: RoutesParts, base: ConferenceReads<P>): void => {
  const { conferenceOf, prefix, ...common } = base;
  for (const kind of ['xlsx', 'pdf'] as const) {
    api.route({
      ...common,
      method: 'GET',
      url: `${prefix}/record.${kind}`,
      action: 'record.export',
      summary: `The whole record as ${FILES[kind]}`,
      response: z.unknown(),
      handler: async ({ actor, params, reply }) => {
        const conferenceId = conferenceOf(actor, params);
        const written = conferenceId && (await parts.exports[kind](conferenceId));
        if (!written) return refuse(common.unknown);
        attach(reply, kind, 'dien-bien', `Diễn biến - ${written.name}`);
        return ok(written.file);
      },
    });
  }
};

/** The record for desks and administrators, and the notes that the secretary writes beside it. */
export const minutesRoutes = (api: MinutesApi, parts: RoutesParts): void => {
  const administrators = readsOfAdministrator(async (id) => (await parts.ports.about(id))?.unitPath);
  reads(api, parts, readsOfSeat);
  reads(api, parts, administrators);
  files(api, parts, readsOfSeat);
  files(api, parts, administrators);
  const { as, params, unknown, resource } = readsOfSeat;
  const common = { as, params, unknown, resource, method: 'POST', action: 'record.note' } as const;
  api.route({
    ...common,
    url: '/seats/:seatId/record/notes',
    summary: 'Write a note or a recommendation beside a moment, or change it: the former text is kept',
    body: PutNoteBody,
    handler: async ({ actor, body }) => {
      const conferenceId = conferenceOfSeat(actor);
      return conferenceId === null ? refuse('access.not_found') : parts.notes.put(actor, conferenceId, body);
    },
  });
  api.route({
    ...common,
    url: '/seats/:seatId/record/notes/withdrawals',
    summary: 'Withdraw a note; it stays in the record as withdrawn',
    body: WithdrawNoteBody,
    handler: async ({ actor, body }) => {
      const conferenceId = conferenceOfSeat(actor);
      return conferenceId === null ? refuse('access.not_found') : parts.notes.withdraw(actor, conferenceId, body);
    },
  });
};
