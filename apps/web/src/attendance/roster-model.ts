import type { AnswerBody, DelegateText, Imported, Mark, MarkBody, PastedDelegate } from '@diemcau/domain/attendance';
import type { DelegateId, RollCallId } from '@diemcau/domain/kernel';

import { asProblem, Problem } from '../live/api.ts';
import { isUnheard, sendUntilHeard } from '../live/heard.ts';
import type { SaidProblem } from '../ui/index.ts';
import { edited, type RosterEdit } from './roster-edits.ts';
import type { RosterKeep } from './roster-keep.ts';
import type { Roster, RosterPort } from './roster-port.ts';
import { isKnown, type Told } from './roster-view.ts';

export type RosterState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: SaidProblem }
  | {
      readonly status: 'ready';
      /** As the server has it, with the changes and marks that are on their way. */
      readonly roster: Roster;
      /** The last change that the server did not take. */
      readonly problem: SaidProblem | null;
      /** The roll call that this page has answered. */
      readonly answered: RollCallId | null;
      /** What nobody has heard yet, and waits for a line; null: nothing. */
      readonly unsent: { readonly edits: number; readonly marks: number; readonly headCount: number | null } | null;
    };

export type RosterModelPorts = {
  readonly port: RosterPort;
  readonly keep: RosterKeep;
  /** The server's clock, ms: a mark is of when it was made, however late it is sent. */
  readonly nowMs: () => number;
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
 * The roster of one site on a page. Changes and marks show at once and travel one after another, marks in batches behind
 * the changes before them; each is sent again with its own id until it is answered. What nobody hears is kept on the device, and sent when there is a line.
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
  /** Marks on their way: again with the same id until they are answered. */
  #sending: MarkBody | null;
  #answer: AnswerBody | null;
  /** Changes of the roster in their order, the first of them on its way. */
  readonly #edits: RosterEdit[];
  #editing: Promise<void> | null = null;
  readonly #refused = new WeakSet<RosterEdit>();
  #isStuck: boolean;

  constructor(ports: RosterModelPorts) {
    this.#ports = ports;
    const { edits, sending, marks, answer } = ports.keep.read();
    this.#edits = [...edits];
    for (const mark of sending?.marks ?? []) this.#shown.set(mark.delegateId, mark);
    for (const mark of marks) this.#await(mark);
    this.#sending = sending;
    this.#answer = answer;
    this.#isStuck = edits.length > 0 || sending !== null || marks.length > 0 || answer !== null;
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
    // Whoever is told something has a line.
    void this.resume();
    if (this.#isHearing) return;
    this.#isHearing = true;
    await this.#ports.pause(this.#ports.random() * READ_WITHIN_MS);
    this.#isHearing = false;
    if (this.#known === null || !isKnown(this.#known, this.#told)) await this.load();
  };

  /** Shows the marks at once and sends them after those before; settled when none is left to send. */
  readonly mark = (marks: readonly Mark[]): Promise<void> => {
    for (const mark of marks) this.#await(mark);
    this.#keep();
    this.#tell();
    return this.#sendAll();
  };

  /** Sends what waits for a line; there may be one. */
  readonly resume = async (): Promise<void> => {
    if (!this.#isStuck || this.#marking !== null) return;
    this.#isStuck = false;
    this.#tell();
    await this.#sendEdits();
    await this.#sendAll();
    const answer = this.#answer;
    if (answer !== null && !this.#isStuck) await this.#report(answer);
  };

  /** The marks that are shown go first: an answer counts from them on. One that was refused is said before. */
  readonly answer = async (rollCallId: RollCallId, headCount: number): Promise<boolean> => {
    await this.#editing;
    if (this.#marking) {
      await this.#marking;
      if (this.#problem !== null) return false;
    }
    this.#answer = { id: this.#ports.newId(), rollCallId, headCount };
    this.#keep();
    // Marks that wait for a line go before it, with it.
    if (!this.#isStuck) return this.#report(this.#answer);
    await this.resume();
    return this.#answered === rollCallId && this.#answer === null;
  };

  readonly put = (delegateId: DelegateId, text: DelegateText): Promise<boolean> =>
    this.#edit({ do: 'put', body: { id: this.#ports.newId(), delegateId, ...text } });

  /** A mark that still waits goes with the delegate. */
  readonly remove = (delegateId: DelegateId): Promise<boolean> => {
    this.#waiting.delete(delegateId);
    return this.#edit({ do: 'remove', body: { id: this.#ports.newId(), delegateId } });
  };

  /** What was stored and what was not; null when nothing was taken at all. */
  readonly import = async (rows: readonly PastedDelegate[]): Promise<Imported | null> =>
    this.#taken(await this.#do((id) => this.#ports.port.import({ id, rows })));

  readonly contact = (name: string | null, phone: string): Promise<boolean> =>
    this.#edit({ do: 'contact', body: { id: this.#ports.newId(), name, phone } });

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

  /** Shows the change at once; says whether it was taken, or is kept until there is a line. */
  async #edit(edit: RosterEdit): Promise<boolean> {
    this.#edits.push(edit);
    this.#keep();
    this.#tell();
    await this.#sendEdits();
    return !this.#refused.has(edit);
  }

  readonly #sendEdits = (): Promise<void> => {
    if (this.#isStuck || this.#edits.length === 0) return Promise.resolve();
    this.#editing ??= this.#sendEachEdit();
    return this.#editing;
  };

  async #sendEachEdit(): Promise<void> {
    for (let edit = this.#edits[0]; edit && !this.#isStuck; edit = this.#edits[0]) {
      const next = edit;
      const done = await this.#do(() => this.#send(next), next.body.id);
      if (done === 'unheard') break;
      if (done === null) this.#refused.add(next);
      this.#edits.shift();
      this.#keep();
      this.#tell();
    }
    this.#editing = null;
  }

  #send(edit: RosterEdit): Promise<void> {
    const { port } = this.#ports;
    switch (edit.do) {
      case 'put':
        return port.put(edit.body);
      case 'remove':
        return port.remove(edit.body);
      case 'contact':
        return port.contact(edit.body);
    }
  }

  async #sendMarks(): Promise<void> {
    if (this.#edits.length > 0) await this.#sendEdits();
    while ((this.#sending !== null || this.#waiting.size > 0) && !this.#isStuck) {
      const batch = this.#sending ?? { id: this.#ports.newId(), marks: [...this.#waiting.values()] };
      if (this.#sending === null) this.#waiting.clear();
      this.#sending = batch;
      this.#keep();
      if ((await this.#do(() => this.#ports.port.mark(batch), batch.id)) === 'unheard') break;
      this.#sending = null;
      for (const mark of batch.marks)
        if (this.#shown.get(mark.delegateId) === mark) this.#shown.delete(mark.delegateId);
      this.#keep();
      this.#tell();
    }
    this.#marking = null;
  }

  readonly #sendAll = (): Promise<void> => {
    const isIdle = this.#sending === null && this.#waiting.size === 0;
    if (this.#isStuck || isIdle) return Promise.resolve();
    this.#marking ??= this.#sendMarks();
    return this.#marking;
  };

  async #report(answer: AnswerBody): Promise<boolean> {
    const done = await this.#do(() => this.#ports.port.answer(answer), answer.id);
    if (done === 'unheard') return false;
    if (this.#answer === answer) this.#answer = null;
    this.#keep();
    if (done !== null) this.#answered = answer.rollCallId;
    this.#tell();
    return done !== null;
  }

  #await(mark: Mark): void {
    const timed: Mark = { ...mark, at: mark.at ?? new Date(this.#ports.nowMs()).toISOString() };
    this.#shown.set(mark.delegateId, timed);
    this.#waiting.set(mark.delegateId, timed);
  }

  #keep(): void {
    const marks = [...this.#waiting.values()];
    this.#ports.keep.write({ edits: [...this.#edits], sending: this.#sending, marks, answer: this.#answer });
  }

  /** Does a change and reads what it made of the roster; null when it was not taken, which the state then says. */
  async #do<T>(send: (id: string) => Promise<T>, known?: string): Promise<{ readonly value: T } | 'unheard' | null> {
    const id = known ?? this.#ports.newId();
    this.#problem = null;
    try {
      return { value: await sendUntilHeard(() => send(id), this.#ports.pause) };
    } catch (thrown) {
      // What has an id of its own is kept, and waits for a line; the rest is said to have failed.
      if (known !== undefined && thrown instanceof Problem && isUnheard(thrown)) {
        this.#isStuck = true;
        return 'unheard';
      }
      this.#problem = asProblem(thrown);
      return null;
    } finally {
      await this.load();
    }
  }

  #taken<T>(done: { readonly value: T } | 'unheard' | null): T | null {
    return done === null || done === 'unheard' ? null : done.value;
  }

  #unsent() {
    if (!this.#isStuck) return null;
    const marks = (this.#sending?.marks.length ?? 0) + this.#waiting.size;
    const edits = this.#edits.length;
    if (edits === 0 && marks === 0 && this.#answer === null) return null;
    return { edits, marks, headCount: this.#answer?.headCount ?? null };
  }

  #tell(): void {
    if (this.#known !== null)
      this.#state = {
        status: 'ready',
        roster: marked(edited(this.#known, this.#edits), this.#shown),
        problem: this.#problem,
        answered: this.#answered,
        unsent: this.#unsent(),
      };
    for (const listener of this.#listeners) listener();
  }
}
