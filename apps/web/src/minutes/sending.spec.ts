import { expect, it } from 'vitest';

import { Problem } from '../live/api.ts';
import { AGAIN_MS, sendUntilAnswered } from './sending.ts';

const problem = (status: number) => new Problem({ code: 'x', vi: 'x', en: 'x', status });
const noted = () => {
  const waits: number[] = [];
  return { waits, wait: async (ms: number) => void waits.push(ms) };
};

it('K16: goes on while nobody answers, with longer pauses, and ends with the first answer', async () => {
  const { waits, wait } = noted();
  const answers = [problem(0), problem(503), null];
  await sendUntilAnswered(async () => {
    const answer = answers.shift();
    if (answer) throw answer;
  }, wait);
  expect(answers).toEqual([]);
  expect(waits).toEqual(AGAIN_MS.slice(0, 2));
});

it('what was refused is not sent again', async () => {
  const { waits, wait } = noted();
  const refused = sendUntilAnswered(() => Promise.reject(problem(429)), wait);
  await expect(refused).rejects.toMatchObject({ status: 429 });
  expect(waits).toEqual([]);
});

it('gives up after the last pause, and says what was wrong', async () => {
  const { waits, wait } = noted();
  await expect(sendUntilAnswered(() => Promise.reject(problem(0)), wait)).rejects.toMatchObject({ status: 0 });
  expect(waits).toEqual(AGAIN_MS);
});
