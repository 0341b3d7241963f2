// What LiveKit lets be heard, looked at all the time and compared with the record.
import { setTimeout as delay } from 'node:timers/promises';
import { RoomServiceClient, TrackSource, TrackType, type ParticipantInfo } from 'livekit-server-sdk';
import { SeatId, SiteId } from '@diemcau/domain/kernel';
import { desiredMedia, type Live, type MediaSource } from '@diemcau/domain/live';
import type { OpenedSeat, TestLiveKit } from '@diemcau/testkit';
import type { Entitled } from './stored-stream.ts';

const LOOK_MS = 100;
/** LiveKit agrees with the record within so long. */
export const AGREES_WITHIN_MS = 5000;

const SOURCES: Readonly<Record<MediaSource, TrackSource>> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

type Look = { readonly atMs: number; readonly heard: ReadonlySet<SiteId> };

const sounds = ({ tracks }: ParticipantInfo): boolean => tracks.some(({ type }) => type === TrackType.AUDIO);

/** An empty list means every source, unless nothing may be published. */
const grantedTo = ({ permission }: ParticipantInfo): readonly TrackSource[] => {
  if (!permission?.canPublish) return [];
  return permission.canPublishSources.length === 0 ? Object.values(SOURCES) : permission.canPublishSources;
};

export class StageWatch {
  private readonly rooms: RoomServiceClient;
  private readonly room: string;
  private readonly seats: ReadonlyMap<string, OpenedSeat>;
  private readonly looks: Look[] = [];
  private readonly running: Promise<void>;
  private stopped = false;

  constructor({ url, key, secret }: TestLiveKit, conferenceId: string, seats: readonly OpenedSeat[]) {
    this.rooms = new RoomServiceClient(url, key, secret);
    this.room = `stage-${conferenceId}`;
    this.seats = new Map(seats.map((seat) => [seat.seatId, seat]));
    this.running = this.look();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  /** Looks in which two sites besides the hall could be heard. */
  twoHeard(hallId: SiteId): number {
    return this.looks.filter(({ heard }) => heard.size > (heard.has(hallId) ? 2 : 1)).length;
  }

  /** In words: looks in which a site was heard that had no right to for longer than LiveKit has time to agree. */
  heardTooLong(entitled: readonly Entitled[]): readonly string[] {
    const entitledIn = (siteId: SiteId, fromMs: number, toMs: number) =>
      entitled.some(
        (one, i) => one.siteIds.has(siteId) && one.fromMs <= toMs && (entitled[i + 1]?.fromMs ?? Infinity) >= fromMs,
      );
    return this.looks.flatMap(({ atMs, heard }) =>
      [...heard]
        .filter((siteId) => !entitledIn(siteId, atMs - AGREES_WITHIN_MS, atMs))
        .map((siteId) => `${siteId} still heard at ${new Date(atMs).toISOString()}`),
    );
  }

  /** How often anybody besides the hall was heard: a run without voices would prove nothing. */
  siteHeard(hallId: SiteId): number {
    return this.looks.filter(({ heard }) => [...heard].some((siteId) => siteId !== hallId)).length;
  }

  /** In words: members who may publish something else than what this state entitles them to, or do not sound as due. */
  async disagreements(live: Live): Promise<readonly string[]> {
    const members = await this.rooms.listParticipants(this.room);
    const seats = members.flatMap((member) => this.mediaSeat(member));
    const due = new Map(desiredMedia(live, seats).map((row) => [row.identity, row.sources]));
    return members.flatMap((member) => {
      const sources = due.get(member.identity) ?? [];
      const granted = grantedTo(member);
      const voice = sounds(member);
      const same = granted.length === sources.length && sources.every((source) => granted.includes(SOURCES[source]));
      if (same && voice === sources.includes('microphone')) return [];
      const place = this.seats.get(member.identity.split(':')[0] ?? '')?.place?.name ?? 'a stranger';
      return [`${place}: due ${sources.join()}, may ${granted.map((n) => TrackSource[n]).join()}, sounds ${voice}`];
    });
  }

  private mediaSeat({ identity }: ParticipantInfo) {
    const [seatId = '', deviceId = ''] = identity.split(':');
    const seat = this.seats.get(seatId);
    if (!seat) return [];
    const siteId = seat.place === null ? null : SiteId.parse(seat.place.siteId);
    return [{ seatId: SeatId.parse(seatId), deviceId, role: seat.role, siteId }];
  }

  private async look(): Promise<void> {
    while (!this.stopped) {
      // The room is made by the first page that comes.
      const members = await this.rooms.listParticipants(this.room).catch(() => []);
      const atMs = Date.now();
      const heard = members.filter(sounds).flatMap((member) => this.mediaSeat(member));
      this.looks.push({ atMs, heard: new Set(heard.flatMap(({ siteId }) => siteId ?? [])) });
      await delay(LOOK_MS);
    }
  }
}
