import { LineStep } from '@diemcau/domain/kernel';
import { z } from 'zod';

/** The devices that the clerk chose for this screen. Null: the browser's own choice. */
const Choices = z.object({
  cameraId: z.string().nullable(),
  microphoneId: z.string().nullable(),
  /** A document camera or a capture card, for content; screens of before had none. */
  contentCameraId: z.string().nullable().default(null),
  /** By source: the device that a further camera or a table microphone is. */
  sources: z.record(z.string(), z.string()).default({}),
  loudspeakerId: z.string().nullable(),
  /** A mixer stands before the microphone input: echo cancellation, noise suppression and gain control are off. */
  mixer: z.boolean(),
  /** The most that may go through the line, chosen by hand; null: what it carries. */
  step: LineStep.nullable().default(null),
  /** The microphone with which the room was last tried for echo. */
  triedMicrophoneId: z.string().nullable().default(null),
});
export type Choices = z.infer<typeof Choices>;

const KEY = 'diemcau.devices';
const none: Choices = {
  cameraId: null,
  contentCameraId: null,
  microphoneId: null,
  loudspeakerId: null,
  sources: {},
  mixer: false,
  step: null,
  triedMicrophoneId: null,
};

/** Kept on the device itself, so that a screen comes back with its camera after a power cut. */
export const loadChoices = (): Choices => {
  try {
    return Choices.catch(none).parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    // Storage is forbidden or holds no JSON: the browser chooses.
    return none;
  }
};

/** Says whether the choice will outlast this page; where storage is forbidden it does not. */
export const keepChoices = (choices: Choices): boolean => {
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
    return true;
  } catch {
    return false;
  }
};
