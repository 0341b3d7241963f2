import { z } from 'zod';
import { LineStep, SiteLine, SourceId } from '../kernel/index.ts';
import { RoomSound } from '../live/index.ts';
import { LineRunId } from '../support/index.ts';

const DeviceId = z.string().max(200);
const Label = z.string().max(120);

/** What a room screen says of its own devices, to its clerk. Levels 0..1. */
export const DeviceReport = z.strictObject({
  cameras: z.array(z.strictObject({ id: DeviceId, label: Label })).max(20),
  microphones: z.array(z.strictObject({ id: DeviceId, label: Label })).max(20),
  loudspeakers: z.array(z.strictObject({ id: DeviceId, label: Label })).max(20),
  cameraId: DeviceId.nullable(),
  microphoneId: DeviceId.nullable(),
  loudspeakerId: DeviceId.nullable(),
  /** The second camera that was chosen for content; absent in reports of older pages. */
  contentCameraId: DeviceId.nullable().optional(),
  camera: z.enum(['ok', 'blocked', 'missing', 'busy', 'off']),
  microphone: z.enum(['ok', 'blocked', 'missing', 'busy', 'off']),
  /** Room with a mixer: echo cancellation, noise suppression and gain control are off. */
  mixer: z.boolean(),
  level: z.number().min(0).max(1),
  /** A small JPEG of the camera as a data address, while its clerk looks. */
  picture: z
    .string()
    .max(24_000)
    .regex(/^data:image\/jpeg;base64,[A-Za-z0-9+/=]*$/)
    .nullable(),
  /** The loudspeaker test that ran last: its number, so that the clerk sees it was played. */
  testedAt: z.number().nullable(),
  line: z.enum(['good', 'poor', 'lost', 'unknown']),
  needsGesture: z.boolean(),
  /** How much the line carries; `chosen` by the clerk, null: by itself. Missing in what a page of before stored. */
  ladder: z.strictObject({ ...SiteLine.shape, chosen: LineStep.nullable() }).optional(),
  /** Which device each further camera and microphone is, and how loud; missing where there are none. */
  sources: z
    .array(z.strictObject({ sourceId: SourceId.nullable(), id: DeviceId.nullable(), level: z.number().min(0).max(1) }))
    .max(20)
    .optional(),
  /** Null: not measured, or told by a page of before. */
  sound: RoomSound.nullable().default(null),
});
export type DeviceReport = z.infer<typeof DeviceReport>;

/** What a clerk may ask of the room screen of its own site. */
export const ClerkControl = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('useCamera'), id: DeviceId }),
  /** The camera that content is shown from; null: none. */
  z.strictObject({ do: z.literal('useContentCamera'), id: DeviceId.nullable() }),
  z.strictObject({ do: z.literal('useMicrophone'), id: DeviceId }),
  /** Which device a further camera or microphone is; null: none. */
  z.strictObject({ do: z.literal('useSource'), sourceId: SourceId, id: DeviceId.nullable() }),
  z.strictObject({ do: z.literal('useLoudspeaker'), id: DeviceId }),
  z.strictObject({ do: z.literal('setMixer'), mixer: z.boolean() }),
  /** How much is sent and received; null: by itself. */
  z.strictObject({ do: z.literal('useStep'), step: LineStep.nullable() }),
  z.strictObject({ do: z.literal('testLoudspeaker') }),
  /** The screen sends its picture and level once a second while asked within the last 10 s. */
  z.strictObject({ do: z.literal('look') }),
  /** The same without a picture: a desk shows the site and wants its level. Sent by the server. */
  z.strictObject({ do: z.literal('listen') }),
  z.strictObject({ do: z.literal('retry') }),
]);
export type ClerkControl = z.infer<typeof ClerkControl>;

/** What a room screen is asked: by its clerk, or by the server for who may have its sound tried. */
export const DeviceControl = z.discriminatedUnion('do', [
  ...ClerkControl.options,
  /** Tones out of the loudspeaker, to hear whether they come back. */
  z.strictObject({ do: z.literal('tryEcho') }),
  /** Three seconds of the microphone, out of the loudspeaker. */
  z.strictObject({ do: z.literal('playBack') }),
  /** Try the line against the media server, when its turn has come. */
  z.strictObject({ do: z.literal('runLine'), runId: LineRunId }),
]);
export type DeviceControl = z.infer<typeof DeviceControl>;
