/** Keys remembered at most: beyond that the oldest are forgotten, so that memory stays bounded under attack. */
const MAX_KEYS = 10_000;

/** Counts failures by key (an address, a login, a seat) and says when there were too many. Per process, in memory. */
export class Failures {
  private readonly limit: number;
  private readonly windowMs: number;
  private readonly times = new Map<string, number[]>();

  constructor(options: { readonly limit: number; readonly windowMs: number }) {
    this.limit = options.limit;
    this.windowMs = options.windowMs;
  }

  /** @param now in ms */
  areTooMany(key: string, now: number): boolean {
    return this.recent(key, now).length >= this.limit;
  }

  add(key: string, now: number): void {
    const times = [...this.recent(key, now), now];
    this.times.delete(key);
    this.times.set(key, times.slice(-this.limit));
    const oldest = this.times.keys().next();
    if (this.times.size > MAX_KEYS && !oldest.done) this.times.delete(oldest.value);
  }

  forget(key: string): void {
    this.times.delete(key);
  }

  private recent(key: string, now: number): readonly number[] {
    return (this.times.get(key) ?? []).filter((at) => now - at < this.windowMs);
  }
}
