import { describe, expect, it } from 'vitest';
import { withLongPackets } from './speech-packets.ts';

describe('M23: speech for a thin line', () => {
  it('M23: an answer asks for packets of 60 ms in its sections of sound, once', () => {
    const before = 'm=audio 9 X 111\r\na=mid:0\r\n';
    const after = 'm=video 9 X 96\r\na=mid:1\r\nm=audio 9 X 111\r\na=ptime:20\r\n';
    const answer = `v=0\r\n${before}${after}`;
    const said = `v=0\r\n${before}a=ptime:60\r\n${after}`;
    expect(withLongPackets(answer)).toBe(said);
    expect(withLongPackets(said)).toBe(said);
  });
});
