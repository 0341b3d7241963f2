import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConferenceId, SeatId } from '@diemcau/domain/kernel';
import { Problem } from '../live/api.ts';
import { RoomPairing, type PairingPort } from './room-pairing.ts';

const opened = {
  seatId: '0190aaaa-0000-7000-8000-000000000001' as SeatId,
  conferenceId: '0190aaaa-0000-7000-8000-000000000002' as ConferenceId,
  path: '/room?seat=0190aaaa-0000-7000-8000-000000000001',
};
const problem = (code: string) => new Problem({ code, vi: 'a', en: 'b', status: 409 });

const setUp = () => {
  const answers: (typeof opened | Problem)[] = [];
  const polledAt: number[] = [];
  let codes = 0;
  const port: PairingPort = {
    ask: () => {
      codes += 1;
      return Promise.resolve({
        deviceCode: `d${codes}`,
        userCode: `CODE-${codes}`,
        expiresInSeconds: 600,
        intervalSeconds: 3,
      });
    },
    poll: () => {
      polledAt.push(Date.now());
      const answer = answers.shift() ?? problem('room_code.pending');
      return answer instanceof Problem ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  const pairing = new RoomPairing(port);
  pairing.start();
  return { pairing, answers, polledAt };
};

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a screen that asks for its place', () => {
  it('shows a code until its clerk has confirmed it', async () => {
    const { pairing, answers } = setUp();
    await vi.advanceTimersByTimeAsync(0);
    expect(pairing.state()).toMatchObject({ status: 'showing', userCode: 'CODE-1' });
    answers.push(problem('room_code.pending'), opened);
    await vi.advanceTimersByTimeAsync(6000);
    expect(pairing.state()).toEqual({ status: 'opened', path: opened.path });
  });

  it('shows a new code by itself before the old one ends', async () => {
    const { pairing } = setUp();
    await vi.advanceTimersByTimeAsync(594_000);
    expect(pairing.state()).toMatchObject({ userCode: 'CODE-1' });
    await vi.advanceTimersByTimeAsync(6000);
    expect(pairing.state()).toMatchObject({ userCode: 'CODE-2' });
  });

  it('shows a new code when the old one was used up', async () => {
    const { pairing, answers } = setUp();
    answers.push(problem('room_code.used'));
    await vi.advanceTimersByTimeAsync(3000);
    expect(pairing.state()).toMatchObject({ userCode: 'CODE-2' });
  });

  it('asks slower when it is told to', async () => {
    const { answers, polledAt } = setUp();
    answers.push(problem('room_code.slow_down'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(polledAt).toEqual([3000, 11_000, 19_000]);
  });

  it('keeps its code while the server is out of reach', async () => {
    const { pairing, answers } = setUp();
    answers.push(problem('network.unreachable'), opened);
    await vi.advanceTimersByTimeAsync(3000);
    expect(pairing.state()).toMatchObject({ userCode: 'CODE-1' });
    await vi.advanceTimersByTimeAsync(3000);
    expect(pairing.state().status).toBe('opened');
  });
});
