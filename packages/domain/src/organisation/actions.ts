import type { ConferenceRole } from '../kernel/index.ts';

/**
 * Who may do an action. `seats` act in their own conference, `ownSite` only for their own site there, `province` only
 * for sites of their own province, administrators on what belongs to their units' subtrees, the system by itself. `anyone` needs no identity at all.
 */
export type Rule = {
  readonly anyone?: true;
  readonly administrators?: true;
  readonly system?: true;
  readonly seats?: readonly ConferenceRole[];
  readonly ownSite?: readonly ConferenceRole[];
  /** For the communes' sites, from a site of their province. */
  readonly province?: readonly ConferenceRole[];
};

const ALL_SEATS = [
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
const DESKS = ['chair', 'moderator', 'operator', 'secretary'] as const;
/** Who may shut a microphone: the secretary only writes. */
const SILENCING = ['chair', 'moderator', 'operator'] as const;
const PLANNING = ['chair', 'moderator', 'secretary'] as const;
const CONDUCTING = ['chair', 'moderator'] as const;

/** Who conducts, and the technical desk for which it is. */
const REHEARSING = ['chair', 'moderator', 'technician'] as const;

const anyone = { anyone: true } as const satisfies Rule;
const administrators = { administrators: true } as const satisfies Rule;
const system = { system: true } as const satisfies Rule;
const conducting = { seats: CONDUCTING } as const satisfies Rule;
const desks = { seats: DESKS } as const satisfies Rule;
const silencing = { seats: SILENCING } as const satisfies Rule;
/** Agenda and run sheet are edited before by the administrator and, until the end, by who conducts and the secretary. */
const planning = { administrators: true, seats: PLANNING } as const satisfies Rule;
/** A site's own affair: its clerk's, or of whom alone it consists; or in its place the clerk's of its province. */
const ofSite = { ownSite: ['clerk', 'delegate'], province: ['clerk'] } as const satisfies Rule;
/** Who writes for a site: its clerk, or the delegate of whom alone it consists; nobody in its place. */
const WRITING = ['clerk', 'delegate'] as const;
const withSecretary = { seats: ['secretary'], ownSite: WRITING } as const satisfies Rule;
const withTechnician = { seats: ['technician'], ownSite: WRITING } as const satisfies Rule;
const asking = { seats: PLANNING } as const satisfies Rule;
/** Who helps a site: the technical desk, or the clerk of its province. */
const helping = { seats: ['technician'], province: ['clerk'] } as const satisfies Rule;
const vision = { seats: ['operator'] } as const satisfies Rule;

/** Every action of the product: routes name theirs, socket commands are named by their type. */
const TABLE = {
  'service.read': anyone,
  'session.read': anyone,
  'session.signIn': anyone,
  'session.signOut': anyone,
  'administrator.first': anyone,
  'unit.list': administrators,
  'site.list': administrators,
  'site.resolve': administrators,

  'conference.list': administrators,
  'conference.read': administrators,
  'conference.sites': administrators,
  'conference.plan': administrators,
  'conference.command': administrators,
  'conference.prepare': { administrators: true, system: true },
  'conference.invite': { administrators: true, system: true },
  'conference.invitePerson': administrators,
  'conference.uninvite': administrators,
  'conference.copy': administrators,
  'template.list': administrators,
  'template.read': administrators,
  'template.save': administrators,
  'template.rename': administrators,
  'template.remove': administrators,
  'template.use': administrators,
  'conference.open': { administrators: true, seats: CONDUCTING },
  'conference.rehearse': { administrators: true, seats: REHEARSING },
  'conference.endRehearsal': { administrators: true, seats: REHEARSING },
  'conference.pause': { administrators: true, seats: CONDUCTING },
  'conference.resume': { administrators: true, seats: CONDUCTING },
  'conference.setReturn': { administrators: true, seats: CONDUCTING },
  'conference.close': { administrators: true, seats: CONDUCTING },

  'agenda.add': planning,
  'agenda.change': planning,
  'agenda.move': planning,
  'agenda.remove': planning,
  'agenda.begin': conducting,
  'agenda.finish': conducting,
  'agenda.takeBack': conducting,

  'runSheet.add': planning,
  'runSheet.change': planning,
  'runSheet.move': planning,
  'runSheet.remove': planning,
  'runSheet.mark': planning,
  'runSheet.next': conducting,
  'runSheet.takeBack': conducting,

  'attendance.openRollCall': asking,
  'attendance.setDeadline': asking,
  'attendance.closeRollCall': asking,
  'attendance.remind': asking,
  'attendance.totals': { administrators: true, seats: DESKS },
  'attendance.answers': { seats: DESKS },
  'attendance.sites': { administrators: true, seats: PLANNING },
  'attendance.absentees': { administrators: true, seats: PLANNING },
  'attendance.report': { administrators: true, seats: PLANNING },
  'attendance.province': { ownSite: ['clerk'] },
  'attendance.mark': ofSite,
  'attendance.answer': ofSite,
  'roster.read': { ...ofSite, administrators: true, seats: PLANNING },
  'roster.put': { ...ofSite, administrators: true },
  'roster.remove': { ...ofSite, administrators: true },
  'roster.import': { ...ofSite, administrators: true },
  'roster.contact': { ...ofSite, administrators: true },
  'checkIn.names': anyone,
  'checkIn.enter': anyone,

  'message.list': { seats: ['secretary'] },
  'message.read': withSecretary,
  'message.write': withSecretary,
  'message.markRead': withSecretary,
  'support.messageList': { seats: ['technician'] },
  'support.messageRead': withTechnician,
  'support.messageWrite': withTechnician,
  'support.messageMarkRead': withTechnician,
  'message.switch': { seats: ['secretary'] },
  'announcement.write': { seats: ['secretary'] },
  'announcement.list': { seats: ['secretary'] },
  'announcement.sites': { seats: ['secretary'] },
  'announcement.own': { ownSite: WRITING },
  'announcement.confirm': { ownSite: WRITING },
  'discussion.read': withSecretary,
  'discussion.write': withSecretary,
  'discussion.markRead': { ownSite: WRITING },

  'help.ask': { ownSite: WRITING },
  'help.withdraw': { ownSite: WRITING },
  'help.pass': { province: ['clerk'] },
  'help.take': helping,
  'help.answer': helping,
  'help.solve': helping,
  'help.list': { seats: ['technician'] },
  'help.province': { ownSite: ['clerk'] },
  'readiness.read': { ...helping, ownSite: ['clerk'] },
  'readiness.enter': { ...helping, ownSite: ['clerk'] },
  'readiness.confirm': helping,
  'lineRun.ask': { ...helping, ownSite: ['clerk'] },
  'lineRun.begin': { ownSite: ['room', 'delegate'] },
  'lineRun.end': { ownSite: ['room', 'delegate'] },
  'readiness.sites': { seats: ['technician'] },
  'readiness.province': { ownSite: ['clerk'] },
  'readiness.signOff': { ownSite: ['clerk'] },
  'readiness.totals': administrators,

  'record.read': { administrators: true, seats: PLANNING },
  'record.export': { administrators: true, seats: PLANNING },
  'record.note': { seats: ['secretary'] },
  'record.takeStill': { seats: ['operator', 'secretary'] },

  'seat.list': administrators,
  'seat.issue': administrators,
  'seat.reissue': administrators,
  'seat.revoke': administrators,
  'seat.redeem': anyone,
  'seat.mine': anyone,
  'seat.read': { seats: ALL_SEATS },
  'seat.sites': desks,
  'watch.read': administrators,
  'watch.allow': administrators,
  'watch.withdraw': administrators,
  'watch.open': anyone,
  'roomCode.ask': anyone,
  'roomCode.poll': anyone,
  'roomScreen.confirm': { ownSite: ['clerk'] },
  'roomScreen.remove': { ownSite: ['clerk'] },

  'demo.read': anyone,
  'demo.openSeat': anyone,
  'demo.simulate': anyone,

  'media.join': { seats: [...DESKS, 'clerk', 'room', 'delegate', 'observer'] },
  'media.play': vision,
  'media.signal': anyone,
  'media.webhook': anyone,
  'aside.hold': vision,
  'aside.release': vision,
  'aside.join': { ownSite: ['room', 'delegate'] },
  'testCall.hold': helping,
  'testCall.end': { ...helping, ownSite: ['clerk', 'delegate'] },
  'sound.tryEcho': { seats: ['technician'], ownSite: ['clerk'] },
  'sound.playBack': { seats: ['technician'], ownSite: ['clerk'] },
  'cue.send': vision,
  'cue.confirm': { ownSite: ['clerk', 'delegate'] },
  'socket.connect': { seats: ALL_SEATS },
  'socket.watch': desks,
  'socket.report': { ownSite: ['room', 'delegate'] },
  'socket.control': { ownSite: ['clerk'] },

  'floor.request': { seats: CONDUCTING, ownSite: ['clerk', 'delegate'] },
  'floor.withdraw': { seats: CONDUCTING, ownSite: ['clerk', 'delegate'] },
  'floor.move': conducting,
  'floor.setStandby': conducting,
  'floor.resetStandby': conducting,
  'floor.grant': conducting,
  'floor.grantSite': conducting,
  'floor.next': conducting,
  'floor.nextSite': conducting,
  'floor.end': conducting,
  'floor.takeBack': conducting,
  'floor.takeBackGrant': conducting,
  'floor.setLimit': conducting,
  'floor.extend': conducting,
  'floor.silence': silencing,
  'floor.silenceAll': silencing,
  'floor.liftSilence': silencing,
  'floor.resumeTurn': conducting,
  'floor.correctSpeaker': desks,
  'floor.nameSpeaker': conducting,
  'floor.startSpeech': system,

  'programme.preview': vision,
  'programme.cut': vision,
  'programme.layout': vision,
  'programme.takeOver': vision,
  'programme.follow': vision,
  'programme.lowerThird': vision,
  /** The cameras and microphones of a room are its clerk's to name, and the operator's to choose from. */
  'programme.addSource': { ownSite: ['clerk'] },
  'programme.renameSource': { ownSite: ['clerk'] },
  'programme.removeSource': { ownSite: ['clerk'] },
  'programme.mixMicrophone': vision,
  'programme.startContent': { ownSite: ['clerk', 'room', 'delegate'] },
  'programme.stopContent': { seats: ['operator'], ownSite: ['clerk', 'delegate'] },
  'programme.reportContentMissing': system,
  'programme.startFilm': vision,
  'programme.stopFilm': vision,
  'programme.loadFilm': vision,
  'programme.unloadFilm': vision,
  /** By itself, as a part of "Tiếp". */
  'programme.startRowFilm': system,
  'programme.reportFilmMissing': system,
  'programme.reportFilmDeskGone': system,
  'programme.startPolling': vision,
  'programme.pausePolling': vision,
  'programme.resumePolling': vision,
  'programme.jumpPolling': vision,
  'programme.stopPolling': vision,
  'programme.stepPolling': system,
  'programme.reportMissing': system,
  'programme.reportBack': system,
  'programme.noteLine': system,
} as const satisfies Readonly<Record<string, Rule>>;

export type Action = keyof typeof TABLE;

export const RULES: Readonly<Record<Action, Rule>> = TABLE;

export const isAction = (name: string): name is Action => Object.hasOwn(TABLE, name);
