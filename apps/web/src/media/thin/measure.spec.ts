import { describe, expect, it } from 'vitest';
import { LineMeter } from './line-meter.ts';
import { verdictDown, verdictUp, type Second } from './measure.ts';

const calm: Second = { bps: 500_000, lossShare: 0, concealedShare: 0, queueMs: 5, limitedToBps: null };
const second = (more: Partial<Second>): Second => ({ ...calm, ...more });

describe('M21: what a second says of a line', () => {
  it.each([
    ['five of a hundred lost', { lossShare: 0.05 }, 'good'],
    ['much lost without a queue, as before the speaker’s own line', { lossShare: 0.2 }, 'good'],
    ['far too much lost', { lossShare: 0.3 }, 'bad'],
    ['lost in a queue', { lossShare: 0.13, queueMs: 200 }, 'bad'],
    ['made up in a queue', { concealedShare: 0.2, queueMs: 200 }, 'bad'],
    ['a long queue', { queueMs: 500 }, 'bad'],
    ['a way that was not measured', { queueMs: null }, 'good'],
    ['nothing at all', { bps: 0, queueMs: null }, 'unknown'],
  ] as const)('M21: %s', (_, more, verdict) => {
    expect(verdictDown(second(more), calm, 'full')).toBe(verdict);
  });

  it('M21: sound alone is given up only when it is not understood', () => {
    expect(verdictDown(second({ bps: 33_000, queueMs: 600 }), calm, 'sound')).toBe('good');
    expect(verdictDown(second({ bps: 12_000, concealedShare: 0.5 }), calm, 'sound')).toBe('bad');
  });

  it('M21: a queue that the page’s own sending makes is that way’s matter', () => {
    const [up, down] = [second({ bps: 900_000, queueMs: 600 }), second({ bps: 300_000, queueMs: 600 })];
    expect(verdictDown(down, up, 'full')).toBe('unknown');
    expect(verdictUp(up, down, 'full')).toBe('bad');
    expect(verdictUp(second({ bps: 40_000, queueMs: 600 }), down, 'full')).toBe('unknown');
    const thin = { up: second({ bps: 42_000, queueMs: 900 }), down: second({ bps: 30_000, queueMs: 900 }) };
    expect(verdictUp(thin.up, thin.down, 'small')).toBe('bad');
    expect(verdictDown(thin.down, thin.up, 'still')).toBe('unknown');
    const speech = second({ bps: 28_000, queueMs: 900 });
    expect(verdictUp(speech, second({ bps: 27_000, queueMs: 900 }), 'sound')).toBe('unknown');
    const lossy = second({ bps: 40_000, queueMs: 600, lossShare: 0.2 });
    expect(verdictUp(lossy, down, 'full')).toBe('bad');
    expect(verdictDown(down, lossy, 'full')).toBe('unknown');
    expect(verdictDown(second({ ...down, lossShare: 0.2 }), lossy, 'full')).toBe('bad');
  });

  it('M21: upwards it is what the browser finds to pass, while that holds the picture back', () => {
    expect(verdictUp(second({ limitedToBps: 150_000 }), calm, 'full')).toBe('bad');
    expect(verdictUp(second({ limitedToBps: 150_000 }), calm, 'small')).toBe('good');
    expect(verdictUp(second({ limitedToBps: 90_000 }), calm, 'small')).toBe('bad');
  });
});

type Given = { bytes?: number; packets?: number; lost?: number; received?: number; rttMs?: number; responses?: number };

const reportOf = ({ bytes = 0, packets = 0, lost = 0, received = 0, rttMs = 40, responses = 0 }: Given) =>
  new Map<string, object>([
    ['T', { type: 'transport', selectedCandidatePairId: 'P' }],
    [
      'P',
      {
        type: 'candidate-pair',
        bytesReceived: bytes,
        packetsReceived: packets,
        currentRoundTripTime: rttMs / 1000,
        responsesReceived: responses,
      },
    ],
    ['Q', { type: 'candidate-pair', bytesReceived: 999_999, packetsReceived: 1, currentRoundTripTime: 9 }],
    ['A', { type: 'inbound-rtp', packetsReceived: received, packetsLost: lost, totalSamplesReceived: received * 960 }],
  ]);

describe('M21: how a line is measured', () => {
  it('M21: bits with their headers, losses, and what packets wait beyond the shortest way', async () => {
    const given: Given[] = [
      { responses: 1 },
      { bytes: 4000, packets: 25, received: 20, lost: 5, rttMs: 340, responses: 2 },
      { bytes: 4000, packets: 25, received: 20, lost: 5, rttMs: 340, responses: 2 },
    ];
    const meter = new LineMeter('down');
    const connection = { getStats: async () => reportOf(given.shift() ?? {}) };
    expect(await meter.look(connection, 0)).toBeNull();
    expect(await meter.look(connection, 1000)).toMatchObject({
      bps: (4000 + 25 * 28) * 8,
      lossShare: 0.2,
      queueMs: 300,
    });
    expect(await meter.look(connection, 2000)).toMatchObject({ bps: 0, lossShare: null });
  });

  it('M21: another connection begins anew, and none is no measure', async () => {
    const meter = new LineMeter('down');
    const connection = () => ({ getStats: async () => reportOf({ responses: 1 }) });
    await meter.look(connection(), 0);
    expect(await meter.look(connection(), 1000)).toBeNull();
    expect(await meter.look(undefined, 2000)).toBeNull();
  });
});
