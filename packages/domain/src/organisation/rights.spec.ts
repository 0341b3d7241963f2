import { describe, expect, test } from 'vitest';
import type { Actor, ConferenceId, ConferenceRole, SiteId, UnitId } from '../kernel/index.ts';
import { RULES, isAction, type Action } from './actions.ts';
import { NOTHING, may, mayKnow, type Resource } from './rights.ts';

const id = <T>(n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}` as T;
const [centre, province, otherProvince] = [id<UnitId>(1), id<UnitId>(2), id<UnitId>(3)];
const [conference, otherConference] = [id<ConferenceId>(4), id<ConferenceId>(5)];
const [site, otherSite, thirdSite] = [id<SiteId>(6), id<SiteId>(7), id<SiteId>(10)];

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
/** A commune's site of the province whose site the seats are of, and one of another province. */
const belowOwn: Resource = { ...own, siteId: otherSite, above: [site] };
const elsewhere: Resource = { ...own, siteId: otherSite, above: [thirdSite] };
const another: Resource = { ...own, conferenceId: otherConference };
const anotherSubtree: Resource = { ...another, unitPath: [centre, otherProvince] };

const ROLES = [
  'chair',
  'moderator',
  'operator',
  'secretary',
  'technician',
  'clerk',
  'room',
  'delegate',
  'observer',
] as const;
type Row = readonly [seats: string, administrator: boolean, system: boolean, ofProvince?: string];

/** `c m o s t k r d w`: chair, moderator, operator, secretary, technician, clerk, room, delegate, observer ("watcher"); a capital: for the own site only; `ofProvince`: for sites of the own province. */
const LETTERS: Readonly<Record<ConferenceRole, string>> = {
  chair: 'c',
  moderator: 'm',
  operator: 'o',
  secretary: 's',
  technician: 't',
  clerk: 'k',
  room: 'r',
  delegate: 'd',
  observer: 'w',
};
const ANYONE = 'anyone' as const;

const EXPECTED: Readonly<Record<Action, Row | typeof ANYONE>> = {
  'service.read': ANYONE,
  'session.read': ANYONE,
  'session.signIn': ANYONE,
  'session.signOut': ANYONE,
  'administrator.first': ANYONE,
  'checkIn.names': ANYONE,
  'checkIn.enter': ANYONE,
  'seat.redeem': ANYONE,
  'seat.mine': ANYONE,
  'watch.open': ANYONE,
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
  'conference.plan': ['', true, false],
  'conference.command': ['', true, false],
  'conference.prepare': ['', true, true],
  'conference.invite': ['', true, true],
  'conference.invitePerson': ['', true, false],
  'conference.uninvite': ['', true, false],
  'conference.copy': ['', true, false],
  'template.list': ['', true, false],
  'template.read': ['', true, false],
  'template.save': ['', true, false],
  'template.rename': ['', true, false],
  'template.remove': ['', true, false],
  'template.use': ['', true, false],
  'conference.open': ['cm', true, false],
  'conference.pause': ['cm', true, false],
  'conference.resume': ['cm', true, false],
  'conference.setReturn': ['cm', true, false],
  'conference.close': ['cm', true, false],
  'agenda.add': ['cms', true, false],
  'conference.rehearse': ['cmt', true, false],
  'conference.endRehearsal': ['cmt', true, false],
  'agenda.change': ['cms', true, false],
  'agenda.move': ['cms', true, false],
  'agenda.remove': ['cms', true, false],
  'agenda.begin': ['cm', false, false],
  'agenda.finish': ['cm', false, false],
  'agenda.takeBack': ['cm', false, false],
  'runSheet.add': ['cms', true, false],
  'runSheet.change': ['cms', true, false],
  'runSheet.move': ['cms', true, false],
  'runSheet.remove': ['cms', true, false],
  'runSheet.mark': ['cms', true, false],
  'runSheet.next': ['cm', false, false],
  'runSheet.takeBack': ['cm', false, false],
  'attendance.openRollCall': ['cms', false, false],
  'attendance.setDeadline': ['cms', false, false],
  'attendance.closeRollCall': ['cms', false, false],
  'attendance.remind': ['cms', false, false],
  'attendance.totals': ['cmos', true, false],
  'attendance.answers': ['cmos', false, false],
  'attendance.sites': ['cms', true, false],
  'attendance.absentees': ['cms', true, false],
  'attendance.report': ['cms', true, false],
  'message.list': ['s', false, false],
  'message.read': ['sKD', false, false],
  'message.write': ['sKD', false, false],
  'message.markRead': ['sKD', false, false],
  'support.messageList': ['t', false, false],
  'support.messageRead': ['tKD', false, false],
  'support.messageWrite': ['tKD', false, false],
  'support.messageMarkRead': ['tKD', false, false],
  'message.switch': ['s', false, false],
  'announcement.write': ['s', false, false],
  'announcement.list': ['s', false, false],
  'announcement.sites': ['s', false, false],
  'announcement.own': ['KD', false, false],
  'announcement.confirm': ['KD', false, false],
  'discussion.read': ['sKD', false, false],
  'discussion.write': ['sKD', false, false],
  'discussion.markRead': ['KD', false, false],
  'help.ask': ['KD', false, false],
  'help.withdraw': ['KD', false, false],
  'help.pass': ['', false, false, 'k'],
  'help.take': ['t', false, false, 'k'],
  'help.answer': ['t', false, false, 'k'],
  'help.solve': ['t', false, false, 'k'],
  'help.list': ['t', false, false],
  'help.province': ['K', false, false],
  'readiness.read': ['tK', false, false, 'k'],
  'readiness.enter': ['tK', false, false, 'k'],
  'readiness.confirm': ['t', false, false, 'k'],
  'lineRun.ask': ['tK', false, false, 'k'],
  'lineRun.begin': ['RD', false, false],
  'lineRun.end': ['RD', false, false],
  'readiness.sites': ['t', false, false],
  'readiness.province': ['K', false, false],
  'readiness.signOff': ['K', false, false],
  'readiness.totals': ['', true, false],
  'record.read': ['cms', true, false],
  'record.export': ['cms', true, false],
  'record.note': ['s', false, false],
  'record.takeStill': ['os', false, false],
  'sound.tryEcho': ['tK', false, false],
  'sound.playBack': ['tK', false, false],
  'attendance.province': ['K', false, false],
  'attendance.mark': ['KD', false, false, 'k'],
  'attendance.answer': ['KD', false, false, 'k'],
  'roster.read': ['cmsKD', true, false, 'k'],
  'roster.put': ['KD', true, false, 'k'],
  'roster.remove': ['KD', true, false, 'k'],
  'roster.import': ['KD', true, false, 'k'],
  'roster.contact': ['KD', true, false, 'k'],
  'seat.list': ['', true, false],
  'seat.issue': ['', true, false],
  'seat.reissue': ['', true, false],
  'seat.revoke': ['', true, false],
  'watch.read': ['', true, false],
  'watch.allow': ['', true, false],
  'watch.withdraw': ['', true, false],
  'seat.read': ['cmostkrdw', false, false],
  'seat.sites': ['cmos', false, false],
  'roomScreen.confirm': ['K', false, false],
  'roomScreen.remove': ['K', false, false],
  'media.join': ['cmoskrdw', false, false],
  'aside.hold': ['o', false, false],
  'aside.release': ['o', false, false],
  'aside.join': ['RD', false, false],
  'testCall.hold': ['t', false, false, 'k'],
  'testCall.end': ['tKD', false, false, 'k'],
  'cue.send': ['o', false, false],
  'cue.confirm': ['KD', false, false],
  'socket.connect': ['cmostkrdw', false, false],
  'socket.watch': ['cmos', false, false],
  'socket.report': ['RD', false, false],
  'socket.control': ['K', false, false],
  'floor.request': ['cmKD', false, false],
  'floor.withdraw': ['cmKD', false, false],
  'floor.move': ['cm', false, false],
  'floor.setStandby': ['cm', false, false],
  'floor.resetStandby': ['cm', false, false],
  'floor.grant': ['cm', false, false],
  'floor.grantSite': ['cm', false, false],
  'floor.next': ['cm', false, false],
  'floor.nextSite': ['cm', false, false],
  'floor.end': ['cm', false, false],
  'floor.takeBack': ['cm', false, false],
  'floor.takeBackGrant': ['cm', false, false],
  'floor.setLimit': ['cm', false, false],
  'floor.extend': ['cm', false, false],
  'floor.silence': ['cmo', false, false],
  'floor.silenceAll': ['cmo', false, false],
  'floor.liftSilence': ['cmo', false, false],
  'floor.resumeTurn': ['cm', false, false],
  'floor.correctSpeaker': ['cmos', false, false],
  'floor.nameSpeaker': ['cm', false, false],
  'floor.startSpeech': ['', false, true],
  'programme.preview': ['o', false, false],
  'programme.cut': ['o', false, false],
  'programme.layout': ['o', false, false],
  'programme.takeOver': ['o', false, false],
  'programme.follow': ['o', false, false],
  'programme.lowerThird': ['o', false, false],
  'programme.addSource': ['K', false, false],
  'programme.renameSource': ['K', false, false],
  'programme.removeSource': ['K', false, false],
  'programme.mixMicrophone': ['o', false, false],
  'programme.startContent': ['KRD', false, false],
  'programme.stopContent': ['oKD', false, false],
  'programme.reportContentMissing': ['', false, true],
  'programme.startFilm': ['o', false, false],
  'programme.stopFilm': ['o', false, false],
  'programme.loadFilm': ['o', false, false],
  'programme.unloadFilm': ['o', false, false],
  'programme.startRowFilm': ['', false, true],
  'programme.reportFilmMissing': ['', false, true],
  'programme.reportFilmDeskGone': ['', false, true],
  'media.play': ['o', false, false],
  'programme.startPolling': ['o', false, false],
  'programme.pausePolling': ['o', false, false],
  'programme.resumePolling': ['o', false, false],
  'programme.jumpPolling': ['o', false, false],
  'programme.stopPolling': ['o', false, false],
  'programme.stepPolling': ['', false, true],
  'programme.reportMissing': ['', false, true],
  'programme.reportBack': ['', false, true],
  'programme.noteLine': ['', false, true],
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
      const [seats, byAdministrator, bySystem, ofProvince = ''] = row;

      test.each(ROLES)('O3: a %s in the own conference, for the own and for another site', (role) => {
        const everywhere = seats.includes(LETTERS[role]);
        const ownSite = seats.includes(LETTERS[role].toUpperCase());
        expect(may(seat(role), action, own)).toBe(everywhere || ownSite);
        expect(may(seat(role), action, ownOtherSite)).toBe(everywhere);
      });

      test.each(ROLES)('N7: a %s for a site of the own province, and of another', (role) => {
        const everywhere = seats.includes(LETTERS[role]);
        expect(may(seat(role), action, belowOwn)).toBe(everywhere || ofProvince.includes(LETTERS[role]));
        expect(may(seat(role), action, elsewhere)).toBe(everywhere);
        expect(may(seat(role), action, { ...belowOwn, conferenceId: otherConference })).toBe(false);
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

  test('N7: what is one site’s own affair is known to its seats, to those of its province and to seats without a site', () => {
    const desk: Actor = { kind: 'seat', seatId: id(8), conferenceId: conference, role: 'secretary', siteId: null };
    expect(mayKnow(seat('clerk'), { ...own, above: [] })).toBe(true);
    expect(mayKnow(seat('clerk'), belowOwn)).toBe(true);
    expect(mayKnow(desk, elsewhere)).toBe(true);
    expect(mayKnow(seat('clerk'), elsewhere)).toBe(false);
    expect(mayKnow(seat('room'), elsewhere)).toBe(false);
  });
});
