import type { Second } from './measure.ts';

/** What of a connection is asked here: LiveKit's of one direction, or that of a test. */
export type Counted = { readonly getStats: () => Promise<RTCStatsReport> | undefined };

/** Of IP and UDP; on TCP and TURN it is a little more. */
const HEADER_BYTES = 28;
/** A way that was measured longer ago than this is no yardstick for the queue of now. */
const WAY_KEPT_MS = 120_000;
/** Chromium asks every 2.5 s; a way that was not measured for so long may be any. */
const MEASURED_MS = 8000;
/** Packets of sound and picture in a second, from which on their loss says something. */
const ENOUGH_PACKETS = 10;

type Totals = {
  bits: number;
  received: number;
  lost: number;
  concealed: number;
  played: number;
  rttMs: number | null;
  rtts: number;
  /** By outgoing stream: packets so far, and what the other end lost of them lately. */
  sent: Map<string, { readonly packets: number; readonly lossShare: number }>;
  limitedToBps: number | null;
};

type Entry = { readonly type: string } & Readonly<Record<string, unknown>>;

const numberIn = (entry: Entry, name: string): number => {
  const value = entry[name];
  return typeof value === 'number' ? value : 0;
};

const addPair = (totals: Totals, pair: Entry, isUp: boolean): void => {
  const [bytes, packets] = isUp ? ['bytesSent', 'packetsSent'] : ['bytesReceived', 'packetsReceived'];
  totals.bits += 8 * (numberIn(pair, bytes) + HEADER_BYTES * numberIn(pair, packets));
  totals.rtts += numberIn(pair, 'responsesReceived');
  if (typeof pair['currentRoundTripTime'] === 'number') totals.rttMs = pair['currentRoundTripTime'] * 1000;
};

const addInbound = (totals: Totals, stream: Entry): void => {
  totals.received += numberIn(stream, 'packetsReceived');
  totals.lost += numberIn(stream, 'packetsLost');
  // What is made up for silence that was not sent is silence.
  totals.concealed += numberIn(stream, 'concealedSamples') - numberIn(stream, 'silentConcealedSamples');
  totals.played += numberIn(stream, 'totalSamplesReceived');
};

const addSent = (totals: Totals, remote: Entry, entries: ReadonlyMap<string, Entry>): void => {
  const id = String(remote['localId']);
  const packets = numberIn(entries.get(id) ?? remote, 'packetsSent');
  totals.sent.set(id, { packets, lossShare: numberIn(remote, 'fractionLost') });
};

/** The worst of the streams that still run: what is said of one that ended stays as it was. */
const lossOfSent = ({ sent }: Totals, before: Totals): number | null => {
  const running = [...sent].filter(([id, { packets }]) => packets > (before.sent.get(id)?.packets ?? 0));
  return running.length === 0 ? null : Math.max(...running.map(([, { lossShare }]) => lossShare));
};

const totalsOf = (report: RTCStatsReport, isUp: boolean): Totals => {
  const totals: Totals = {
    bits: 0,
    received: 0,
    lost: 0,
    concealed: 0,
    played: 0,
    rtts: 0,
    rttMs: null,
    sent: new Map(),
    limitedToBps: null,
  };
  const entries = new Map<string, Entry>();
  report.forEach((entry: Entry, id: string) => entries.set(id, entry));
  let isLimited = false;
  for (const entry of entries.values()) {
    if (entry.type === 'transport') {
      const pair = entries.get(String(entry['selectedCandidatePairId']));
      if (pair) addPair(totals, pair, isUp);
      if (pair && isUp) totals.limitedToBps = numberIn(pair, 'availableOutgoingBitrate');
    }
    if (!isUp && entry.type === 'inbound-rtp') addInbound(totals, entry);
    if (isUp && entry.type === 'outbound-rtp') isLimited ||= entry['qualityLimitationReason'] === 'bandwidth';
    if (isUp && entry.type === 'remote-inbound-rtp') addSent(totals, entry, entries);
  }
  return isLimited ? totals : { ...totals, limitedToBps: null };
};

/** What one connection carried since the last look, in the direction in which it carries sound and picture. */
export class LineMeter {
  readonly #isUp: boolean;
  #of: Counted | null = null;
  #before: Totals | null = null;
  #at = 0;
  #ways: readonly { readonly at: number; readonly ms: number }[] = [];
  #measuredAt = 0;

  constructor(direction: 'down' | 'up') {
    this.#isUp = direction === 'up';
  }

  /** Null: there is nothing to compare with yet. */
  async look(connection: Counted | undefined, now: number): Promise<Second | null> {
    const report = await connection?.getStats();
    if (!connection || !report) return null;
    const totals = totalsOf(report, this.#isUp);
    const before = this.#of === connection ? this.#before : null;
    const queueMs = this.#queueMs(totals, before, now);
    const ms = now - this.#at;
    this.#of = connection;
    this.#before = totals;
    this.#at = now;
    if (!before || ms <= 0) return null;
    const received = totals.received - before.received;
    const lost = Math.max(0, totals.lost - before.lost);
    const played = totals.played - before.played;
    const lossShare = received + lost >= ENOUGH_PACKETS ? lost / (received + lost) : null;
    return {
      bps: (Math.max(0, totals.bits - before.bits) / ms) * 1000,
      lossShare: this.#isUp ? lossOfSent(totals, before) : lossShare,
      concealedShare: played > 0 ? Math.max(0, totals.concealed - before.concealed) / played : 0,
      queueMs,
      limitedToBps: totals.limitedToBps,
    };
  }

  /** Beyond the shortest way that was measured; Chromium measures every few seconds, and not at all while it fails. */
  #queueMs({ rttMs, rtts }: Totals, before: Totals | null, now: number): number | null {
    if (rttMs === null) return null;
    if (rtts !== before?.rtts) {
      this.#measuredAt = now;
      this.#ways = [...this.#ways.filter(({ at }) => now - at < WAY_KEPT_MS), { at: now, ms: rttMs }];
    }
    if (now - this.#measuredAt > MEASURED_MS) return null;
    const shortest = Math.min(...this.#ways.map(({ ms }) => ms), rttMs);
    return rttMs - shortest;
  }
}
