import { openCamera } from './camera.ts';
import { openClip } from './clip.ts';
import { openMicrophoneOf, type Before } from './microphone.ts';

const SECOND_CAMERA = 'second camera of the test';
/** What a second camera, and the screen of a computer, show: this number more than the site's own. */
const SECOND = 100;
const SECOND_MICROPHONE = 'second microphone of the test';
/** The tone before a second microphone: so many more than the site's own. */
const SECOND_TONE = 9;
const SCREEN = 200;

const deviceOf = (kind: MediaDeviceKind, label: string, deviceId = `${kind} of the test`): MediaDeviceInfo => {
  const about = { deviceId, groupId: 'test', kind, label };
  return { ...about, toJSON: () => about };
};

/** The one device that is asked for, if any. */
const wantedOf = (asked: boolean | MediaTrackConstraints | undefined): string | string[] | undefined => {
  const id = typeof asked === 'object' ? asked.deviceId : undefined;
  return typeof id === 'object' && !Array.isArray(id) ? (id.exact ?? id.ideal) : undefined;
};

/**
 * Gives the page a camera and a second one, a microphone, one on a table, and a loudspeaker, those of the site with this number, and a
 * screen that it may show.
 * @returns what stands before the microphone, once that was opened
 * @param clip what the camera sees instead of the number's cells
 */
export const replaceDevices = (site: number, clip: string | null): (() => Before | null) => {
  const { mediaDevices } = navigator;
  // Not there before the page's own address is known.
  if (mediaDevices === undefined) return () => null;
  let camera: MediaStreamTrack | undefined;
  let microphone: ReturnType<typeof openMicrophoneOf> | undefined;
  mediaDevices.getUserMedia = (constraints) => {
    const stream = new MediaStream();
    if (wantedOf(constraints?.video) === SECOND_CAMERA) {
      stream.addTrack(openCamera(site + SECOND));
      return Promise.resolve(stream);
    }
    if (wantedOf(constraints?.audio) === SECOND_MICROPHONE) {
      stream.addTrack(openMicrophoneOf(site + SECOND_TONE).track);
      return Promise.resolve(stream);
    }
    // Copies: a page that stops its camera and opens it again gets it again.
    if (constraints?.video) stream.addTrack((camera ??= clip === null ? openCamera(site) : openClip(clip)).clone());
    if (constraints?.audio) stream.addTrack((microphone ??= openMicrophoneOf(site)).track.clone());
    return Promise.resolve(stream);
  };
  mediaDevices.getDisplayMedia = () => Promise.resolve(new MediaStream([openCamera(site + SCREEN)]));
  mediaDevices.enumerateDevices = () =>
    Promise.resolve([
      deviceOf('videoinput', `Camera ${site}`),
      deviceOf('videoinput', `Camera vật thể ${site}`, SECOND_CAMERA),
      deviceOf('audioinput', `Micro ${site}`),
      deviceOf('audioinput', `Micro bàn ${site}`, SECOND_MICROPHONE),
      deviceOf('audiooutput', `Loa ${site}`),
    ]);
  return () => microphone?.before ?? null;
};

/** A tone is no speech: with a mixer chosen the page sends it as it is, without pauses (DTX off). */
export const chooseMixer = (): void => {
  const key = 'diemcau.devices';
  const choices = { cameraId: null, microphoneId: null, loudspeakerId: null, mixer: true };
  if (location.protocol.startsWith('http') && localStorage.getItem(key) === null)
    localStorage.setItem(key, JSON.stringify(choices));
};
