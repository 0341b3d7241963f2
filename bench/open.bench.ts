// Pages with rows by the thousand on a slow machine, beside the same pages with 34: how soon the first row stands there,
// and how long a frame takes while the list is scrolled; a round of each in turn.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { prepareConference, startForRun, startHouse, type TestConference } from '@diemcau/testkit';
import type { Page } from 'playwright-core';
import { Pages } from './browser.ts';
import { figure, median, ratioAtMost, report } from './measure.ts';
import { invitedSiteIds } from './seats.ts';

const ROUNDS = 5;
/** A laptop of six years ago. */
const SLOWER = 4;
const FEW = 34;
const DELEGATES = 20_000;
const ROW = '.ui-table-body [role=row]';

const stop = await startForRun();
const house = await startHouse();
const server = house.servers[0]!;
const few = await prepareConference(server, { sites: 0 });
const { cookie } = few;
const many = await prepareConference(server, { sites: 0, everySite: true }, cookie);
const client = new pg.Client({ connectionString: house.databaseUrl });
await client.connect();

/** So many sites of the country, in the order of their codes. */
const inviteTo = async ({ conferenceId, origin }: TestConference, howMany: number): Promise<void> => {
  const siteIds = (await invitedSiteIds(client, many.conferenceId)).slice(0, howMany);
  const answer = await fetch(`${origin}/api/v1/conferences/${conferenceId}/invitations`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ siteIds, underUnitIds: [], codes: [] }),
  });
  if (!answer.ok) throw new Error(`sites were not invited: ${await answer.text()}`);
};

/** Delegates who are absent, spread over the sites; as their clerks would have noted them one by one. */
const absentAt = async ({ conferenceId }: TestConference, howMany: number): Promise<void> => {
  const siteIds = await invitedSiteIds(client, conferenceId);
  const ids = Array.from({ length: howMany }, () => randomUUID());
  await client.query(
    `insert into delegate (id, conference_id, site_id, honorific, name, position, kind, status, reason, search, sort_key)
     select id, $1, ($2::uuid[])[1 + n % $3], 'Ông', 'Nguyễn Văn ' || n, 'Trưởng Ban Công tác Mặt trận', 'official',
       'absent', 'Đi công tác', 'nguyen van ' || n, 'van nguyen ' || n
     from unnest($4::uuid[]) with ordinality as t(id, n)`,
    [conferenceId, siteIds, siteIds.length, ids],
  );
};

await inviteTo(few, FEW);
await absentAt(few, FEW);
await absentAt(many, DELEGATES);

const pages = await Pages.launch();
const context = await pages.empty();
const [name = '', value = ''] = cookie.split('=', 2);
await context.addCookies([{ name, value, url: few.origin }]);

const slowPage = async (): Promise<Page> => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1366, height: 768 });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return page;
};

/** Ms since the page was asked for, or since `sinceMs` of its clock, until the first row stands there. */
const firstRow = (page: Page, sinceMs = 0): Promise<number> =>
  page.evaluate(
    ([selector, since]) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(selector)) resolve(performance.now() - since);
          else requestAnimationFrame(look);
        };
        look();
      }),
    [ROW, sinceMs] as const,
  );

/** Ms of a frame on average while the table goes down and up again. */
const scrolled = (page: Page): Promise<number> =>
  page.locator('.ui-table').evaluate(
    (table) =>
      new Promise<number>((resolve) => {
        const frames = 120;
        const step = 120;
        let [done, way] = [0, 1];
        const began = performance.now();
        const next = () => {
          const end = table.scrollHeight - table.clientHeight;
          if (table.scrollTop >= end - 1) way = -1;
          else if (table.scrollTop <= 0) way = 1;
          table.scrollTop += way * step;
          done += 1;
          if (done < frames) requestAnimationFrame(next);
          else resolve((performance.now() - began) / frames);
        };
        requestAnimationFrame(next);
      }),
  );

type Measured = { readonly first: number[]; readonly frame: number[] };
const nothing = (): Measured => ({ first: [], frame: [] });

/** Opens one page of a conference and measures it. */
type Opening = (page: Page, conference: TestConference) => Promise<number>;
const opened =
  (path: string): Opening =>
  async (page, { origin, conferenceId }) => {
    await page.goto(`${origin}/c/${conferenceId}/${path}`, { waitUntil: 'commit' });
    return firstRow(page);
  };
const absentees: Opening = async (page, { origin, conferenceId }) => {
  await page.goto(`${origin}/c/${conferenceId}/record`);
  const tab = page.getByRole('button', { name: 'Vắng mặt', exact: true });
  await tab.waitFor();
  const sinceMs = await page.evaluate(() => performance.now());
  await tab.click();
  return firstRow(page, sinceMs);
};
const kinds: readonly (readonly [string, Opening])[] = [
  ['sites of a conference', opened('prepare')],
  ['rosters of the sites', opened('delegates')],
  ['absent delegates', absentees],
];

const figures = [];
for (const [what, open] of kinds) {
  const [ofMany, ofFew] = [nothing(), nothing()];
  // The first round fills the browser's caches and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [conference, measured] of [
      [many, ofMany],
      [few, ofFew],
    ] as const) {
      const page = await slowPage();
      const first = await open(page, conference);
      const frame = await scrolled(page);
      await page.close();
      if (round === 0) continue;
      measured.first.push(first);
      measured.frame.push(frame);
    }
  const bar = ratioAtMost(1.5);
  figures.push(
    figure(`${what}: first row, thousands beside ${FEW}`, 'ms', median(ofMany.first), median(ofFew.first), bar),
    figure(`${what}: a frame of scrolling`, 'ms', median(ofMany.frame), median(ofFew.frame), bar),
  );
}

await pages.close();
await client.end();
await house.stop();
await stop();
await report('open', figures);
