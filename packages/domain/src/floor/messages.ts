import { z } from 'zod';
import { RequestId, SiteId, SpeakerId, SpeechKind, TurnId, line } from '../kernel/index.ts';

/** A request stands by with its speaker; a site called unasked may have none. */
export const Standby = z.object({
  siteId: SiteId,
  requestId: RequestId.nullable(),
  speakerId: SpeakerId.nullable(),
});
export type Standby = z.infer<typeof Standby>;

/** Longest time limit of a speech, in seconds. */
export const MAX_LIMIT_SECONDS = 4 * 60 * 60;
const limitSeconds = z.number().int().min(10).max(MAX_LIMIT_SECONDS).nullable();

export const FloorCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('floor.request'),
    requestId: RequestId,
    siteId: SiteId,
    speakerId: SpeakerId,
    kind: SpeechKind,
  }),
  z.strictObject({ type: z.literal('floor.withdraw'), requestId: RequestId }),
  /** Puts a request before another one, or last (`before: null`), in the queue that had this version. */
  z.strictObject({
    type: z.literal('floor.move'),
    requestId: RequestId,
    before: RequestId.nullable(),
    queueVersion: z.number().int(),
  }),
  z.strictObject({ type: z.literal('floor.setStandby'), siteIds: z.array(SiteId).max(2) }),
  z.strictObject({ type: z.literal('floor.resetStandby') }),
  z.strictObject({ type: z.literal('floor.grant'), requestId: RequestId, limitSeconds: limitSeconds.optional() }),
  z.strictObject({
    type: z.literal('floor.grantSite'),
    siteId: SiteId,
    speakerId: SpeakerId.nullable(),
    kind: SpeechKind,
    limitSeconds: limitSeconds.optional(),
  }),
  /** "Tiếp": ends the speech named (null: none is expected) and grants the request named, in one append. */
  z.strictObject({
    type: z.literal('floor.next'),
    endTurnId: TurnId.nullable(),
    requestId: RequestId,
    limitSeconds: limitSeconds.optional(),
  }),
  /** The same for a site that is called unasked. */
  z.strictObject({
    type: z.literal('floor.nextSite'),
    endTurnId: TurnId.nullable(),
    siteId: SiteId,
    speakerId: SpeakerId.nullable(),
    kind: SpeechKind,
    limitSeconds: limitSeconds.optional(),
  }),
  z.strictObject({ type: z.literal('floor.end'), turnId: TurnId }),
  z.strictObject({ type: z.literal('floor.takeBack'), turnId: TurnId }),
  /** The floor was given by mistake: the turn named never was, and the speech that it ended goes on. */
  z.strictObject({ type: z.literal('floor.takeBackGrant'), turnId: TurnId }),
  z.strictObject({ type: z.literal('floor.setLimit'), turnId: TurnId, limitSeconds }),
  z.strictObject({ type: z.literal('floor.extend'), turnId: TurnId, bySeconds: z.number().int().min(10).max(3600) }),
  z.strictObject({ type: z.literal('floor.silence'), siteId: SiteId }),
  z.strictObject({ type: z.literal('floor.silenceAll') }),
  z.strictObject({ type: z.literal('floor.liftSilence'), siteId: SiteId }),
  z.strictObject({ type: z.literal('floor.resumeTurn'), turnId: TurnId }),
  z.strictObject({ type: z.literal('floor.correctSpeaker'), speakerId: SpeakerId }),
  /** Names who speaks in a turn that was given to a site without a name. */
  z.strictObject({ type: z.literal('floor.nameSpeaker'), turnId: TurnId, speakerId: SpeakerId }),
  /** By the reconciler: the microphone is confirmed, or five seconds passed without media. */
  z.strictObject({ type: z.literal('floor.startSpeech'), turnId: TurnId }),
]);
export type FloorCommand = z.infer<typeof FloorCommand>;

export const FloorEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('floorRequested'),
    requestId: RequestId,
    siteId: SiteId,
    speakerId: SpeakerId,
    kind: SpeechKind,
  }),
  z.object({ type: z.literal('floorWithdrawn'), requestId: RequestId }),
  z.object({ type: z.literal('requestMoved'), requestId: RequestId, before: RequestId.nullable() }),
  z.object({ type: z.literal('standbySet'), mode: z.enum(['auto', 'manual']), standby: z.array(Standby) }),
  z.object({
    type: z.literal('floorGranted'),
    turnId: TurnId,
    requestId: RequestId.nullable(),
    siteId: SiteId,
    speakerId: SpeakerId.nullable(),
    kind: SpeechKind,
    limitSeconds: z.number().int().nullable(),
  }),
  z.object({ type: z.literal('speechStarted'), turnId: TurnId }),
  z.object({
    type: z.literal('floorReleased'),
    turnId: TurnId,
    reason: z.enum(['ended', 'next', 'paused', 'closed']),
  }),
  z.object({ type: z.literal('floorReturned'), turnId: TurnId }),
  z.object({ type: z.literal('grantTakenBack'), turnId: TurnId }),
  z.object({ type: z.literal('timeLimitSet'), turnId: TurnId, limitSeconds: z.number().int().nullable() }),
  z.object({ type: z.literal('microphonesSilenced'), siteIds: z.array(SiteId) }),
  z.object({ type: z.literal('microphoneRestored'), siteId: SiteId }),
  z.object({ type: z.literal('turnInterrupted'), turnId: TurnId }),
  z.object({ type: z.literal('turnResumed'), turnId: TurnId }),
  z.object({ type: z.literal('speakerCorrected'), speakerId: SpeakerId }),
  z.object({ type: z.literal('speakerNamed'), turnId: TurnId, speakerId: SpeakerId }),
]);
export type FloorEvent = z.infer<typeof FloorEvent>;

/** How a person is addressed and presented. Never part of an event: it lives in a table and may be corrected. */
export const SpeakerText = z.strictObject({ honorific: line(40), name: line(80), position: line(200) });
export type SpeakerText = z.infer<typeof SpeakerText>;

/** What a speech will be about: one line, optional. */
export const Subject = line(200);
