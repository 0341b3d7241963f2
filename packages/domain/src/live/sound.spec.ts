import { describe, expect, it } from 'vitest';
import { hall, site, turnNo } from '../kernel/given.fixture.ts';
import { mayTryEcho, RoomSound, siteToHear, SILENT_MS, soundWarnings, type LiveEvent } from './index.ts';
import { granted, onAir, opened, ready, story, titled, type Story } from './stories.fixture.ts';

const speaking: Story = [...opened, granted(1), onAir(1)];
const interrupted: LiveEvent = { type: 'turnInterrupted', turnId: turnNo(1) };
const paused: Story = [...opened, { type: 'conferencePaused' }];
const state = (...steps: Story) => story(...steps).state;
const fine: RoomSound = { quietMs: 0, clips: false, wrong: 'none', echo: null };
const quiet: RoomSound = { ...fine, quietMs: 60_000 };
const kinds = (steps: Story, n: number, sound: RoomSound | null, more: object = {}) =>
  soundWarnings(state(...steps), site(n), { microphone: 'open', sound, dueMs: SILENT_MS, ...more }).map(
    ({ kind }) => kind,
  );

describe('M19: warnings of sound', () => {
  it('M19: everybody waits for the voice of who has the floor, else of the hall while it is seen', () => {
    expect(siteToHear(state(...speaking))).toBe(site(1));
    expect(siteToHear(state(...opened))).toBe(hall);
    expect(siteToHear(state(...opened, onAir(2)))).toBeNull();
    expect(siteToHear(state(...opened, titled))).toBeNull();
    expect(siteToHear(state(...speaking, interrupted))).toBeNull();
    for (const steps of [[], ready, paused]) expect(siteToHear(state(...steps))).toBeNull();
  });

  it('M19: who has the floor and is silent for 5 s, with an open microphone', () => {
    expect(kinds(speaking, 1, quiet)).toEqual(['silent']);
    expect(kinds(speaking, 1, quiet, { microphone: 'silenced' })).toEqual([]);
    expect(kinds(speaking, 1, quiet, { microphone: 'opening' })).toEqual([]);
    expect(kinds(speaking, 1, fine)).toEqual([]);
  });

  it('M19: the silence of before the floor does not count', () => {
    expect(kinds(speaking, 1, quiet, { dueMs: SILENT_MS - 1 })).toEqual([]);
    expect(soundWarnings(state(...speaking), site(1), { microphone: 'open', sound: quiet, dueMs: 7000 })).toEqual([
      { kind: 'silent', ms: 7000 },
    ]);
  });

  it('M19: the hall listens while a site speaks, and is warned of in its own turn', () => {
    expect(kinds(speaking, 0, quiet)).toEqual([]);
    expect(kinds(opened, 0, quiet)).toEqual(['silent']);
  });

  it('M19: distorted while it is heard; echo and a wrong microphone whenever', () => {
    const all: RoomSound = { quietMs: 0, clips: true, wrong: 'builtIn', echo: { at: 1, heard: true, aboveDb: 30 } };
    expect(kinds(speaking, 1, all)).toEqual(['device', 'clips', 'echo']);
    expect(kinds(ready, 1, all, { microphone: 'shut' })).toEqual(['device', 'echo']);
    expect(kinds(speaking, 1, { ...fine, echo: { at: 1, heard: false, aboveDb: 0 } })).toEqual([]);
  });

  it('what a room has not told warns of nothing', () => {
    expect(kinds(speaking, 1, null)).toEqual([]);
  });
});

describe('M20: trying a room for echo', () => {
  it('M20: before the opening, and in a break where nobody is seen or heard', () => {
    expect(mayTryEcho(state(...ready), site(1))).toBe(true);
    expect(mayTryEcho(state(...ready), hall)).toBe(true);
    expect(mayTryEcho(state(...paused), site(1))).toBe(true);
    expect(mayTryEcho(state(...paused), hall)).toBe(false);
  });

  it('M20: never while the conference goes on, nor after it', () => {
    expect(mayTryEcho(state(...opened), site(2))).toBe(false);
    expect(mayTryEcho(state(...speaking), site(1))).toBe(false);
    expect(mayTryEcho(state(...opened, { type: 'conferenceClosed' }), site(1))).toBe(false);
    expect(mayTryEcho(state(), site(1))).toBe(false);
  });
});
