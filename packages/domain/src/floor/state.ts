import { SiteId, type RequestId, type SpeakerId, type SpeechKind, type TurnId } from '../kernel/index.ts';
import type { Standby } from './messages.ts';

export type Request = {
  readonly requestId: RequestId;
  readonly siteId: SiteId;
  readonly speakerId: SpeakerId;
  readonly kind: SpeechKind;
  readonly askedAt: number;
};

/**
 * A speech. Its clock runs from `startedAt`, minus what it stood still (`stoppedMs`, and since
 * `interruptedAt` while the site is missing). Times in ms since the epoch.
 */
export type Turn = {
  readonly turnId: TurnId;
  readonly requestId: RequestId | null;
  readonly siteId: SiteId;
  readonly speakerId: SpeakerId | null;
  readonly kind: SpeechKind;
  readonly limitSeconds: number | null;
  readonly grantedAt: number;
  readonly startedAt: number | null;
  readonly stoppedMs: number;
  readonly interruptedAt: number | null;
};

/** A speech that ended at `at`; `silenced`: it comes back so. `byNext`: another was granted in the same append. */
export type Ended = {
  readonly turn: Turn;
  readonly at: number;
  readonly silenced: boolean;
  readonly byNext: boolean;
};

/** `request` stood at `place` of the queue, which only desks know; `ended` is the speech that gave way. */
export type Granted = {
  readonly turnId: TurnId;
  readonly request: Request | null;
  readonly place: number;
  readonly ended: Ended | null;
  readonly silenced: readonly SiteId[];
  readonly standbyMode: 'auto' | 'manual';
  readonly standby: readonly Standby[];
};

export type Spoken = { readonly times: number; readonly ms: number };

export type Floor = {
  /** In the order in which the floor will be given. Only desks get it. */
  readonly queue: readonly Request[];
  /** Grows with each request, withdrawal and move; a move carries the one that it saw. */
  readonly queueVersion: number;
  readonly standbyMode: 'auto' | 'manual';
  readonly standby: readonly Standby[];
  readonly turn: Turn | null;
  /** The last speech, whose end may be taken back for a moment unless another was granted. */
  readonly ended: Ended | null;
  /** What the last grant changed, so that it may be taken back for a moment. */
  readonly granted: Granted | null;
  /** Sites whose microphone was shut while they keep their turn (or, the hall, its right to interject). */
  readonly silenced: readonly SiteId[];
  readonly spoken: Readonly<Record<string, Spoken>>;
  /** How often each site has spoken, whoever spoke there. */
  readonly spokenAt: Readonly<Record<string, number>>;
};

export const emptyFloor: Floor = {
  queue: [],
  queueVersion: 0,
  standbyMode: 'auto',
  standby: [],
  turn: null,
  ended: null,
  granted: null,
  silenced: [],
  spoken: {},
  spokenAt: {},
};

/** Ms that a speech has lasted at `now`, without the time in which its clock stood still. */
export const elapsedMs = (turn: Turn, now: number): number =>
  turn.startedAt === null ? 0 : Math.max(0, (turn.interruptedAt ?? now) - turn.startedAt - turn.stoppedMs);

/** Sites that have spoken, and the one that speaks. */
export const sitesSpoken = ({ spokenAt, turn }: Floor): readonly SiteId[] => {
  const before = Object.keys(spokenAt).filter((siteId) => (spokenAt[siteId] ?? 0) > 0);
  return [...before.map((siteId) => SiteId.parse(siteId)), ...(turn ? [turn.siteId] : [])];
};
