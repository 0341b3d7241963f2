import fc from 'fast-check';
import {
  counter,
  hall,
  itemNo,
  moderator,
  newRollCall,
  contentNo,
  filmNo,
  pollingNo,
  requestNo,
  rowNo,
  seat,
  seatNo,
  site,
  sourceNo,
  speaker,
  START,
  turnNo,
} from '../kernel/given.fixture.ts';
import {
  LINE_STEPS,
  SpeechKind,
  type Actor,
  type Layout,
  type Recorded,
  type RequestId,
  type Result,
} from '../kernel/index.ts';
import { AgendaKind } from '../agenda/index.ts';
import { rowsAhead, type RowAct } from '../run-sheet/index.ts';
import { PollingMode, type Source } from '../programme/index.ts';
import { Command, decideLive, evolveLive, initialLive, typesOf } from './index.ts';
import type { Live, LiveCode, LiveEvent } from './index.ts';
import { sensible } from './sensible-commands.fixture.ts';

/** What a person, the reconciler or a late page tries; the numbers choose targets in the state of that moment. */
type Attempt = {
  /** `sensible`: one of those that people try in such a state. */
  readonly type: Command['type'] | 'sensible';
  readonly actor: 'moderator' | 'clerk' | 'system';
  readonly waitMs: number;
  readonly a: number;
  readonly b: number;
  readonly limitSeconds: number | null;
};

/** Sites 1 to 5 may take part (6 never does), with two speakers each. */
const SITES = 6;
/** One of these; now and then none, so that strays are tried too. */
const pick = <T>(from: readonly T[], n: number): T | undefined => (n % 8 === 7 ? undefined : from[n % from.length]);

/** Mostly a request that waits; now and then one that never was. */
const waiting = ({ floor }: Live, n: number): RequestId => pick(floor.queue, n)?.requestId ?? requestNo(90_000 + n);
/** Mostly the turn of this moment or the one that has just ended; now and then an older one. */
const turnOf = ({ floor }: Live, n: number) =>
  pick(
    [floor.turn?.turnId, floor.ended?.turn.turnId].filter((id) => id !== undefined),
    n,
  ) ?? turnNo(90_000 + n);
const sourceOf = (n: number): Source => (n % 7 === 6 ? { kind: 'title' } : { kind: 'site', siteId: site(n % SITES) });
const LAYOUTS: readonly Layout[] = [
  { kind: 'hallBeside' },
  { kind: 'mosaic4', siteIds: [1, 2, 3].map(site) },
  { kind: 'mosaic9', siteIds: [5, 4, 0, 2].map(site) },
  { kind: 'title', card: 'break' },
  { kind: 'content' },
  { kind: 'one' },
];
const layoutOf = (n: number): Layout => LAYOUTS[n % LAYOUTS.length] ?? { kind: 'one' };
/** Mostly an item or row that is there; now and then one that never was. */
const itemOf = ({ agenda }: Live, n: number) => pick(agenda.items, n)?.itemId ?? itemNo(90_000 + n);
const rowOf = ({ runSheet }: Live, n: number) => pick(runSheet.rows, n)?.rowId ?? rowNo(90_000 + n);
const PLAIN_ROWS = [
  'opening',
  'introduction',
  'rollCall',
  'discussion',
  'break',
  'resume',
  'closing',
  'words',
] as const;
const actOf = (live: Live, a: number, b: number): RowAct => {
  if (b % 3 === 0) return { kind: PLAIN_ROWS[a % PLAIN_ROWS.length] ?? 'words' };
  const person = (n: number) => ({ siteId: site(n % SITES), speakerId: n % 5 === 4 ? null : speaker(n % 12) });
  const requestId = b % 4 === 1 ? waiting(live, a) : null;
  const reserve = a % 4 === 0 ? person(b) : null;
  return { kind: 'speech', speechKind: kindOf(b), speaker: person(a), reserve, requestId };
};
/** Mostly what "Tiếp" would do; now and then another row, or from another one. */
const nextRow = ({ runSheet, floor }: Live, a: number, b: number): Command => ({
  type: 'runSheet.next',
  rowId: pick(b % 3 === 0 ? runSheet.rows : rowsAhead(runSheet).slice(0, 1), a)?.rowId ?? rowNo(90_000 + a),
  fromRowId: b % 7 === 6 ? null : runSheet.currentId,
  endTurnId: b % 7 === 5 ? null : (floor.turn?.turnId ?? null),
});
/** Mostly the roll call that is there; now and then one that never was. */
const rollCallOf = ({ attendance: { rollCall } }: Live, n: number) =>
  pick(rollCall ? [rollCall.rollCallId] : [], n) ?? newRollCall(90_000 + n);
/** Mostly the polling that is there; now and then one that never was. */
const pollingOf = ({ programme: { polling } }: Live, n: number) =>
  pick(polling ? [polling.pollingId] : [], n) ?? pollingNo(90_000 + n);
const kindOf = (n: number) => SpeechKind.options[n % SpeechKind.options.length] ?? 'discussion';

const plannedItem = (n: number) => ({
  kind: AgendaKind.options[n % AgendaKind.options.length] ?? 'other',
  seconds: n % 4 === 0 ? null : 60 * (n % 30),
  presenterId: n % 3 === 0 ? null : speaker(n % 12),
});
const plannedRow = (live: Live, a: number, b: number) => ({
  act: actOf(live, a, b),
  itemId: b % 3 === 0 ? null : itemOf(live, a),
  seconds: a % 3 === 0 ? null : 60,
  ...(b % 2 === 0 ? {} : { layout: b % 8 === 1 ? null : layoutOf(a) }),
  ...(b % 3 === 0 ? {} : { film: b % 3 === 1 }),
});

/** The command that an attempt comes to, in this state. `nth` makes requests of their own. */
const commandOf = (live: Live, { type: tried, a, b, limitSeconds }: Attempt, nth: number, now: number): Command => {
  const type = tried === 'sensible' ? sensible(live, a + b) : tried;
  const siteId = site(a % (SITES + 1));
  switch (type) {
    case 'conference.prepare':
      return { type, kind: 'conference', startsAt: START, hallId: hall, siteLimit: 4 };
    case 'conference.invite':
    case 'conference.uninvite':
      return { type, siteIds: [site(a % SITES), site(b % SITES)] };
    case 'conference.pause':
      return b % 2 === 0 ? { type } : { type, returnsAt: now + (a - 200) * 1000 };
    case 'conference.setReturn':
      return { type, returnsAt: b % 4 === 0 ? null : now + (a - 200) * 1000 };
    case 'agenda.add': {
      const parentId = b % 3 === 0 ? itemOf(live, a) : null;
      const beside = live.agenda.items.filter((item) => item.parentId === parentId);
      const before = b % 2 === 0 ? (pick(beside, a)?.itemId ?? null) : null;
      return { type, ...plannedItem(b), itemId: itemNo(nth), parentId, before };
    }
    case 'agenda.change':
      return { type, ...plannedItem(b), itemId: itemOf(live, a) };
    case 'agenda.move': {
      const parentId = b % 2 === 0 ? itemOf(live, b) : null;
      const beside = live.agenda.items.filter((item) => item.parentId === parentId);
      const agendaVersion = live.agenda.version - (b % 5 === 4 ? 1 : 0);
      return { type, itemId: itemOf(live, a), parentId, before: pick(beside, b)?.itemId ?? null, agendaVersion };
    }
    case 'agenda.remove':
      return { type, itemId: itemOf(live, a) };
    case 'agenda.begin':
      return { type, itemId: itemOf(live, a), fromId: b % 5 === 4 ? null : (live.agenda.current?.itemId ?? null) };
    case 'agenda.finish':
    case 'agenda.takeBack':
      return { type, itemId: live.agenda.current?.itemId ?? itemOf(live, a) };
    case 'runSheet.add':
      return { type, ...plannedRow(live, a, b), rowId: rowNo(nth), before: b % 2 === 0 ? null : rowOf(live, b) };
    case 'runSheet.change':
      return { type, ...plannedRow(live, a, b), rowId: rowOf(live, a) };
    case 'runSheet.move': {
      const sheetVersion = live.runSheet.version - (b % 5 === 4 ? 1 : 0);
      return { type, rowId: rowOf(live, a), before: b % 4 === 3 ? null : rowOf(live, b), sheetVersion };
    }
    case 'runSheet.remove':
      return { type, rowId: rowOf(live, a) };
    case 'runSheet.mark':
      return { type, rowId: rowOf(live, a), as: (['waiting', 'held', 'skipped'] as const)[b % 3] ?? 'held' };
    case 'runSheet.next':
      return nextRow(live, a, b);
    case 'runSheet.takeBack':
      return { type, rowId: live.runSheet.currentId ?? rowOf(live, a) };
    case 'attendance.openRollCall':
      return { type, closesAt: now + (a - 200) * 1000 };
    case 'attendance.setDeadline':
      return { type, rollCallId: rollCallOf(live, a), closesAt: now + (b - 200) * 1000 };
    case 'attendance.closeRollCall':
      return { type, rollCallId: rollCallOf(live, a) };
    case 'conference.open':
    case 'conference.rehearse':
    case 'conference.endRehearsal':
    case 'conference.resume':
    case 'conference.close':
    case 'floor.resetStandby':
    case 'floor.silenceAll':
    case 'programme.takeOver':
    case 'programme.follow':
      return { type };
    case 'floor.request':
      return {
        type,
        requestId: requestNo(nth),
        siteId,
        speakerId: speaker((a % SITES) * 2 + (b % 2)),
        kind: kindOf(b),
      };
    case 'floor.withdraw':
      return { type, requestId: waiting(live, a) };
    case 'floor.move': {
      const queueVersion = live.floor.queueVersion - (b % 5 === 4 ? 1 : 0);
      return { type, requestId: waiting(live, a), before: b % 4 === 3 ? null : waiting(live, b), queueVersion };
    }
    case 'floor.setStandby':
      return { type, siteIds: [siteId, site(b % SITES)].slice(0, b % 3) };
    case 'floor.grant':
      return { type, requestId: waiting(live, a), limitSeconds };
    case 'floor.grantSite':
      return { type, siteId, speakerId: b % 3 === 0 ? null : speaker(b % 12), kind: kindOf(b), limitSeconds };
    case 'floor.next':
      return { type, endTurnId: b % 5 === 4 ? null : (live.floor.turn?.turnId ?? null), requestId: waiting(live, a) };
    case 'floor.nextSite': {
      const endTurnId = b % 5 === 4 ? null : (live.floor.turn?.turnId ?? null);
      return {
        type,
        endTurnId,
        siteId,
        speakerId: b % 3 === 0 ? null : speaker(b % 12),
        kind: kindOf(b),
        limitSeconds,
      };
    }
    case 'floor.takeBackGrant':
      return { type, turnId: live.floor.granted?.turnId ?? turnOf(live, a) };
    case 'floor.takeBack':
      return { type, turnId: live.floor.ended?.turn.turnId ?? turnOf(live, a) };
    case 'floor.end':
    case 'floor.resumeTurn':
    case 'floor.startSpeech':
      return { type, turnId: turnOf(live, a) };
    case 'floor.setLimit':
      return { type, turnId: turnOf(live, a), limitSeconds };
    case 'floor.extend':
      return { type, turnId: turnOf(live, a), bySeconds: 60 };
    case 'floor.nameSpeaker':
      return { type, turnId: turnOf(live, a), speakerId: speaker(b % 12) };
    case 'floor.correctSpeaker':
      return { type, speakerId: speaker(b % 12) };
    case 'floor.silence':
    case 'floor.liftSilence':
      return {
        type,
        siteId:
          pick(
            [hall, live.floor.turn?.siteId].filter((id) => id !== undefined),
            a,
          ) ?? siteId,
      };
    case 'programme.reportMissing':
      return {
        type,
        siteId:
          pick(
            [hall, live.floor.turn?.siteId].filter((id) => id !== undefined),
            a,
          ) ?? siteId,
      };
    case 'programme.noteLine':
      return { type, siteId, line: b % 3 === 0 ? null : { down: pick(LINE_STEPS, a) ?? 'full', up: 'still' } };
    case 'programme.startPolling': {
      // Now and then a site that stands twice, or takes no part.
      const siteIds = [a, a + 1, a + 2, ...(b % 9 === 8 ? [a] : [])].map((n) =>
        site(n % (b % 7 === 6 ? SITES + 1 : 5)),
      );
      const mode = pick(PollingMode.options, a) ?? 'preview';
      return { type, pollingId: pollingNo(nth), mode, siteIds, seconds: 10, repeat: b % 2 === 0 };
    }
    case 'programme.pausePolling':
    case 'programme.resumePolling':
    case 'programme.stopPolling':
      return { type, pollingId: pollingOf(live, b) };
    case 'programme.jumpPolling':
    case 'programme.stepPolling': {
      const polling = live.programme.polling;
      const move = (polling?.move ?? 0) + (b % 6 === 5 ? 1 : 0);
      const pollingId = pollingOf(live, b);
      if (type === 'programme.jumpPolling') return { type, pollingId, move, place: a % 4 };
      return { type, pollingId, move, absent: a % 3 === 0 ? (polling?.siteIds ?? []).slice(0, 1 + (b % 3)) : [] };
    }
    case 'programme.startContent': {
      const showing = live.floor.turn?.siteId ?? hall;
      const from = b % 2 === 0 ? 'camera' : 'screen';
      return { type, contentId: contentNo(nth), siteId: pick([showing, hall, siteId], a) ?? siteId, from };
    }
    case 'programme.stopContent':
    case 'programme.reportContentMissing':
      return { type, contentId: live.programme.content?.contentId ?? contentNo(90_000 + b) };
    case 'programme.startFilm':
      return { type, filmId: filmNo(nth) };
    case 'programme.addSource':
      return { type, siteId, sourceId: sourceNo(nth), kind: b % 2 === 0 ? 'camera' : 'microphone' };
    case 'programme.renameSource':
    case 'programme.removeSource':
    case 'programme.mixMicrophone': {
      const source = pick(live.programme.sources, a);
      const of = { siteId: source?.siteId ?? siteId, sourceId: source?.sourceId ?? sourceNo(90_000) };
      if (type !== 'programme.mixMicrophone') return { type, ...of };
      return { type, siteId: of.siteId, sourceId: b % 3 === 0 ? null : of.sourceId, open: b % 2 === 0 };
    }
    case 'programme.loadFilm':
    case 'programme.unloadFilm':
    case 'programme.startRowFilm':
      return { type, rowId: pick(live.runSheet.rows, a)?.rowId ?? rowNo(90_000 + b) };
    case 'programme.reportFilmDeskGone':
      return { type, seatId: pick(live.programme.loaded, a)?.seatId ?? seatNo(90_000) };
    case 'programme.stopFilm':
    case 'programme.reportFilmMissing':
      return { type, filmId: live.programme.film?.filmId ?? filmNo(90_000 + b) };
    case 'programme.reportBack':
      return { type, siteId: pick(live.programme.lost, a) ?? siteId };
    case 'programme.preview':
    case 'programme.cut':
      return b % 2 === 0 ? { type, source: sourceOf(a) } : { type, source: sourceOf(a), layout: layoutOf(b >> 1) };
    case 'programme.layout':
      return { type, layout: layoutOf(b) };
    case 'programme.lowerThird':
      return { type, shown: a % 2 === 0 };
  }
};

/** As `seats` of the stories knows the operator. */
const operator: Actor = Object.assign(seat('operator'), { seatId: seatNo(203) });

const actorOf = ({ actor, b }: Attempt, command: Command): Actor => {
  if (command.type.includes('Film') && actor !== 'system') return operator;
  if (actor === 'system') return { kind: 'system', name: 'reconciler' };
  return actor === 'clerk' ? seat('clerk', site(b % SITES)) : moderator;
};

const everyType = [...typesOf(Command)] as Command['type'][];
/** Rare, so that most stories go on for long. */
const ENDINGS: ReadonlySet<string> = new Set(['conference.close', 'conference.prepare']);
const attempt: fc.Arbitrary<Attempt> = fc.record({
  type: fc.oneof(
    { weight: 60, arbitrary: fc.constant<Attempt['type']>('sensible') },
    { weight: 40, arbitrary: fc.constantFrom<Attempt['type'][]>(...everyType.filter((t) => !ENDINGS.has(t))) },
    { weight: 1, arbitrary: fc.constantFrom<Attempt['type'][]>(...everyType) },
  ),
  actor: fc.constantFrom<Attempt['actor'][]>('moderator', 'moderator', 'clerk', 'system'),
  waitMs: fc.constantFrom(0, 1, 90, 400, 1000, 2999, 3001, 60_000),
  a: fc.nat(1000),
  b: fc.nat(1000),
  limitSeconds: fc.constantFrom(null, 60, 600),
});

/** One command that was decided, and what came of it. */
export type Played = {
  readonly command: Command;
  readonly actor: Actor;
  readonly now: number;
  readonly before: Live;
  readonly result: Result<readonly LiveEvent[], LiveCode>;
  readonly events: readonly Recorded<LiveEvent>[];
  readonly after: Live;
};

const played = (before: Live, command: Command, actor: Actor, now: number, newId: () => string): Played => {
  const result = decideLive(before, command, { now, newId, actor });
  const events = result.ok ? result.value.map((event) => ({ ...event, at: now })) : [];
  return { command, actor, now, before, result, events, after: events.reduce(evolveLive, before) };
};

const play = (attempts: readonly Attempt[], opening: readonly Command[]): readonly Played[] => {
  const newId = counter();
  const story: Played[] = [];
  let now = START;
  let live = initialLive;
  const add = (command: Command, actor: Actor) => {
    const step = played(live, command, actor, now, newId);
    story.push(step);
    live = step.after;
  };
  for (const command of opening) add(command, moderator);
  for (const [index, one] of attempts.entries()) {
    now += one.waitMs;
    const command = commandOf(live, one, index + 1, now);
    add(command, actorOf(one, command));
  }
  return story;
};

const prepare: Command = { type: 'conference.prepare', kind: 'congress', startsAt: START, hallId: hall, siteLimit: 4 };
const invite: Command = { type: 'conference.invite', siteIds: [1, 2, 3, 4].map(site) };
const OPENINGS: readonly (readonly Command[])[] = [
  [prepare, invite, { type: 'conference.open' }],
  [prepare, invite, { type: 'conference.open' }],
  [prepare, invite],
  [],
];

/** Stories of a conference, each command decided on what the ones before it left. */
export const stories: fc.Arbitrary<readonly Played[]> = fc
  .tuple(fc.array(attempt, { minLength: 30, maxLength: 60, size: 'max' }), fc.constantFrom(...OPENINGS))
  .map(([attempts, opening]) => play(attempts, opening));
