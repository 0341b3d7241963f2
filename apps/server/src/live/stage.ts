import { setTimeout as delay } from 'node:timers/promises';
import { entitledToSpeak, type DesiredMember, type Live, type MediaSource } from '@diemcau/domain/live';
import type { ConferenceId, SiteId } from '@diemcau/domain/kernel';
import type { MediaPort, Member } from '../platform/media/index.ts';
import type { LiveMetrics } from './metrics.ts';

/** The room of a conference on the media server. */
export const stageRoom = (conferenceId: ConferenceId): string => `stage-${conferenceId}`;

export const conferenceOfRoom = (room: string): string | null =>
  room.startsWith('stage-') ? room.slice('stage-'.length) : null;

const same = (a: readonly MediaSource[], b: readonly MediaSource[]) =>
  a.length === b.length && a.every((source) => b.includes(source));

const complies = (member: Member, due: DesiredMember): boolean =>
  same(member.mayPublish, due.sources) && !member.mayMore;

/** Sound that a member may not send: any at all without a grant, or sound that calls itself a picture. */
const unlawfulSound = (member: Member, due: DesiredMember): boolean =>
  member.tracks.some(
    ({ kind, source }) =>
      kind === 'audio' &&
      (source === 'unknown' || source === 'camera' || source === 'screen_share' || !due.sources.includes(source)),
  );

/** Those who lose something come first: no microphone opens before another is shut. */
const losesFirst = (mayPublish: (identity: string) => readonly MediaSource[]) => {
  const loses = ({ identity, sources }: DesiredMember) =>
    mayPublish(identity).some((source) => !sources.includes(source)) ? 0 : 1;
  return (a: DesiredMember, b: DesiredMember) => loses(a) - loses(b);
};

/** A revoked microphone was seen to be unpublished within 10 ms. */
const REVOKE_MS = 150;
/** Members that are asked for themselves in one pass though their entry in the list is right: a few ms. */
const ASKED_IN_A_PASS = 20;

/**
 * One room of a conference, its stage or that of an aside: brings it to what is due, and says what is there. Knows nothing of time.
 *
 * The media server writes its list without a lock around reading a member and storing it: an entry from before a
 * grant can be stored after the grant's own, and stays until the member changes again. So an entry is believed
 * only where it says what was last set, and whoever was never asked for itself is, a few in a pass.
 */
export class MediaRoom {
  private readonly room: string;
  private readonly media: MediaPort;
  private readonly metrics: LiveMetrics;
  /** What the member itself answered that it may publish, by its identity. */
  private readonly confirmed = new Map<string, readonly MediaSource[]>();

  constructor(room: string, media: MediaPort, metrics: LiveMetrics) {
    this.room = room;
    this.media = media;
    this.metrics = metrics;
  }

  /** Idempotent. Answers with the members as they are afterwards, by the media server's account. */
  async bringTo(desired: readonly DesiredMember[]): Promise<readonly Member[]> {
    await this.setChanged(desired);
    const listed = await this.media.list(this.room);
    // A room that somebody is in is there: a grant does not wait for more questions than it needs.
    if (listed.length === 0) await this.media.ensureRoom(this.room);
    const members = new Map(listed.map((member) => [member.identity, member]));
    const due = new Map(desired.map((row) => [row.identity, row]));
    for (const identity of this.confirmed.keys()) if (!members.has(identity)) this.confirmed.delete(identity);
    for (const identity of members.keys()) {
      if (due.has(identity)) continue;
      await this.remove(identity, 'stranger');
      members.delete(identity);
    }
    const present = desired
      .filter(({ identity }) => members.has(identity))
      .toSorted(losesFirst((identity) => members.get(identity)?.mayPublish ?? []));
    let asks = ASKED_IN_A_PASS;
    for (const row of present) {
      const listed = members.get(row.identity)!;
      const mayAsk = !this.confirmed.has(row.identity) && asks > 0;
      if (mayAsk) asks -= 1;
      const settled = this.isBelieved(row, listed, mayAsk) ? listed : await this.settle(row);
      if (settled) members.set(row.identity, settled);
      else members.delete(row.identity);
    }
    return [...members.values()];
  }

  /** What is due now and was not at the last look does not wait for the list: a voice is on its way. */
  private async setChanged(desired: readonly DesiredMember[]): Promise<void> {
    const known = (identity: string) => this.confirmed.get(identity);
    const changed = desired.filter(({ identity, sources }) => {
      const before = known(identity);
      return before !== undefined && !same(before, sources);
    });
    for (const row of changed.toSorted(losesFirst((identity) => known(identity) ?? []))) await this.settle(row);
  }

  async end(): Promise<void> {
    await this.media.deleteRoom(this.room);
  }

  private isBelieved(due: DesiredMember, listed: Member, mayAsk: boolean): boolean {
    if (!complies(listed, due) || unlawfulSound(listed, due)) return false;
    const known = this.confirmed.get(due.identity);
    return known ? same(known, due.sources) : !mayAsk;
  }

  /**
   * The member as it is once it complies; null when it is gone or was removed. Nobody is removed by the list
   * alone: setting the permission answers with the live member, and a microphone that was just revoked gets a
   * moment to go.
   */
  private async settle(due: DesiredMember): Promise<Member | null> {
    for (const waitMs of [0, REVOKE_MS]) {
      if (waitMs > 0) await delay(waitMs);
      const now = await this.permit(due);
      if (!now || (complies(now, due) && !unlawfulSound(now, due))) return now;
    }
    await this.remove(due.identity, 'not_compliant');
    return null;
  }

  /** No answer in two seconds: whatever it may do now, it is removed and comes back with what it is due. */
  private async permit(due: DesiredMember): Promise<Member | null> {
    this.metrics.grants.inc({ sources: due.sources.join('+') || 'none' });
    try {
      const now = await this.media.permit(this.room, due);
      if (now) this.confirmed.set(due.identity, now.mayPublish);
      return now;
    } catch {
      await this.remove(due.identity, 'no_answer');
      return null;
    }
  }

  private async remove(identity: string, reason: string): Promise<void> {
    this.metrics.removals.inc({ reason });
    this.confirmed.delete(identity);
    await this.media.remove(this.room, identity);
  }
}

/** Sites with an open microphone, by the media server's account, that are due one. */
export const soundingSites = (
  live: Live,
  desired: readonly DesiredMember[],
  members: readonly Member[],
): readonly SiteId[] => {
  const site = new Map(desired.map(({ identity, siteId }) => [identity, siteId]));
  const entitled = entitledToSpeak(live);
  const sounding = members.flatMap((member) => {
    const siteId = site.get(member.identity) ?? null;
    return siteId !== null && member.tracks.some(({ kind }) => kind === 'audio') ? [siteId] : [];
  });
  return [...new Set(sounding)].toSorted(
    (a, b) => Number(entitled.has(b)) - Number(entitled.has(a)) || a.localeCompare(b),
  );
};
