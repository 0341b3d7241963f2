import { ASIDE_RENEW_MS, type AsideId, type AsideKind, type AsideNow, type HeldKind } from '@diemcau/domain/aside';
import type { SiteId } from '@diemcau/domain/kernel';
import type { SaidProblem } from '../ui/index.ts';

/** `isOpen`: the other end hears, or is heard. */
export type Holding<K extends AsideKind = HeldKind> =
  | { readonly status: 'idle' }
  | { readonly status: 'held'; readonly kind: K; readonly siteId: SiteId; readonly isOpen: boolean };

type HoldAsked<K> = {
  readonly asideId: AsideId;
  readonly kind: K;
  readonly siteId: SiteId;
  readonly again: boolean;
};

export type HolderPorts<K extends AsideKind> = {
  readonly newId: () => AsideId;
  /** Answers with a token for its room; rejects with what the server said. */
  readonly hold: (body: HoldAsked<K>) => Promise<string>;
  readonly release: (asideId: AsideId, siteId: SiteId) => Promise<unknown>;
  /** The desk's own microphone; rejects when there is none. */
  readonly openMicrophone: () => Promise<MediaStreamTrack>;
  readonly openLine: (
    end: { readonly token: () => Promise<string>; readonly microphone: MediaStreamTrack | null },
    onOpen: (isOpen: boolean) => void,
  ) => { readonly stop: () => void };
  readonly problemOf: (fault: unknown) => SaidProblem;
  readonly onChange: () => void;
};

type Held<K> = {
  readonly asideId: AsideId;
  readonly kind: K;
  readonly siteId: SiteId;
  readonly answered: Promise<string>;
  ends: (() => void)[];
  isOpen: boolean;
  /** The server has said that it goes on; when it says so no more, it is over. */
  isTold: boolean;
};

/**
 * A key that is held: from pressing to releasing it the operator talks or listens to one site; or a test call, from
 * its beginning to its end. Whatever goes wrong lets it go; it never begins again by itself.
 */
export class AsideHolder<K extends AsideKind = HeldKind> {
  readonly #ports: HolderPorts<K>;
  #held: Held<K> | null = null;
  #state: Holding<K> = { status: 'idle' };
  problem: SaidProblem | null = null;

  constructor(ports: HolderPorts<K>) {
    this.#ports = ports;
  }

  /** The same object until something changes. */
  readonly state = (): Holding<K> => this.#state;

  press(kind: K, siteId: SiteId): void {
    this.release();
    const asideId = this.#ports.newId();
    const body = { asideId, kind, siteId };
    const answered = this.#ports.hold({ ...body, again: false });
    const held: Held<K> = { ...body, answered, ends: [], isOpen: false, isTold: false };
    this.#held = held;
    this.problem = null;
    this.#set();
    void this.#begin(held).catch((fault: unknown) => this.#failed(held, fault));
  }

  /** Only that key, when one is named: releasing the other one changes nothing. */
  release(kind?: K): void {
    const held = this.#held;
    if (!held || (kind !== undefined && held.kind !== kind)) return;
    this.#held = null;
    for (const end of held.ends) end();
    this.#set();
    // After its beginning, or the server would end what is not there yet; by itself the lease ends it.
    void held.answered.then(() => this.#ports.release(held.asideId, held.siteId)).catch(() => undefined);
  }

  /** What the server says that this seat holds. */
  told(current: AsideNow | null): void {
    const held = this.#held;
    if (!held) return;
    if (current?.asideId === held.asideId) held.isTold = true;
    else if (held.isTold) this.release();
  }

  async #begin(held: Held<K>): Promise<void> {
    const speaks = held.kind === 'listen' ? Promise.resolve(null) : this.#ports.openMicrophone();
    // Whoever lets the key go before the browser has answered keeps no microphone open.
    const opened = speaks.then((track) => {
      if (this.#held === held) held.ends.push(() => track?.stop());
      else track?.stop();
      return track;
    });
    const [first, microphone] = await Promise.all([held.answered, opened]);
    if (this.#held !== held) return;
    const renewing = setInterval(() => void this.#renew(held), ASIDE_RENEW_MS);
    held.ends.push(() => clearInterval(renewing));
    let token: string | null = first;
    const next = async (): Promise<string> => {
      const kept = token ?? (await this.#ports.hold({ ...bodyOf(held), again: true }));
      token = null;
      return kept;
    };
    const voice = this.#ports.openLine({ token: next, microphone }, (isOpen) => {
      held.isOpen = isOpen;
      if (this.#held === held) this.#set();
    });
    held.ends.unshift(() => voice.stop());
  }

  async #renew(held: Held<K>): Promise<void> {
    await this.#ports.hold({ ...bodyOf(held), again: true }).catch((fault: unknown) => this.#failed(held, fault));
  }

  #failed(held: Held<K>, fault: unknown): void {
    if (this.#held !== held) return;
    this.release();
    this.problem = this.#ports.problemOf(fault);
    this.#set();
  }

  #set(): void {
    const held = this.#held;
    this.#state = held
      ? { status: 'held', kind: held.kind, siteId: held.siteId, isOpen: held.isOpen }
      : { status: 'idle' };
    this.#ports.onChange();
  }
}

const bodyOf = <K>({ asideId, kind, siteId }: Held<K>) => ({ asideId, kind, siteId });
