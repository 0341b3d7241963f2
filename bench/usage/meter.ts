// What LiveKit carries and what that costs: by the count of its members, who lose nothing on one machine, and the system's.
import { setTimeout as delay } from 'node:timers/promises';
import type { TestLiveKit } from '@diemcau/testkit';
import { processorMs } from '../processor.ts';

export type Usage = {
  readonly outMbps: number;
  /** Of one processor, in percent. */
  readonly busy: number;
  readonly upMbps: number;
};

/** What its members count, in bytes so far. */
export type Carried = {
  readonly receivedBytes: () => number;
  /** Of the sites alone, without the hall. */
  readonly sentBytes: () => number;
};

export const usage = async ({ pid }: TestLiveKit, carried: Carried, ms: number): Promise<Usage> => {
  const look = async () =>
    [performance.now(), carried.receivedBytes(), await processorMs(pid), carried.sentBytes()] as const;
  const [began, out, busy, up] = await look();
  await delay(ms);
  const [ended, outNow, busyNow, upNow] = await look();
  const seconds = (ended - began) / 1000;
  const mbps = (bytes: number): number => bytes / 125_000 / seconds;
  return { outMbps: mbps(outNow - out), busy: (busyNow - busy) / 10 / seconds, upMbps: mbps(upNow - up) };
};
