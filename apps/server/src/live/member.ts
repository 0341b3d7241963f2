import type {
  AsideFrame,
  AttendanceFrame,
  Audience,
  InboxFrame,
  Mine,
  Presence,
  SupportFrame,
} from '@diemcau/domain/wire';
import type { SiteId } from '@diemcau/domain/kernel';
import type { ViewClass } from '@diemcau/domain/live';
import type { SeatHolder } from './ports.ts';

type WholeState = Mine | Audience | AttendanceFrame | Presence | InboxFrame | AsideFrame | SupportFrame;

/** One connected page of a conference. */
export type Member = {
  readonly holder: SeatHolder;
  readonly viewClass: ViewClass;
  /** Sites whose tiles a desk shows now. */
  watching: ReadonlySet<SiteId>;
  /** The last of each whole-state frame of its own that it got, so that only changes are sent. */
  readonly last: Map<WholeState['type'], string>;
  readonly send: (frame: Buffer) => void;
  readonly ping: () => void;
  /** Ms since anything was heard of it. */
  readonly silentMs: () => number;
  /** Ms since it was first asked for a sign of life that has not come; 0 when none is owed. */
  readonly unansweredMs: () => number;
  readonly end: (code: string) => void;
};

/** Sends a frame that holds the whole state of something, unless the page has it already. */
export const sendIfNew = (member: Member, frame: WholeState): void => {
  const text = JSON.stringify(frame);
  if (member.last.get(frame.type) === text) return;
  member.last.set(frame.type, text);
  member.send(Buffer.from(text));
};

/** The sites of these pages, each once. */
export const sitesOf = (members: Iterable<Member>): readonly SiteId[] => [
  ...new Set([...members].flatMap(({ holder }) => holder.siteId ?? [])),
];

/** A site's own messages are for who writes in its name (X1). */
export const writesForSite = ({ role }: SeatHolder): boolean => role === 'clerk' || role === 'delegate';

/** Who is told of messages: those who write them, and the moderator of announcements. */
export const hearsOfMessages = (holder: SeatHolder): boolean =>
  writesForSite(holder) || holder.role === 'secretary' || holder.role === 'moderator';
