import { describe, expect, test } from 'vitest';
import type { Actor, ConferenceId, ConferenceRole, SiteId, UnitId } from '../kernel/index.ts';
import { RULES, isAction, type Action } from './actions.ts';
import { NOTHING, may, mayKnow, type Resource } from './rights.ts';

const id = <T>(n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as T;
const [centre, province, otherProvince] = [id<UnitId>(1), id<UnitId>(2), id<UnitId>(3)];
const [conference, otherConference] = [id<ConferenceId>(4), id<ConferenceId>(5)];
const [site, otherSite] = [id<SiteId>(6), id<SiteId>(7)];

const seat = (role: ConferenceRole): Actor => ({
  kind: 'seat',
  seatId: id(8),
  conferenceId: conference,
  role,
  siteId: site,
});
const administrator = (unitId: UnitId): Actor => ({ kind: 'administrator', accountId: id(9), unitIds: [unitId] });
const system: Actor = { kind: 'system', name: 'reconciler' };
const nobody: Actor = { kind: 'nobody' };

const own: Resource = { unitPath: [centre, province], conferenceId: conference, siteId: site };
const ownOtherSite: Resource = { ...own, siteId: otherSite };
const another: Resource = { ...own, conferenceId: otherConference };
const anotherSubtree: Resource = { ...another, unitPath: [centre, otherProvince] };

const ROLES = ['chair', 'moderator', 'operator', 'clerk', 'room', 'observer'] as const;
type Row = readonly [seats: string, administrator: boolean, system: boolean];

/** `c m o k r w`: chair, moderator, operator, clerk, room, observer ("watcher"); a capital: for the own site only. */
const LETTERS: Readonly<Record<ConferenceRole, string>> = {
  chair: 'c',
  moderator: 'm',
  operator: 'o',
  clerk: 'k',
  room: 'r',
  observer: 'w',
};
const ANYONE = 'anyone' as const;

const EXPECTED: Readonly<Record<Action, Row | typeof ANYONE>> = {
  'service.read': ANYONE,
  'session.read': ANYONE,
  'session.signIn': ANYONE,
  'session.signOut': ANYONE,
  'administrator.first': ANYONE,
  'seat.redeem': ANYONE,
  'seat.mine': ANYONE,
  'roomCode.ask': ANYONE,
  'roomCode.poll': ANYONE,
  'demo.read': ANYONE,
  'demo.openSeat': ANYONE,
  'demo.simulate': ANYONE,
  'media.signal': ANYONE,
  'media.webhook': ANYONE,
  'unit.list': ['', true, false],
  'site.list': ['', true, false],
  'site.resolve': ['', true, false],
  'conference.list': ['', true, false],
  'conference.read': ['', true, false],
  'conference.sites': ['', true, false],
  'conference.command': ['', true, false],
  'conference.prepare': ['', true, true],
  'conference.invite': ['', true, true],
  'conference.uninvite': ['', true, false],
  'conference.open': ['cm', true, false],
  'conference.pause': ['cm', true, false],
  'conference.resume': ['cm', true, false],
  'conference.close': ['cm', true, false],
  'seat.list': ['', true, false],
  'seat.issue': ['', true, false],
  'seat.reissue': ['', true, false],
  'seat.revoke': ['', true, false],
  'seat.read': ['cmokrw', false, false],
  'seat.sites': ['cmo', false, false],
  'roomScreen.confirm': ['K', false, false],
  'roomScreen.remove': ['K', false, false],
  'media.join': ['cmor', false, false],
  'socket.connect': ['cmokrw', false, false],
  'socket.watch': ['cmo', false, false],
  'socket.report': ['R', false, false],
  'socket.control': ['K', false, false],
  'floor.request': ['cmK', false, false],
  'floor.withdraw': ['cmK', false, false],
  'floor.move': ['cm', false, false],
  'floor.setStandby': ['cm', false, false],
  'floor.resetStandby': ['cm', false, false],
  'floor.grant': ['cm', false, false],
  'floor.grantSite': ['cm', false, false],
  'floor.next': ['cm', false, false],
  'floor.end': ['cm', false, false],
  'floor.takeBack': ['cm', false, false],
  'floor.setLimit': ['cm', false, false],
  'floor.extend': ['cm', false, false],
  'floor.silence': ['cmo', false, false],
  'floor.silenceAll': ['cmo', false, false],
  'floor.liftSilence': ['cmo', false, false],
  'floor.resumeTurn': ['cm', false, false],
  'floor.correctSpeaker': ['cmo', false, false],
  'floor.nameSpeaker': ['cm', false, false],
  'floor.startSpeech': ['', false, true],
  'programme.preview': ['o', false, false],
  'programme.cut': ['o', false, false],
  'programme.takeOver': ['o', false, false],
  'programme.follow': ['o', false, false],
  'programme.lowerThird': ['o', false, false],
  'programme.reportMissing': ['', false, true],
  'programme.reportBack': ['', false, true],
};

const rows = Object.entries(EXPECTED).flatMap(([action, row]) => (isAction(action) ? [{ action, row }] : []));

describe('rights: every action has its row', () => {
  test('O1: the table of the test and the table of the product name the same actions', () => {
    expect(Object.keys(EXPECTED).toSorted()).toEqual(Object.keys(RULES).toSorted());
  });

  test.each(rows.filter(({ row }) => row === ANYONE))('O1: anyone may $action', ({ action }) => {
    expect(may(nobody, action, NOTHING)).toBe(true);
  });

  describe.each(rows.flatMap(({ action, row }) => (row === ANYONE ? [] : [{ action, row }])))(
    '$action',
    ({ action, row }) => {
      const [seats, byAdministrator, bySystem] = row;

      test.each(ROLES)('O3: a %s in the own conference, for the own and for another site', (role) => {
        const everywhere = seats.includes(LETTERS[role]);
        const ownSite = seats.includes(LETTERS[role].toUpperCase());
        expect(may(seat(role), action, own)).toBe(everywhere || ownSite);
        expect(may(seat(role), action, ownOtherSite)).toBe(everywhere);
      });

      test.each(ROLES)('O3: a %s never in another conference, nor where no conference is', (role) => {
        expect(may(seat(role), action, another)).toBe(false);
        expect(may(seat(role), action, NOTHING)).toBe(false);
      });

      test('O2: administrators in their subtree only', () => {
        for (const unitId of [centre, province]) expect(may(administrator(unitId), action, own)).toBe(byAdministrator);
        expect(may(administrator(province), action, anotherSubtree)).toBe(false);
        expect(may({ kind: 'administrator', accountId: id(9), unitIds: [] }, action, own)).toBe(false);
      });

      test('O4: the system where it acts by itself, nobody never', () => {
        expect(may(system, action, own)).toBe(bySystem);
        expect(may(nobody, action, own)).toBe(false);
      });
    },
  );
});

describe('what one may know of', () => {
  test('O5: one only knows what belongs to the own conference or subtree', () => {
    expect(mayKnow(seat('observer'), own)).toBe(true);
    expect(mayKnow(seat('chair'), another)).toBe(false);
    expect(mayKnow(administrator(province), own)).toBe(true);
    expect(mayKnow(administrator(province), anotherSubtree)).toBe(false);
    expect(mayKnow(nobody, own)).toBe(false);
  });
});
