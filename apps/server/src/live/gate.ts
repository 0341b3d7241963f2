import proxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { TokenVerifier, type ClaimGrants } from 'livekit-server-sdk';
import { ConferenceId } from '@diemcau/domain/kernel';
import { AsideId } from '@diemcau/domain/aside';
import { desiredMedia, type DesiredMember } from '@diemcau/domain/live';
import { LineRunId } from '@diemcau/domain/support';
import { exceeds } from '../platform/media/index.ts';
import { asideMemberDue } from './aside-routes.ts';
import { asideOfRoom, type Asides } from './asides.ts';
import { lineMemberDue } from './line-routes.ts';
import { runOfRoom, type LineRuns } from './line-runs.ts';
import type { LiveMetrics } from './metrics.ts';
import type { Seats } from './ports.ts';
import { conferenceOfRoom } from './stage.ts';
import type { LiveStore } from './stream.ts';

/** The path of LiveKit's signalling on our own origin; the media server itself is not reachable from outside. */
export const SIGNAL_PREFIX = '/rtc';

export type GateDeps = {
  readonly store: LiveStore;
  readonly seats: Seats;
  readonly asides: Pick<Asides, 'find'>;
  readonly lineRuns: Pick<LineRuns, 'find'>;
  readonly livekit: { readonly url: string; readonly key: string; readonly secret: string };
  readonly metrics: LiveMetrics;
};

/** What the seat's device is due now, by what the database says now; null when it may not be there at all. */
export const memberDue = async (
  { store, seats }: Pick<GateDeps, 'store' | 'seats'>,
  conferenceId: ConferenceId,
  identity: string,
): Promise<DesiredMember | null> => {
  const { state } = await store.refresh(conferenceId);
  return desiredMedia(state, await seats.seatsOf(conferenceId)).find((row) => row.identity === identity) ?? null;
};

/** The same of whatever room a token names: the stage of a conference, an aside that is held or a run that goes on now. */
const dueIn = async (deps: GateDeps, room: string, identity: string): Promise<DesiredMember | null> => {
  const asideId = AsideId.safeParse(asideOfRoom(room));
  if (asideId.success) return asideMemberDue(deps, await deps.asides.find(asideId.data), identity);
  const runId = LineRunId.safeParse(runOfRoom(room));
  if (runId.success) return lineMemberDue(deps, await deps.lineRuns.find(runId.data), identity);
  const conferenceId = ConferenceId.safeParse(conferenceOfRoom(room));
  return conferenceId.success ? memberDue(deps, conferenceId.data, identity) : null;
};

const tokenOf = (request: FastifyRequest): string | null => {
  const token = new URL(request.url, 'http://gate').searchParams.get('access_token');
  return token ?? /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
};

type Verdict = 'admitted' | 'no_token' | 'bad_token' | 'stranger' | 'exceeds';

/**
 * The third wall (media.md): a token passes only if it allows no more than its holder is due now. LiveKit hands
 * clients tokens of its own that outlive a turn; with one of those a microphone would come back.
 */
const judge = async (deps: GateDeps, verifier: TokenVerifier, request: FastifyRequest): Promise<Verdict> => {
  const token = tokenOf(request);
  if (token === null) return 'no_token';
  let claims: ClaimGrants;
  try {
    claims = await verifier.verify(token);
  } catch {
    return 'bad_token';
  }
  const { video, sub } = claims;
  if (!video || sub === undefined) return 'stranger';
  const member = await dueIn(deps, video.room ?? '', sub);
  if (!member) return 'stranger';
  return exceeds(video, member) ? 'exceeds' : 'admitted';
};

/** Puts LiveKit's signalling behind the gate: `/rtc*` and nothing else of it. */
export const registerGate = async (app: FastifyInstance, deps: GateDeps): Promise<void> => {
  const { livekit, metrics } = deps;
  const verifier = new TokenVerifier(livekit.key, livekit.secret);
  const preHandler = async (request: FastifyRequest, reply: FastifyReply) => {
    const verdict = await judge(deps, verifier, request);
    metrics.gate.inc({ outcome: verdict });
    return verdict === 'admitted' ? undefined : reply.code(401).send({ code: `media.${verdict}` });
  };
  await app.register(proxy, {
    prefix: SIGNAL_PREFIX,
    rewritePrefix: SIGNAL_PREFIX,
    upstream: livekit.url,
    websocket: true,
    // Between two programs that stand side by side; every offer would be packed and unpacked on its way.
    wsClientOptions: { perMessageDeflate: false },
    httpMethods: ['GET'],
    proxyPayloads: false,
    preHandler,
  });
};
