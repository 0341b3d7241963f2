// Ears for a bot: decode the Opus it receives and say whose tone is in it.
import type { RemoteTrack } from '@diemcau/server/bots';
import { OpusDecoder } from 'opus-decoder';
import { tonesIn, WINDOW_SAMPLES } from './tones.ts';

/** What was in 100 ms of one member's sound. */
export type HeardWindow = { readonly identity: string; readonly atMs: number; readonly tones: readonly number[] };

/** A tone is *heard* after this many windows in a row: one second. */
const WINDOWS_TO_BE_HEARD = 10;
/** Sound older than this is over. */
const FRESH_MS = 400;

/** One track's decoder; packets that come before it is ready wait. */
class Ear {
  private readonly decoder = new OpusDecoder({ channels: 1 });
  private readonly samples = new Float32Array(WINDOW_SAMPLES);
  private readonly onWindow: (tones: readonly number[]) => void;
  private waiting: Uint8Array[] | undefined = [];
  private filled = 0;

  constructor(onWindow: (tones: readonly number[]) => void) {
    this.onWindow = onWindow;
    void this.decoder.ready.then(() => {
      const early = this.waiting ?? [];
      this.waiting = undefined;
      for (const packet of early) this.hear(packet);
    });
  }

  hear(packet: Uint8Array): void {
    if (this.waiting) {
      this.waiting.push(packet);
      return;
    }
    for (const sample of this.decoder.decodeFrame(packet).channelData[0] ?? []) {
      this.samples[this.filled++] = sample;
      if (this.filled < WINDOW_SAMPLES) continue;
      this.filled = 0;
      this.onWindow(tonesIn(this.samples));
    }
  }

  close(): void {
    // Freeing a decoder that is still being loaded would fail.
    if (!this.waiting) this.decoder.free();
  }
}

export class Ears {
  private readonly ears = new Map<string, Ear>();
  private readonly windows: HeardWindow[] = [];

  /** Hand this to a bot as `onPayload`. */
  readonly hear = (track: RemoteTrack, payload: Buffer): void => {
    if (track.kind !== 'audio') return;
    const { identity } = track;
    const ear =
      this.ears.get(track.sid) ?? new Ear((tones) => this.windows.push({ identity, atMs: performance.now(), tones }));
    this.ears.set(track.sid, ear);
    ear.hear(payload);
  };

  /** The tones of this member that were there without a break for the last second; none when it is silent now. */
  heard(identity: string): readonly number[] {
    const last = this.windows.filter((window) => window.identity === identity).slice(-WINDOWS_TO_BE_HEARD);
    if (last.length < WINDOWS_TO_BE_HEARD || performance.now() - (last.at(-1)?.atMs ?? 0) > FRESH_MS) return [];
    return (last[0]?.tones ?? []).filter((tone) => last.every((window) => window.tones.includes(tone)));
  }

  /** Every tone that was in any window since `atMs` (of `performance.now()`), of whomever: what silence is measured by. */
  everHeardSince(atMs: number): ReadonlySet<number> {
    return new Set(this.windows.filter((window) => window.atMs >= atMs).flatMap((window) => window.tones));
  }

  close(): void {
    for (const ear of this.ears.values()) ear.close();
    this.ears.clear();
  }
}
