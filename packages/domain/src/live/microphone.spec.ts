import { describe, expect, it } from 'vitest';
import { hall, site, turnNo } from '../kernel/given.fixture.ts';
import { microphoneOf } from './index.ts';
import { asked, granted, onAir, opened, story, type Story } from './stories.fixture.ts';

const sounding = (...numbers: number[]) => ({ available: true, sounding: numbers.map(site) });
const speaking: Story = [...opened, granted(1), onAir(1)];
const started: Story = [...speaking, { type: 'speechStarted', turnId: turnNo(1) }];
const of = (n: number, heard: Parameters<typeof microphoneOf>[1], ...steps: Story) =>
  microphoneOf(story(...steps).state, heard, site(n));

describe('M13: what screens may say of a microphone', () => {
  it('M13: it is open once the media server says so, and awaited before', () => {
    expect(of(1, sounding(), ...speaking)).toBe('opening');
    expect(of(1, sounding(1), ...speaking)).toBe('open');
  });

  it('M13: nothing is known while the media server does not answer', () => {
    expect(of(1, null, ...speaking)).toBe('unknown');
    expect(of(1, { ...sounding(1), available: false }, ...speaking)).toBe('unknown');
  });

  it('M13: who may be heard and has no microphone is not open, when nothing is awaited', () => {
    expect(microphoneOf(story(...opened).state, sounding(), hall)).toBe('absent');
    expect(microphoneOf(story(...opened).state, sounding(0), hall)).toBe('open');
    expect(of(1, sounding(), ...started)).toBe('absent');
  });

  it('M13: a silenced site is closing while it still sounds', () => {
    const silenced: Story = [...speaking, { type: 'microphonesSilenced', siteIds: [site(1)] }];
    expect(of(1, sounding(1), ...silenced)).toBe('closing');
    expect(of(1, sounding(), ...silenced)).toBe('silenced');
  });

  it('M13: it is shut for whoever waits', () => {
    expect(of(1, sounding(), ...opened, asked(1))).toBe('shut');
  });
});
