import {
  AccessToken,
  RoomServiceClient,
  TrackSource,
  TrackType,
  ServerError,
  type ParticipantInfo,
} from 'livekit-server-sdk';
import { ParticipantInfo_State } from '@livekit/protocol';
import type { DesiredMember, MediaSource } from '@diemcau/domain/live';
import { grantFor, permissionFor } from './permission.ts';
import type { MediaPort, Member, MemberTrack } from './port.ts';

/** A call that is not answered by then has failed (media.md, "Reconciler"). */
const TIMEOUT_MS = 2000;
const TOKEN_SECONDS = 120;
/** The default of 20 s would close a stage while nobody is on it. */
const EMPTY_SECONDS = 24 * 60 * 60;

const WORDS: Readonly<Partial<Record<TrackSource, MediaSource>>> = {
  [TrackSource.CAMERA]: 'camera',
  [TrackSource.MICROPHONE]: 'microphone',
  [TrackSource.SCREEN_SHARE]: 'screen_share',
  [TrackSource.SCREEN_SHARE_AUDIO]: 'screen_share_audio',
};
const EVERY: readonly MediaSource[] = ['camera', 'microphone', 'screen_share', 'screen_share_audio'];
const KINDS: Readonly<Record<TrackType, MemberTrack['kind']>> = {
  [TrackType.AUDIO]: 'audio',
  [TrackType.VIDEO]: 'video',
  [TrackType.DATA]: 'data',
};

const memberOf = (info: ParticipantInfo): Member => {
  const { permission } = info;
  const listed = (permission?.canPublishSources ?? []).flatMap((source) => WORDS[source] ?? []);
  const mayPublish = permission?.canPublish ? (listed.length === 0 ? EVERY : listed) : [];
  return {
    identity: info.identity,
    mayPublish,
    mayMore: permission?.canPublishData === true || permission?.canUpdateMetadata === true,
    active: info.state === ParticipantInfo_State.ACTIVE,
    tracks: info.tracks.map(({ sid, type, source }) => ({
      sid,
      kind: KINDS[type],
      source: WORDS[source] ?? 'unknown',
    })),
  };
};

const isNotFound = (error: unknown): boolean => error instanceof ServerError && error.code === 'not_found';

/** LiveKit behind `MediaPort`. `url`: its private HTTP address. */
export class LiveKitMedia implements MediaPort {
  private readonly key: string;
  private readonly secret: string;
  private readonly rooms: RoomServiceClient;

  constructor({ url, key, secret }: { readonly url: string; readonly key: string; readonly secret: string }) {
    this.key = key;
    this.secret = secret;
    this.rooms = new RoomServiceClient(url, key, secret, { requestTimeout: TIMEOUT_MS / 1000 });
  }

  async isUp(): Promise<boolean> {
    return this.rooms.listRooms(['none']).then(
      () => true,
      () => false,
    );
  }

  async ensureRoom(room: string, emptySeconds = EMPTY_SECONDS): Promise<void> {
    await this.rooms.createRoom({ name: room, emptyTimeout: emptySeconds, departureTimeout: emptySeconds });
  }

  async deleteRoom(room: string): Promise<void> {
    await this.unlessGone(() => this.rooms.deleteRoom(room));
  }

  async list(room: string): Promise<readonly Member[]> {
    return (await this.rooms.listParticipants(room)).map(memberOf);
  }

  async permit(room: string, member: DesiredMember): Promise<Member | null> {
    const info = await this.unlessGone(() =>
      this.rooms.updateParticipant(room, member.identity, { permission: permissionFor(member) }),
    );
    return info ? memberOf(info) : null;
  }

  async remove(room: string, identity: string): Promise<void> {
    await this.unlessGone(() => this.rooms.removeParticipant(room, identity));
  }

  async token(room: string, member: DesiredMember): Promise<string> {
    const metadata = JSON.stringify({ siteId: member.siteId, role: member.role });
    const token = new AccessToken(this.key, this.secret, { identity: member.identity, ttl: TOKEN_SECONDS, metadata });
    token.addGrant(grantFor(room, member));
    return token.toJwt();
  }

  private async unlessGone<T>(call: () => Promise<T>): Promise<T | null> {
    try {
      return await call();
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }
}
