import type { Command } from '@diemcau/domain/live';
import type { Done } from '@diemcau/domain/wire';
import { describe, expect, it } from 'vitest';

import type { SaidProblem } from '../ui/index.ts';
import { Acts } from './acts.ts';
import { requestId, siteId } from './live.fixture.ts';

const next: Command = { type: 'floor.next', endTurnId: null, requestId: requestId(1), limitSeconds: null };
const silence: Command = { type: 'floor.silence', siteId: siteId(1) };
const yes: Done = { type: 'done', id: 'x', ok: true };
const no: Done = {
  type: 'done',
  id: 'x',
  ok: false,
  code: 'floor.turn_changed',
  vi: 'Lượt vừa thay đổi.',
  en: 'Changed.',
};

/** A server that answers when it is told to. */
const desk = () => {
  const sent: Command[] = [];
  const answers: ((done: Done) => void)[] = [];
  const said: (SaidProblem | null)[] = [];
  let now = 0;
  const send = (command: Command) => {
    sent.push(command);
    return new Promise<Done>((settle) => answers.push(settle));
  };
  const acts = new Acts(
    send,
    () => now,
    (problem) => said.push(problem),
  );
  return { acts, sent, said, answer: (done: Done) => answers.shift()?.(done), later: (ms: number) => (now += ms) };
};

describe('Acts', () => {
  it('sends one command for two presses in a row', async () => {
    const { acts, sent, answer } = desk();
    const both = [acts.run(next), acts.run(next)];
    answer(yes);
    expect(await Promise.all(both)).toEqual([true, true]);
    expect(sent).toHaveLength(1);
  });

  it('takes the same call once more just after its answer for a slipped finger', async () => {
    const { acts, sent, answer, later } = desk();
    const first = acts.run(next);
    answer(yes);
    await first;
    later(400);
    expect(await acts.run(next)).toBe(true);
    expect(sent).toHaveLength(1);
    later(2000);
    void acts.run(next);
    expect(sent).toHaveLength(2);
  });

  it('F8: a second "Tiếp" just after the first calls nobody else, though it names the next by then', async () => {
    const { acts, sent, answer, later } = desk();
    const another: Command = { ...next, requestId: requestId(2) };
    const first = acts.run(next);
    void acts.run(another);
    answer(yes);
    await first;
    later(20);
    expect(await acts.run(another)).toBe(true);
    expect(sent).toEqual([next]);
    later(2000);
    void acts.run(another);
    expect(sent).toEqual([next, another]);
  });

  it('does not hold back what may be wanted twice', async () => {
    const { acts, sent, answer } = desk();
    const first = acts.run(silence);
    answer(yes);
    await first;
    void acts.run(silence);
    expect(sent).toHaveLength(2);
  });

  it('shows what the server said of a refusal, and lets it be tried again', async () => {
    const { acts, sent, said, answer } = desk();
    const first = acts.run(next);
    answer(no);
    expect(await first).toBe(false);
    expect(said.at(-1)).toEqual({ code: 'floor.turn_changed', vi: 'Lượt vừa thay đổi.', en: 'Changed.' });
    void acts.run(next);
    expect(said.at(-1)).toBeNull();
    expect(sent).toHaveLength(2);
  });
});
