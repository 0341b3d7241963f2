import type { LineFound } from '@diemcau/domain/support';
import type { Counted } from './line-meter.ts';

export type Way = { readonly way: LineFound['way']; readonly rttMs: number | null };
type Entry = { readonly type: string } & Readonly<Record<string, unknown>>;

/** By which way a connection goes, and how long its packets need there and back; null: it is not up. */
export const wayOf = async (connection: Counted): Promise<Way | null> => {
  const report = await connection.getStats();
  if (!report) return null;
  const entries = new Map<string, Entry>();
  report.forEach((entry: Entry, id: string) => entries.set(id, entry));
  const transport = [...entries.values()].find(({ type }) => type === 'transport');
  const pair = transport && entries.get(String(transport['selectedCandidatePairId']));
  const local = pair && entries.get(String(pair['localCandidateId']));
  if (!pair || !local) return null;
  const rtt = pair['currentRoundTripTime'];
  const way = local['candidateType'] === 'relay' ? 'turn' : local['protocol'] === 'tcp' ? 'tcp' : 'udp';
  return { way, rttMs: typeof rtt === 'number' ? rtt * 1000 : null };
};
