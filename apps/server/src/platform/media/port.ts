import type { DesiredMember, MediaSource } from '@diemcau/domain/live';

export type MemberTrack = {
  readonly sid: string;
  readonly kind: 'audio' | 'video' | 'data';
  readonly source: MediaSource | 'unknown';
};

/** A member of a room, by the media server's own account. */
export type Member = {
  readonly identity: string;
  readonly mayPublish: readonly MediaSource[];
  /** What a permission must never contain: data, metadata, admin. */
  readonly mayMore: boolean;
  readonly active: boolean;
  readonly tracks: readonly MemberTrack[];
};

/** The media server as the reconciler sees it. Every call ends within two seconds or throws. */
export type MediaPort = {
  /** Whether it answers at all. */
  readonly isUp: () => Promise<boolean>;
  /** `emptySeconds`: a room that nobody is in closes after so long; a stage after a day. */
  readonly ensureRoom: (room: string, emptySeconds?: number) => Promise<void>;
  readonly deleteRoom: (room: string) => Promise<void>;
  readonly list: (room: string) => Promise<readonly Member[]>;
  /** Sets the whole permission and answers with the live member; null when it is not there. */
  readonly permit: (room: string, member: DesiredMember) => Promise<Member | null>;
  readonly remove: (room: string, identity: string) => Promise<void>;
  /** A token with exactly what the member is due now, valid for two minutes. */
  readonly token: (room: string, member: DesiredMember) => Promise<string>;
};
