import type { RemoteTrackPublication } from 'livekit-client';

/** From one still to the next. */
const EVERY_MS = 5000;
/** A picture that does not come within so long is not waited for: the voice needs the line. */
const PATIENCE_MS = 3000;
const LOOK_MS = 200;

/** One camera that is let through until a frame came, then not until the next still is due. */
type Shutter = { isOpen: boolean; openedAt: number; framesBefore: number };

const framesOf = async (publication: RemoteTrackPublication): Promise<number> => {
  const report = await publication.track?.receiver?.getStats();
  let frames = 0;
  report?.forEach((entry: { type: string; framesDecoded?: number }) => {
    if (entry.type === 'inbound-rtp') frames += entry.framesDecoded ?? 0;
  });
  return frames;
};

/** Still pictures out of moving ones: each camera that is shown is let through for one frame every few seconds. */
export class Stills {
  readonly #shutters = new Map<RemoteTrackPublication, Shutter>();
  readonly #changed: () => void;
  readonly #timer: ReturnType<typeof setInterval>;

  /** @param changed called whenever `passes` answers otherwise */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.#timer = setInterval(() => void this.#look(), LOOK_MS);
  }

  /** A camera that is new here is let through at once: it may be a cut. */
  readonly passes = (publication: RemoteTrackPublication): boolean => {
    const known = this.#shutters.get(publication);
    if (known) return known.isOpen;
    this.#shutters.set(publication, { isOpen: true, openedAt: performance.now(), framesBefore: 0 });
    return true;
  };

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const before = JSON.stringify([...this.#shutters.values()].map(({ isOpen }) => isOpen));
    for (const [publication, shutter] of this.#shutters) {
      if (!publication.isDesired) this.#shutters.delete(publication);
      else await this.#turn(publication, shutter);
    }
    if (JSON.stringify([...this.#shutters.values()].map(({ isOpen }) => isOpen)) !== before) this.#changed();
  }

  async #turn(publication: RemoteTrackPublication, shutter: Shutter): Promise<void> {
    const sinceMs = performance.now() - shutter.openedAt;
    const frames = await framesOf(publication);
    if (shutter.isOpen) shutter.isOpen = frames <= shutter.framesBefore && sinceMs < PATIENCE_MS;
    else if (sinceMs >= EVERY_MS) Object.assign(shutter, { isOpen: true, openedAt: performance.now() });
    if (!shutter.isOpen) shutter.framesBefore = frames;
  }
}
