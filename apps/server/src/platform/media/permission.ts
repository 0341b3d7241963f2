import { z } from 'zod';
import { TrackSource, type ParticipantPermission, type VideoGrant } from 'livekit-server-sdk';
import type { DesiredMember, MediaSource } from '@diemcau/domain/live';

const SOURCES: Readonly<Record<MediaSource, TrackSource>> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

/**
 * What a member may do, as a whole set: the only place that builds a permission (media.md, "Grants").
 * An empty list of sources means every source to LiveKit, so nothing to publish is `canPublish: false`.
 */
export const permissionFor = (member: Pick<DesiredMember, 'sources' | 'hidden'>): Partial<ParticipantPermission> => ({
  canSubscribe: true,
  canPublish: member.sources.length > 0,
  canPublishSources: member.sources.map((source) => SOURCES[source]),
  canPublishData: false,
  canUpdateMetadata: false,
  hidden: member.hidden,
});

export const grantFor = (room: string, member: Pick<DesiredMember, 'sources' | 'hidden'>): VideoGrant => ({
  room,
  roomJoin: true,
  canSubscribe: true,
  canPublish: member.sources.length > 0,
  canPublishSources: member.sources.map((source) => SOURCES[source]),
  canPublishData: false,
  canUpdateOwnMetadata: false,
  hidden: member.hidden,
});

const ALLOWED: ReadonlySet<string> = new Set([
  'room',
  'roomJoin',
  'canSubscribe',
  'canPublish',
  'canPublishSources',
  'canPublishData',
  'canUpdateOwnMetadata',
  'hidden',
]);

/** What a token of LiveKit's says in its `video` claim, as far as we look. Sources come as words. */
const Claims = z.looseObject({
  canPublish: z.boolean().optional(),
  canPublishData: z.boolean().optional(),
  canUpdateOwnMetadata: z.boolean().optional(),
  canPublishSources: z.array(z.string()).optional(),
});

/** Whether a token allows more than its holder is due now. A flag that is left out means "yes" to LiveKit. */
export const exceeds = (video: object, member: Pick<DesiredMember, 'sources'>): boolean => {
  const parsed = Claims.safeParse(video);
  if (!parsed.success) return true;
  const claims = parsed.data;
  const more = Object.entries(claims).some(
    ([name, value]) => !ALLOWED.has(name) && value !== false && value !== undefined,
  );
  if (more || claims.canPublishData !== false || claims.canUpdateOwnMetadata === true) return true;
  if (claims.canPublish === false) return false;
  const sources = claims.canPublishSources ?? [];
  const due: readonly string[] = member.sources;
  return sources.length === 0 || sources.some((source) => !due.includes(source));
};
