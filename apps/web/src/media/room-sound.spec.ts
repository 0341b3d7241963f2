import { describe, expect, it } from 'vitest';

import { constraintsFor } from './capture.ts';
import { isBuiltIn, RoomSoundMeter, trialOf, wrongMicrophone } from './room-sound.ts';

const room = { id: 'room', label: 'Jabra Speak 750', isProcessed: false };
const own = { id: 'own', label: 'Microphone Array (Realtek(R) Audio)', isProcessed: false };
const none = { microphoneId: null, triedMicrophoneId: null, mixer: false };

describe('M19: the wrong microphone', () => {
  it.each([
    ['nothing was chosen or tried', room, none, 'none'],
    ['the one that was chosen and tried', room, { ...none, microphoneId: 'room', triedMicrophoneId: 'room' }, 'none'],
    ['its own while another was tried', own, { ...none, triedMicrophoneId: 'room' }, 'builtIn'],
    ['its own while another was chosen', own, { ...none, microphoneId: 'room' }, 'builtIn'],
    ['its own, chosen and tried', own, { ...none, microphoneId: 'own', triedMicrophoneId: 'own' }, 'none'],
    ['another than was chosen', room, { ...none, microphoneId: 'other' }, 'notChosen'],
    ['chosen after another was tried', room, { ...none, microphoneId: 'room', triedMicrophoneId: 'other' }, 'untested'],
    ['a mixer, and the browser works on it', { ...room, isProcessed: true }, { ...none, mixer: true }, 'processed'],
    ['the browser works on it, without a mixer', { ...room, isProcessed: true }, none, 'none'],
    ['no microphone at all, which is said otherwise', null, { ...none, microphoneId: 'room' }, 'none'],
  ] as const)('%s', (_what, used, choices, expected) => {
    expect(wrongMicrophone(used, choices)).toBe(expected);
  });

  it('knows what computers call their own', () => {
    for (const label of ['Built-in Microphone', 'MacBook Pro Microphone', 'Internal Mic', own.label, 'Micro tích hợp'])
      expect([label, isBuiltIn(label)]).toEqual([label, true]);
    for (const label of ['Jabra Speak 750', 'USB Audio CODEC', 'Logitech Group', 'Micro 3'])
      expect([label, isBuiltIn(label)]).toEqual([label, false]);
  });
});

describe('M26: a mixer', () => {
  it('M26: keeps echo cancellation, noise suppression and gain control off, and nothing else does', () => {
    const processing = (mixer: boolean) =>
      constraintsFor('microphone', { cameraId: null, microphoneId: 'm', mixer }).audio;
    const all = (on: boolean) => ({ echoCancellation: on, noiseSuppression: on, autoGainControl: on });
    expect(processing(true)).toMatchObject(all(false));
    expect(processing(false)).toMatchObject(all(true));
  });
});

describe('M19: silence and distortion', () => {
  const voice = { level: 0.5, peak: 0.3 };
  const hiss = { level: 0.1, peak: 0.01 };

  it('counts from the last voice; a hiss is none', () => {
    const meter = new RoomSoundMeter(0);
    meter.take(voice, 1000);
    for (let at = 2000; at <= 9000; at += 1000) meter.take(hiss, at);
    expect(meter.read(9000)).toEqual({ quietMs: 8000, clips: false });
    meter.take(voice, 9500);
    expect(meter.read(9600).quietMs).toBe(100);
  });

  it('one crack is no fault, three within three seconds are, and they pass', () => {
    const meter = new RoomSoundMeter(0);
    const loud = { level: 0.9, peak: 1 };
    meter.take(loud, 100);
    expect(meter.read(200).clips).toBe(false);
    meter.take(loud, 1000);
    meter.take(loud, 1100);
    expect(meter.read(1200).clips).toBe(true);
    expect(meter.read(4000).clips).toBe(false);
  });
});

it('M20: a trial says nothing of other devices', () => {
  const by = { microphoneId: 'm', loudspeakerId: null, mixer: true };
  const tried = { trial: { at: 1, heard: true, aboveDb: 20 }, by };
  expect(trialOf(tried, by)).toBe(tried.trial);
  for (const other of [{ microphoneId: 'n' }, { loudspeakerId: 'l' }, { mixer: false }])
    expect(trialOf(tried, { ...by, ...other })).toBeNull();
  expect(trialOf(null, by)).toBeNull();
});
