import { AsideId, type HeldKind } from '@diemcau/domain/aside';
import { SeatId, SiteId } from '@diemcau/domain/kernel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AsideHolder } from './holder.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const site = SiteId.parse(uuid(900));
const seat = SeatId.parse(uuid(901));
const refusal = { code: 'aside.not_now', vi: 'Không được', en: 'Not now' };

/** A desk whose server and browser answer when the test lets them. */
const desk = () => {
  let ids = 0;
  const sent: string[] = [];
  const track = { stop: vi.fn<() => void>() };
  const answers: PromiseWithResolvers<string>[] = [];
  const microphone = Promise.withResolvers<MediaStreamTrack>();
  const lines: { readonly onOpen: (isOpen: boolean) => void; readonly stop: () => void; readonly sends: boolean }[] =
    [];
  const holder = new AsideHolder({
    newId: () => AsideId.parse(uuid(++ids)),
    hold: ({ kind, again }: { readonly kind: HeldKind; readonly again: boolean }) => {
      sent.push(`${again ? 'again' : 'hold'} ${kind}`);
      const answer = Promise.withResolvers<string>();
      answers.push(answer);
      return answer.promise;
    },
    release: async (asideId) => {
      sent.push(`release ${Number(asideId.slice(-4))}`);
    },
    openMicrophone: () => microphone.promise,
    openLine: (end, onOpen) => {
      const line = { onOpen, stop: vi.fn<() => void>(), sends: end.microphone !== null };
      lines.push(line);
      return line;
    },
    problemOf: () => refusal,
    onChange: () => undefined,
  });
  const settle = () => vi.advanceTimersByTimeAsync(1);
  const letIn = async () => {
    answers.at(-1)?.resolve('token');
    await settle();
  };
  const speak = async () => {
    // Node has no tracks; the holder does nothing with one but hand it on and stop it.
    microphone.resolve(track as unknown as MediaStreamTrack);
    await settle();
  };
  return { holder, sent, track, answers, microphone, lines, settle, letIn, speak };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a key that is held', () => {
  it('Q3: says that it is heard when the other end hears, and says each second that it is down', async () => {
    const { holder, sent, lines, letIn, speak } = desk();
    holder.press('talk', site);
    await speak();
    await letIn();
    expect(holder.state()).toMatchObject({ status: 'held', isOpen: false });
    lines[0]?.onOpen(true);
    expect(holder.state()).toMatchObject({ status: 'held', kind: 'talk', siteId: site, isOpen: true });
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual(['hold talk', 'again talk', 'again talk']);
    holder.release();
    expect(lines[0]?.stop).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent.slice(3)).toEqual(['release 1']);
  });

  it('Q5: let go before the server answered, it is released after that answer, and nothing is opened', async () => {
    const { holder, sent, track, lines, letIn, speak } = desk();
    holder.press('talk', site);
    holder.release();
    expect([holder.state().status, sent]).toEqual(['idle', ['hold talk']]);
    await letIn();
    await speak();
    expect(sent).toEqual(['hold talk', 'release 1']);
    expect([lines.length, track.stop.mock.calls.length]).toEqual([0, 1]);
  });

  it('Q5: ends when the server says no more that it goes on, and a late word of before does not end it', async () => {
    const { holder, letIn, speak } = desk();
    holder.press('talk', site);
    await speak();
    await letIn();
    holder.told(null);
    expect(holder.state().status).toBe('held');
    holder.told({ asideId: AsideId.parse(uuid(1)), kind: 'talk', siteId: site, seatId: seat });
    holder.told(null);
    expect(holder.state().status).toBe('idle');
  });

  it('Q6: listening opens no microphone; the other key releases the first', async () => {
    const { holder, sent, lines, letIn } = desk();
    holder.press('listen', site);
    await letIn();
    expect(lines.map(({ sends }) => sends)).toEqual([false]);
    holder.release('talk');
    expect(holder.state().status).toBe('held');
    holder.press('talk', site);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual(['hold listen', 'hold talk', 'release 1']);
    expect(lines[0]?.stop).toHaveBeenCalledOnce();
  });

  it('Q2: refused, or without a microphone, it is let go and says why', async () => {
    const refused = desk();
    refused.holder.press('listen', site);
    refused.answers[0]?.reject(new Error('refused'));
    await refused.settle();
    expect([refused.holder.state().status, refused.holder.problem]).toEqual(['idle', refusal]);

    const mute = desk();
    mute.holder.press('talk', site);
    mute.microphone.reject(new Error('none'));
    await mute.letIn();
    expect([mute.holder.state().status, mute.holder.problem, mute.sent]).toEqual([
      'idle',
      refusal,
      ['hold talk', 'release 1'],
    ]);
  });
});
