import type { DelegateText, Imported, Mark, PastedDelegate } from '@diemcau/domain/attendance';
import type { DelegateId, RollCallId } from '@diemcau/domain/kernel';

import { asProblem } from '../live/api.ts';
import { sendUntilHeard } from '../live/heard.ts';
import type { SaidProblem } from '../ui/index.ts';
import type { Roster, RosterPort } from './roster-port.ts';
import { isKnown, type Told } from './roster-view.ts';

export type RosterState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: SaidProblem }
  | {
      readonly status: 'ready';
      /** As the server has it, with the marks that are on their way. */
      readonly roster: Roster;
      /** The last change that the server did not take. */
      readonly problem: SaidProblem | null;
      /** The roll call that this page has answered. */
      readonly answered: RollCallId | null;
    };

export type RosterModelPorts = {
  readonly port: RosterPort;
  readonly newId: () => string;
  readonly pause: (ms: number) => Promise<void>;
  /** 0 to 1: pages that are told at one moment do not all ask at one moment. */
  readonly random: () => number;
};

/** A page reads within so long what it was told of. */
const READ_WITHIN_MS = 2000;

const marked = (roster: Roster, marks: ReadonlyMap<DelegateId, Mark>): Roster =>
  marks.size === 0
    ? roster
    : {
        ...roster,
        delegates: roster.delegates.map((delegate) => {
          const mark = marks.get(delegate.delegateId);
          return mark ? { ...delegate, status: mark.status, reason: mark.reason } : delegate;
        }),
      };

/**
 * The roster of one site on a page. Marks show at once and travel in batches, one after another; every change is sent
 * again with its own id until it is answered.
 */
export class RosterModel {
  readonly #ports: RosterModelPorts;
  readonly #listeners = new Set<() => void>();
  readonly #shown = new Map<DelegateId, Mark>();
  readonly #waiting = new Map<DelegateId, Mark>();
  #known: Roster | null = null;
  #problem: SaidProblem | null = null;
  #answered: RollCallId | null = null;
  #state: RosterState = { status: 'loading' };
  #reading: Promise<void> | null = null;
  #readAgain = false;
  #marking: Promise<void> | null = null;
  #told: Told | null = null;
  #isHearing = false;

  constructor(ports: RosterModelPorts) {
    this.#ports = ports;
  }

  readonly state = (): RosterState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads it anew; while that runs, further wishes are one more reading. */
  readonly load = (): Promise<void> => {
    this.#readAgain = this.#reading !== null;
    this.#reading ??= this.#readAll();
    return this.#reading;
  };

  /** Takes what the page was told of this site, and reads the roster when that is news. */
  readonly hear = async (told: Told): Promise<void> => {
    this.#told = told;
    if (this.#isHearing) return;
    this.#isHearing = true;
    await this.#ports.pause(this.#ports.random() * READ_WITHIN_MS);
    this.#isHearing = false;
    if (this.#known === null || !isKnown(this.#known, this.#told)) await this.load();
  };

  /** Shows the marks at once and sends them after those before; settled when none is left to send. */
  readonly mark = (marks: readonly Mark[]): Promise<void> => {
    for (const mark of marks) {
      this.#shown.set(mark.delegateId, mark);
      this.#waiting.set(mark.delegateId, mark);
    }
    this.#tell();
    this.#marking ??= this.#sendMarks();
    return this.#marking;
  };

  /** The marks that are shown go first: an answer counts from them on. One that was refused is said before. */
  readonly answer = async (rollCallId: RollCallId, headCount: number): Promise<boolean> => {
    if (this.#marking) {
      await this.#marking;
      if (this.#problem !== null) return false;
    }
    const done = await this.#do((id) => this.#ports.port.answer({ id, rollCallId, headCount }));
    if (done === null) return false;
    this.#answered = rollCallId;
    this.#tell();
    return true;
  };

  readonly put = async (delegateId: DelegateId, text: DelegateText): Promise<boolean> =>
    (await this.#do((id) => this.#ports.port.put({ id, delegateId, ...text }))) !== null;

  readonly remove = async (delegateId: DelegateId): Promise<boolean> =>
    (await this.#do((id) => this.#ports.port.remove({ id, delegateId }))) !== null;

  /** What was stored and what was not; null when nothing was taken at all. */
  readonly import = async (rows: readonly PastedDelegate[]): Promise<Imported | null> =>
    (await this.#do((id) => this.#ports.port.import({ id, rows })))?.value ?? null;

  readonly contact = async (name: string | null, phone: string): Promise<boolean> =>
    (await this.#do((id) => this.#ports.port.contact({ id, name, phone }))) !== null;

  readonly dismiss = (): void => {
    this.#problem = null;
    this.#tell();
  };

  async #readAll(): Promise<void> {
    do {
      this.#readAgain = false;
      try {
        this.#known = await this.#ports.port.read();
      } catch (thrown) {
        // A roster that is shown stays: the next reading brings what is new.
        if (this.#known === null) this.#state = { status: 'failed', problem: asProblem(thrown) };
      }
      this.#tell();
    } while (this.#readAgain);
    this.#reading = null;
  }

  async #sendMarks(): Promise<void> {
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting.values()];
      this.#waiting.clear();
      await this.#do((id) => this.#ports.port.mark({ id, marks: batch }));
      for (const mark of batch) if (this.#shown.get(mark.delegateId) === mark) this.#shown.delete(mark.delegateId);
      this.#tell();
    }
    this.#marking = null;
  }

  /** Does a change and reads what it made of the roster; null when it was not taken, which the state then says. */
  async #do<T>(send: (id: string) => Promise<T>): Promise<{ readonly value: T } | null> {
    const id = this.#ports.newId();
    this.#problem = null;
    try {
      return { value: await sendUntilHeard(() => send(id), this.#ports.pause) };
    } catch (thrown) {
      this.#problem = asProblem(thrown);
      return null;
    } finally {
      await this.load();
    }
  }

  #tell(): void {
    if (this.#known !== null)
      this.#state = {
        status: 'ready',
        roster: marked(this.#known, this.#shown),
        problem: this.#problem,
        answered: this.#answered,
      };
    for (const listener of this.#listeners) listener();
  }
}
