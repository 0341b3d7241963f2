// How soon "Tiếp" of a row, which moves agenda, floor and picture in one append, is seen at a room screen, beside a bare
// cut to the same sites: both sent by the frames of a desk, a round of each in turn.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AgendaItemId, RowId, SiteId } from '@diemcau/domain/kernel';
import { prepareConference, SeatClient, startForRun, startHouse, type Place } from '@diemcau/testkit';
import { nowMs, Pages } from './browser.ts';
import { RoomScreens } from './cut/product.ts';
import { standIn } from './cut/stand-in.ts';
import { figure, median, noBar, percentile, ratioAtMost, report } from './measure.ts';

const ROUNDS = 6;
/** Of a round; the first of each is not counted. A frame is 40 ms: few steps would say more about chance than about us. */
const STEPS = 19;
/** Nobody acts in step with a camera's frames. */
const PAUSE_MS = { least: 400, more: 400 };

const stop = await startForRun();
const house = await startHouse();
const conference = await prepareConference(house.servers[0]!, { sites: 3 });
const { origin, hall } = conference;
const [a, b] = [conference.site(1), conference.site(2)];
const pages = await Pages.launch();
const hallScreen = await standIn(origin, await conference.room(hall), true);
const moderator = await SeatClient.open(origin, await conference.seat('moderator'));
const operator = await SeatClient.open(origin, await conference.seat('operator'));
await moderator.must({ type: 'conference.open' });
const rooms = await RoomScreens.open(pages, origin, [
  await conference.room(conference.site(3)),
  await conference.room(a),
  await conference.room(b),
]);

const siteIdOf = ({ siteId }: Place): SiteId => SiteId.parse(siteId);
const placeOf = (step: number): Place => (step % 2 === 0 ? a : b);

const seenAfter = async ({ number }: Place, sinceMs: number): Promise<number> => {
  const given = [number, sinceMs] as const;
  return (await rooms.watcher.evaluate(([wanted, since]) => window.timing.seen(wanted, since), given)) - sinceMs;
};

/** Both sites move at the watcher, so that no side has to wait for a picture. */
const ready = async (): Promise<void> => {
  await rooms.isWarm(a, b);
  await delay(PAUSE_MS.least + Math.random() * PAUSE_MS.more);
};

const bareCuts = async (): Promise<readonly number[]> => {
  await operator.must({ type: 'programme.takeOver' });
  await moderator.must({ type: 'floor.setStandby', siteIds: [siteIdOf(a), siteIdOf(b)] });
  const ms: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    await ready();
    const sentAt = nowMs();
    const cut = operator.must({
      type: 'programme.cut',
      source: { kind: 'site', siteId: siteIdOf(placeOf(step)) },
    });
    ms.push(await seenAfter(placeOf(step), sentAt));
    await cut;
  }
  await moderator.must({ type: 'floor.resetStandby' });
  await operator.must({ type: 'programme.follow' });
  return ms.slice(1);
};

/** A row for each step, with an agenda item of its own. */
const planned = async (): Promise<readonly RowId[]> => {
  const rowIds: RowId[] = [];
  for (let step = 0; step < STEPS + 2; step += 1) {
    const itemId = AgendaItemId.parse(randomUUID());
    const place = { presenterId: null, parentId: null, before: null };
    await moderator.must({ type: 'agenda.add', itemId, kind: 'report', seconds: 600, ...place }, { title: 'Báo cáo' });
    const rowId = RowId.parse(randomUUID());
    const speaker = { siteId: siteIdOf(placeOf(step)), speakerId: null };
    const act = { kind: 'speech', speechKind: 'report', speaker, reserve: null, requestId: null } as const;
    await moderator.must({ type: 'runSheet.add', rowId, act, itemId, seconds: 300, before: null });
    rowIds.push(rowId);
  }
  return rowIds;
};

const rowsDone = async (): Promise<readonly number[]> => {
  const rowIds = await planned();
  const ms: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    await ready();
    const { floor, runSheet } = moderator.live;
    const rowId = rowIds[step]!;
    const endTurnId = floor.turn?.turnId ?? null;
    const sentAt = nowMs();
    const done = moderator.must({ type: 'runSheet.next', rowId, fromRowId: runSheet.currentId, endTurnId });
    ms.push(await seenAfter(placeOf(step), sentAt));
    await done;
    await moderator.until(() => moderator.live.runSheet.currentId === rowId, 'the row');
  }
  const { turn } = moderator.live.floor;
  if (turn) await moderator.must({ type: 'floor.end', turnId: turn.turnId });
  for (const rowId of rowIds.slice(STEPS)) await moderator.must({ type: 'runSheet.remove', rowId });
  return ms.slice(1);
};

const cuts: number[] = [];
const rows: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  cuts.push(...(await bareCuts()));
  rows.push(...(await rowsDone()));
}

for (const client of [moderator, operator]) client.close();
await rooms.close();
await pages.close();
hallScreen.stop();
await house.stop();
await stop();

const late = (ms: readonly number[]): number => percentile(ms, 0.95);
await report('run-sheet', [
  figure('"Tiếp" of a row until it is seen, median', 'ms', median(rows), median(cuts), ratioAtMost(1.2)),
  figure('"Tiếp" of a row until it is seen, 95 of 100', 'ms', late(rows), late(cuts), noBar),
]);
