import { describe, expect, it } from 'vitest';
import { qualityFor } from './cameras.ts';
import { statusOfFault } from './capture-faults.ts';
import { levelOf } from './loudness.ts';
import { placeOf } from './place.ts';

describe('the level of a microphone', () => {
  it('runs from silence to full scale in even steps of decibels', () => {
    expect(levelOf(new Float32Array(64))).toBe(0);
    expect(levelOf(new Float32Array(64).fill(1))).toBe(1);
    expect(levelOf(new Float32Array(64).fill(10 ** (-30 / 20)))).toBeCloseTo(0.5, 5);
    expect(levelOf(new Float32Array(64).fill(0.0001))).toBe(0);
  });
});

describe('the size of a picture', () => {
  it('follows the box that shows it', () => {
    expect([160, 360, 1080].map(qualityFor)).toEqual(['low', 'medium', 'high']);
  });
});

describe('the place of a member', () => {
  it('is what the server wrote into its token, and nothing else', () => {
    const siteId = '0190aaaa-0000-7000-8000-000000000003';
    expect(placeOf(JSON.stringify({ siteId, role: 'room' }))).toEqual({ siteId, role: 'room' });
    for (const wrong of [undefined, '', 'room', '{}', '[]', 'null', JSON.stringify({ siteId: 'x', role: 'room' })]) {
      expect(placeOf(wrong)).toBeNull();
    }
  });
});

describe('a device that does not open', () => {
  it.each([
    ['NotAllowedError', 'blocked'],
    ['SecurityError', 'blocked'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
  ])('%s means %s', (name, status) => {
    const fault = Object.assign(new Error('no'), { name });
    expect(statusOfFault(fault)).toBe(status);
  });
});
