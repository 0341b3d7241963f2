import { sql } from 'kysely';
import { z } from 'zod';
import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import {
  CHECK_PARTS,
  HelpId,
  type HelpPage,
  type HelpQuery,
  type SupportedSite,
  type SupportedSiteFilter,
  type SupportedSitePage,
  type SupportedSiteQuery,
} from '@diemcau/domain/support';
import type { Db } from '../platform/db/index.ts';
import { cursorText, cutPage, likeWords, readCursor } from '../platform/http/index.ts';
import { atCentre, helpOf, helpRows } from './help-rows.ts';
import { IS_KNOWN, sampleOf } from './line-samples.ts';
import type { SupportPorts } from './ports.ts';
import { tablesIn } from './tables.ts';

/** Requests at the centre first, then who waits longest. */
const AfterHelp = z.tuple([z.boolean(), z.number(), HelpId]);
/** What needs somebody first, then the hall, then by code. */
const AfterSite = z.tuple([z.number().int(), z.boolean(), cursorText]);

type Parts = { readonly db: Db; readonly ports: Pick<SupportPorts, 'contacts'> };

const READY = sql<boolean>`coalesce(v.right_parts, 0) = ${CHECK_PARTS.length}`;
const IS_LOST = sql<boolean>`(not p.screen and p.screen_seen is not null)`;
const IS_WEAK = sql<boolean>`(p.screen and coalesce(r.weak, false))`;
const RANK = sql<number>`
  (case when h.id is not null then 0 when ${IS_LOST} then 1 when v.wrong_parts > 0 then 2 when ${IS_WEAK} then 3
    when not ${READY} then 4 else 5 end)`;

/** Requests and sites as who helps sees them, page by page. Reads only. */
export const createLists = ({ db, ports }: Parts) => {
  const requests = (conferenceId: ConferenceId, province: string | null) => {
    const query = helpRows(db)
      .innerJoin('conference_site as s', (join) =>
        join.onRef('s.conference_id', '=', 'h.conference_id').onRef('s.site_id', '=', 'h.site_id'),
      )
      .where('h.conference_id', '=', conferenceId)
      .where('h.ended_at', 'is', null);
    // The province's own calls are the centre's matter.
    return province === null
      ? query
      : query.where('s.province_code', '=', province).where(sql<boolean>`cardinality(s.unit_path) > 2`);
  };

  const sites = (conferenceId: ConferenceId, q: string, province: string | undefined, filter: SupportedSiteFilter) => {
    let query = tablesIn(db)
      .selectFrom('conference_site as s')
      .leftJoin('support_site as v', (join) =>
        join.onRef('v.conference_id', '=', 's.conference_id').onRef('v.site_id', '=', 's.site_id'),
      )
      .leftJoin('site_connection as p', (join) =>
        join.onRef('p.conference_id', '=', 's.conference_id').onRef('p.site_id', '=', 's.site_id'),
      )
      .leftJoin('help_request as h', (join) =>
        join
          .onRef('h.conference_id', '=', 's.conference_id')
          .onRef('h.site_id', '=', 's.site_id')
          .on('h.ended_at', 'is', null),
      )
      .leftJoin('line_report as r', (join) =>
        join.onRef('r.conference_id', '=', 's.conference_id').onRef('r.site_id', '=', 's.site_id').on(IS_KNOWN),
      )
      .where('s.conference_id', '=', conferenceId);
    for (const word of likeWords(q)) query = query.where('s.search', 'like', word);
    if (province === '') query = query.where('s.province_code', 'is', null);
    else if (province !== undefined) query = query.where('s.province_code', '=', province);
    if (filter === 'wanting') query = query.where(sql<boolean>`not ${READY}`);
    if (filter === 'lost') query = query.where(IS_LOST);
    if (filter === 'weak') query = query.where(IS_WEAK);
    if (filter === 'help') query = query.where('h.id', 'is not', null);
    return query;
  };

  return {
    /** Open requests. @param province of its communes; null: all */
    helps: async (
      conferenceId: ConferenceId,
      province: string | null,
      { cursor, limit }: HelpQuery,
    ): Promise<HelpPage> => {
      const after = readCursor(AfterHelp, cursor);
      let query = requests(conferenceId, province)
        .select(['s.code', 's.name', 's.province'])
        .select([atCentre.as('isAtCentre'), sql<number>`(extract(epoch from h.opened_at) * 1000)::float8`.as('since')]);
      if (after)
        query = query.where(
          sql<boolean>`(not ${atCentre}, (extract(epoch from h.opened_at) * 1000)::float8, h.id) > (${!after[0]}::boolean, ${after[1]}::float8, ${after[2]}::uuid)`,
        );
      const [rows, { total }] = await Promise.all([
        query
          .orderBy(sql`not ${atCentre}`)
          .orderBy('since')
          .orderBy('h.id')
          .limit(limit + 1)
          .execute(),
        requests(conferenceId, province)
          .clearSelect()
          .select(sql<number>`count(*)::int`.as('total'))
          .executeTakeFirstOrThrow(),
      ]);
      const page = cutPage(rows, limit, ({ isAtCentre, since, helpId }) => [isAtCentre, since, helpId]);
      const contacts = await ports.contacts(
        conferenceId,
        page.rows.map(({ siteId }) => siteId),
      );
      return {
        items: page.rows.map((row) => ({
          ...helpOf(row),
          site: { siteId: row.siteId, code: row.code, name: row.name, province: row.province },
          contact: contacts.get(row.siteId) ?? null,
          isAtCentre: row.isAtCentre,
        })),
        next: page.next,
        total,
      };
    },

    /** Sites whose line is weak (H14), and those of which a call is open. */
    wanting: async (conferenceId: ConferenceId): Promise<Record<'weak' | 'calling', SiteId[]>> => {
      const rows = await sites(conferenceId, '', undefined, 'all')
        .select(['s.site_id as siteId', sql<boolean>`h.id is not null`.as('calls'), IS_WEAK.as('weak')])
        .where(sql<boolean>`(h.id is not null or ${IS_WEAK})`)
        .execute();
      const those = (are: 'calls' | 'weak') => rows.filter((row) => row[are]).map(({ siteId }) => siteId);
      return { weak: those('weak'), calling: those('calls') };
    },

    sites: async (
      conferenceId: ConferenceId,
      { q = '', province, filter, cursor, limit }: SupportedSiteQuery,
    ): Promise<SupportedSitePage> => {
      const after = readCursor(AfterSite, cursor);
      let query = sites(conferenceId, q, province, filter)
        .select(['s.site_id as siteId', 's.code', 's.name', 's.province', 's.hall', 'h.kind as help'])
        .select(sql<string | null>`r.samples[1]`.as('sample'))
        .select(['p.screen', 'p.clerk', 'p.screen_seen as seen', 'v.right_parts', 'v.wrong_parts', 'v.confirmed_at'])
        .select(RANK.as('rank'));
      if (after)
        query = query.where(
          sql<boolean>`(${RANK}, not s.hall, s.code) > (${after[0]}::int, ${!after[1]}::boolean, ${after[2]}::text)`,
        );
      const [rows, { total }] = await Promise.all([
        query
          .orderBy('rank')
          .orderBy('s.hall', 'desc')
          .orderBy('s.code')
          .limit(limit + 1)
          .execute(),
        sites(conferenceId, q, province, filter)
          .select(sql<number>`count(*)::int`.as('total'))
          .executeTakeFirstOrThrow(),
      ]);
      const page = cutPage(rows, limit, ({ rank, hall, code }) => [rank, hall, code]);
      const contacts = await ports.contacts(
        conferenceId,
        page.rows.map(({ siteId }) => siteId),
      );
      const siteOf = (row: (typeof rows)[number]): SupportedSite => {
        const { siteId, code, name, hall, help, seen } = row;
        const screen = row.screen ? 'present' : seen ? 'lost' : 'absent';
        return {
          siteId,
          code,
          name,
          province: row.province,
          hall,
          screen,
          lostAt: screen === 'lost' && seen ? seen.getTime() : null,
          clerkHere: row.clerk ?? false,
          line: screen === 'present' && row.sample !== null ? sampleOf(row.sample) : null,
          readiness: {
            right: row.right_parts ?? 0,
            wrong: row.wrong_parts ?? 0,
            confirmed: row.confirmed_at !== null,
          },
          help,
          contact: contacts.get(siteId) ?? null,
        };
      };
      return { items: page.rows.map(siteOf), next: page.next, total };
    },
  };
};
export type Lists = ReturnType<typeof createLists>;
