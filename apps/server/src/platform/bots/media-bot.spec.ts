import { expect, test } from 'vitest';
import { MediaBot, waitBeforeAttempt, type MediaBotState } from './media-bot.ts';

test('the wait before an attempt is anything up to a bound that doubles to ten seconds', () => {
  expect([0, 1, 2, 3, 20, 2000].map((attempt) => waitBeforeAttempt(attempt, () => 1))).toEqual([
    500, 1000, 2000, 4000, 10_000, 10_000,
  ]);
  expect(waitBeforeAttempt(4, () => 0)).toBe(0);
});

test('a bot that gets no token says so, tries again, and stays away once stopped', async () => {
  const states: MediaBotState[] = [];
  let asked = 0;
  const bot = new MediaBot({
    url: 'http://127.0.0.1:1',
    fetchToken: () => {
      asked += 1;
      return Promise.reject(new Error('not now'));
    },
    onState: (state) => states.push(state),
  });
  await expect.poll(() => asked, { timeout: 5000 }).toBeGreaterThan(1);
  bot.stop();
  expect(states.some((state) => state.status === 'waiting' && state.end.why === 'noToken')).toBe(true);
  expect(bot.state).toEqual({ status: 'stopped', end: { why: 'asked' } });
});

test('a bot that may try once stops where nobody answers', async () => {
  const bot = new MediaBot({ url: 'http://127.0.0.1:1', fetchToken: () => Promise.resolve('token'), rejoins: false });
  await expect.poll(() => bot.state, { timeout: 5000 }).toMatchObject({ status: 'stopped', end: { why: 'lost' } });
});
