import { describe, expect, it } from 'vitest';
import { reloadOnce, type Memory } from './reload-once.ts';

const MINUTE = 60_000;
const memory = (): Memory => {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
};

describe('a page that is older than its server', () => {
  it('W15: reloads at once, and then not again within five minutes', () => {
    const kept = memory();
    let reloads = 0;
    const at = (now: number) => reloadOnce(now, kept, () => (reloads += 1));
    expect(at(10 * MINUTE)).toBe(0);
    expect(at(11 * MINUTE)).toBe(4 * MINUTE);
    expect(at(15 * MINUTE - 1)).toBe(1);
    expect(reloads).toBe(1);
    expect(at(15 * MINUTE)).toBe(0);
    expect(reloads).toBe(2);
  });

  it('W15: never reloads by itself where it cannot remember that it did', () => {
    expect(reloadOnce(0, null, () => expect.unreachable())).toBeGreaterThan(0);
  });
});
