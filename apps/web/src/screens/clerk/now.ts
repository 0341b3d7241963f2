import type { RollCall } from '@diemcau/domain/attendance';
import type { SpeakerText } from '@diemcau/domain/floor';
import type { RequestId, RollCallId, SiteId } from '@diemcau/domain/kernel';
import { sourceOnAir, type Live } from '@diemcau/domain/live';
import type { DeviceReport, Mine } from '@diemcau/domain/wire';

import { type Names, personOf } from '../../live/index.ts';

/** What is wrong with the room screen and can be set right in the room; the gravest first. */
export type Trouble =
  | 'lineLost'
  | 'cameraBlocked'
  | 'cameraMissing'
  | 'cameraBusy'
  | 'cameraOff'
  | 'microphoneBlocked'
  | 'microphoneMissing'
  | 'microphoneBusy'
  | 'microphoneOff'
  | 'needsGesture'
  | 'linePoor';

const cameraTrouble = {
  blocked: 'cameraBlocked',
  missing: 'cameraMissing',
  busy: 'cameraBusy',
  off: 'cameraOff',
} as const;
const microphoneTrouble = {
  blocked: 'microphoneBlocked',
  missing: 'microphoneMissing',
  busy: 'microphoneBusy',
  off: 'microphoneOff',
} as const;

export const troubleOf = (report: DeviceReport): Trouble | null => {
  if (report.line === 'lost') return 'lineLost';
  if (report.camera !== 'ok') return cameraTrouble[report.camera];
  if (report.microphone !== 'ok') return microphoneTrouble[report.microphone];
  if (report.needsGesture) return 'needsGesture';
  return report.line === 'poor' ? 'linePoor' : null;
};

/** The technical check of the room screen: `silent` while no sound has reached the microphone since it was chosen. */
export type Check =
  | { readonly status: 'waiting' }
  | { readonly status: 'trouble'; readonly trouble: Trouble }
  | { readonly status: 'silent' }
  | { readonly status: 'good' };

const checkOf = (report: DeviceReport | null, heard: boolean): Check => {
  if (report === null) return { status: 'waiting' };
  const trouble = troubleOf(report);
  if (trouble !== null) return { status: 'trouble', trouble };
  return heard ? { status: 'good' } : { status: 'silent' };
};

export type OpenRollCall = Extract<RollCall, { status: 'open' }>;

/** The roll call that is open; null while none is. */
export const openRollCall = ({ attendance: { rollCall } }: Live): OpenRollCall | null =>
  rollCall?.status === 'open' ? rollCall : null;

/** "Việc lúc này": the one thing that is this clerk's to do or to know now. */
export type Now =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'onAir';
      readonly person: SpeakerText | null;
      readonly microphone: Mine['microphone'];
      /** Its picture is what all see; a speaker may be heard while the operator shows something else. */
      readonly seen: boolean;
      readonly turn: NonNullable<Live['floor']['turn']> | null;
    }
  | { readonly kind: 'interrupted'; readonly person: SpeakerText | null }
  /** The centre asks who is there, and this site has not answered. */
  | {
      readonly kind: 'rollCall';
      readonly rollCall: OpenRollCall;
      /** All see this site for the roll call. */
      readonly onAir: boolean;
    }
  | { readonly kind: 'noScreen' }
  | { readonly kind: 'screenAway'; readonly label: string }
  | {
      readonly kind: 'standby';
      readonly place: number;
      readonly person: SpeakerText | null;
      readonly requestId: RequestId | null;
      /** What would keep it from speaking, said along with it. */
      readonly check: Check;
    }
  | { readonly kind: 'check'; readonly check: Exclude<Check, { status: 'good' }> }
  | {
      readonly kind: 'ready';
      readonly phase: 'prepared' | 'open' | 'paused';
      readonly startsAt: number;
      readonly isHall: boolean;
      readonly watched: boolean;
      /** Before the opening: this site is among the first who will speak. */
      readonly speaksFirst: { readonly place: number; readonly person: SpeakerText | null } | null;
    };

/** Nobody prepares to speak before the opening (F6). */
const standbyOf = (live: Live, names: Names, mine: Mine, check: Check): Now | null => {
  if (mine.standbyPlace === null || live.conference.status === 'prepared') return null;
  const entry = live.floor.standby.find((s) => s.siteId === mine.site.siteId);
  return {
    kind: 'standby',
    place: mine.standbyPlace,
    person: personOf(names, entry?.speakerId ?? null),
    requestId: entry?.requestId ?? null,
    check,
  };
};

const onAirOf = (live: Live, names: Names, mine: Mine): Now | null => {
  const { siteId } = mine.site;
  const turn = live.floor.turn?.siteId === siteId ? live.floor.turn : null;
  const person = personOf(names, turn?.speakerId ?? null);
  if (turn && turn.interruptedAt !== null) return { kind: 'interrupted', person };
  if (!turn && mine.tally !== 'onAir') return null;
  return { kind: 'onAir', person, microphone: mine.microphone, seen: mine.tally === 'onAir', turn };
};

const speaksFirstOf = ({ conference, floor }: Live, names: Names, mine: Mine) => {
  const entry = floor.standby.find((s) => s.siteId === mine.site.siteId);
  if (!entry || mine.standbyPlace === null || conference.status !== 'prepared') return null;
  return { place: mine.standbyPlace, person: personOf(names, entry.speakerId) };
};

/** Its picture is on air in a roll call (P18), and nobody speaks here. */
const isShownForRollCall = ({ programme, floor }: Live, { tally, site }: Mine): boolean =>
  programme.shownBy === 'rollCall' && tally === 'onAir' && floor.turn?.siteId !== site.siteId;

const rollCallOf = (live: Live, mine: Mine, { answered, confirming }: Here): Now | null => {
  const rollCall = openRollCall(live);
  const isAnswered = mine.rollCall?.answered === true || answered === rollCall?.rollCallId;
  return rollCall === null || isAnswered || confirming
    ? null
    : { kind: 'rollCall', rollCall, onAir: isShownForRollCall(live, mine) };
};

/** What this page knows beside what it was told. */
export type Here = {
  /** Whether any sound has reached the room's microphone since it was chosen. */
  readonly heard: boolean;
  /** The roll call that this page has answered just now. */
  readonly answered: RollCallId | null;
  /** Opened by a scanned code, to confirm the room screen. */
  readonly confirming: boolean;
};

export const nowOf = (live: Live, names: Names, mine: Mine, here: Here): Now => {
  const { conference } = live;
  if (conference.status === 'closed') return { kind: 'closed' };
  const called = isShownForRollCall(live, mine) ? rollCallOf(live, mine, here) : null;
  if (called) return called;
  const onAir = onAirOf(live, names, mine);
  if (onAir) return onAir;
  const report = mine.screen.status === 'present' ? mine.screen.report : null;
  const check = checkOf(report, here.heard);
  const standby = standbyOf(live, names, mine, check);
  // While somebody speaks its turn may come any moment; otherwise there is time to answer (N14).
  const isNear = standby !== null && live.floor.turn !== null;
  const rollCall = isNear ? null : rollCallOf(live, mine, here);
  if (rollCall) return rollCall;
  // Called without a screen: the screen is what is wanted.
  if (standby && mine.screen.status === 'present') return standby;
  if (mine.screen.status === 'none') return { kind: 'noScreen' };
  if (mine.screen.status === 'away') return { kind: 'screenAway', label: mine.screen.label };
  if (check.status !== 'good') return { kind: 'check', check };
  const phase = conference.status === 'absent' ? 'prepared' : conference.status;
  const startsAt = conference.status === 'absent' ? 0 : conference.startsAt;
  const isHall = conference.status !== 'absent' && conference.hallId === mine.site.siteId;
  const watched = mine.watchers > 0 && mine.tally === 'off';
  return { kind: 'ready', phase, startsAt, isHall, watched, speaksFirst: speaksFirstOf(live, names, mine) };
};

/** A level above this is a voice, not the hiss of an open microphone. */
export const VOICE_LEVEL = 0.03;

/** Which microphone was heard: another device has to be heard anew. */
export type Heard = { readonly microphoneId: string | null; readonly heard: boolean };

export const hear = (before: Heard, report: DeviceReport | null): Heard => {
  if (report === null) return before;
  const same = before.microphoneId === report.microphoneId;
  const heard = (same && before.heard) || (report.microphone === 'ok' && report.level >= VOICE_LEVEL);
  return same && heard === before.heard ? before : { microphoneId: report.microphoneId, heard };
};

/** What the page shows of the programme in words: it decodes no picture. */
export const onAirSite = (live: Live): SiteId | null => {
  const source = sourceOnAir(live);
  return source.kind === 'site' ? source.siteId : null;
};
