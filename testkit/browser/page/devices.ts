import { openCamera } from './camera.ts';
import { openClip } from './clip.ts';
import { openMicrophone } from './microphone.ts';

const deviceOf = (kind: MediaDeviceKind, label: string): MediaDeviceInfo => {
  const about = { deviceId: `${kind} of the test`, groupId: 'test', kind, label };
  return { ...about, toJSON: () => about };
};

/**
 * Gives the page one camera, one microphone and one loudspeaker, those of the site with this number.
 * @param clip what the camera sees instead of the number's cells
 */
export const replaceDevices = (site: number, clip: string | null): void => {
  const { mediaDevices } = navigator;
  // Not there before the page's own address is known.
  if (mediaDevices === undefined) return;
  let camera: MediaStreamTrack | undefined;
  let microphone: MediaStreamTrack | undefined;
  mediaDevices.getUserMedia = (constraints) => {
    const stream = new MediaStream();
    // Copies: a page that stops its camera and opens it again gets it again.
    if (constraints?.video) stream.addTrack((camera ??= clip === null ? openCamera(site) : openClip(clip)).clone());
    if (constraints?.audio) stream.addTrack((microphone ??= openMicrophone(site)).clone());
    return Promise.resolve(stream);
  };
  mediaDevices.enumerateDevices = () =>
    Promise.resolve([
      deviceOf('videoinput', `Camera ${site}`),
      deviceOf('audioinput', `Micro ${site}`),
      deviceOf('audiooutput', `Loa ${site}`),
    ]);
};

/** A tone is no speech: with a mixer chosen the page sends it as it is, without pauses (DTX off). */
export const chooseMixer = (): void => {
  const key = 'diemcau.devices';
  const choices = { cameraId: null, microphoneId: null, loudspeakerId: null, mixer: true };
  if (location.protocol.startsWith('http') && localStorage.getItem(key) === null)
    localStorage.setItem(key, JSON.stringify(choices));
};
