import type { LatestAnnouncement, MessageId, OwnAnnouncement } from '@diemcau/domain/message';

import { asProblem } from '../live/api.ts';
import { sendUntilHeard } from '../live/heard.ts';
import type { SaidProblem } from '../ui/index.ts';

export type AnnouncementsPort = {
  readonly read: (
    cursor: string | null,
  ) => Promise<{ readonly items: readonly OwnAnnouncement[]; readonly next: string | null }>;
  readonly confirm: (messageId: MessageId) => Promise<void>;
};

export type AnnouncementsPorts = {
  readonly port: AnnouncementsPort;
  readonly pause: (ms: number) => Promise<void>;
  /** How long after it was told the page reads, so that pages told at one moment do not all ask at once. */
  readonly readAfterMs: () => number;
};

export type AnnouncementsState = {
  /** The newest first. */
  readonly announcements: readonly OwnAnnouncement[];
  readonly hasOlder: boolean;
  readonly problem: SaidProblem | null;
};

/** What the page is told without asking: how many there are, the words of the latest, how many its site confirmed. */
export type ToldOfAnnouncements = {
  readonly count: number;
  readonly latest: LatestAnnouncement | null;
  readonly confirmed: number;
};

/** The secretary's announcements on the page of a site. The latest comes with its words; only older ones are asked for. */
export class AnnouncementsModel {
  readonly #ports: AnnouncementsPorts;
  readonly #listeners = new Set<() => void>();
  readonly #known = new Map<number, OwnAnnouncement>();
  #older: string | null = null;
  #problem: SaidProblem | null = null;
  #state: AnnouncementsState = { announcements: [], hasOlder: false, problem: null };
  #isReading = false;
  #told: ToldOfAnnouncements = { count: 0, latest: null, confirmed: 0 };

  constructor(ports: AnnouncementsPorts) {
    this.#ports = ports;
  }

  readonly state = (): AnnouncementsState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly hear = async (told: ToldOfAnnouncements): Promise<void> => {
    this.#told = told;
    const { latest } = told;
    if (latest && !this.#known.has(latest.no) && latest.no === this.#newest() + 1 && this.#mayTrust()) {
      this.#known.set(latest.no, { ...latest, at: new Date(latest.at).toISOString(), seenAt: null });
      this.#tell();
    }
    if (this.#isReading || this.#isKnown()) return;
    this.#isReading = true;
    await this.#ports.pause(this.#ports.readAfterMs());
    await this.#read(null);
    this.#isReading = false;
  };

  readonly loadOlder = (): Promise<void> => (this.#older === null ? Promise.resolve() : this.#read(this.#older));

  readonly confirm = async (messageId: MessageId): Promise<void> => {
    this.#problem = null;
    try {
      await sendUntilHeard(() => this.#ports.port.confirm(messageId), this.#ports.pause);
      const found = [...this.#known.values()].find((one) => one.messageId === messageId);
      if (found) this.#known.set(found.no, { ...found, seenAt: new Date().toISOString() });
    } catch (thrown) {
      this.#problem = asProblem(thrown);
    }
    this.#tell();
  };

  readonly dismiss = (): void => {
    this.#problem = null;
    this.#tell();
  };

  #newest(): number {
    return Math.max(0, ...this.#known.keys());
  }

  #confirmed(): number {
    return [...this.#known.values()].filter(({ seenAt }) => seenAt !== null).length;
  }

  /** One that is new is not confirmed; of a first one that was told again nobody knows. */
  #mayTrust(): boolean {
    return this.#told.confirmed <= this.#confirmed();
  }

  #isKnown(): boolean {
    const { count, confirmed } = this.#told;
    return this.#newest() >= count && (this.#older !== null || this.#confirmed() >= confirmed);
  }

  async #read(cursor: string | null): Promise<void> {
    try {
      const { items, next } = await this.#ports.port.read(cursor);
      const before = Math.min(Infinity, ...this.#known.keys());
      for (const one of items) this.#known.set(one.no, one);
      if ((items.at(-1)?.no ?? Infinity) <= before) this.#older = next;
    } catch (thrown) {
      this.#problem = asProblem(thrown);
    }
    this.#tell();
  }

  #tell(): void {
    this.#state = {
      announcements: [...this.#known.values()].toSorted((a, b) => b.no - a.no),
      hasOlder: this.#older !== null,
      problem: this.#problem,
    };
    for (const listener of this.#listeners) listener();
  }
}
