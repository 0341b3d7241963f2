import { describe, expect, it } from 'vitest';
import { ServerClock } from './clock.ts';

const server = 1_764_000_000_000;

describe("the server's clock on a page", () => {
  it('is right whatever the device says, within half the shortest round trip', () => {
    let timer = 5000;
    const clock = new ServerClock(() => timer);
    const asked = clock.mark();
    timer += 900;
    clock.learn(asked, server + 800); // a slow answer: 800 ms there, 100 ms back
    expect(Math.abs(clock.nowMs() - (server + 900))).toBeLessThanOrEqual(450);
    const again = clock.mark();
    timer += 20;
    clock.learn(again, server + 910);
    expect(Math.abs(clock.nowMs() - (server + 920))).toBeLessThanOrEqual(10);
  });

  it('is not moved by a later, slower answer', () => {
    let timer = 0;
    const clock = new ServerClock(() => timer);
    const ping = (there: number, back: number) => {
      const asked = clock.mark();
      timer += there;
      const now = server + timer;
      timer += back;
      clock.learn(asked, now);
    };
    ping(4, 4);
    ping(2000, 1);
    expect(clock.nowMs()).toBe(server + timer);
  });

  it('lets old samples go, so that a drift does not stay', () => {
    let timer = 0;
    const clock = new ServerClock(() => timer);
    clock.learn(0, server);
    const drifted = 700;
    for (let i = 0; i < 12; i++) {
      const asked = clock.mark();
      timer += 10;
      clock.learn(asked, server + timer - 5 + drifted);
    }
    expect(clock.nowMs()).toBe(server + timer + drifted);
  });
});
