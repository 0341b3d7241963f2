import { ASIDE_RENEW_MS, type AsideId, type AsideKind, type AsideNow, type HoldBody } from '@diemcau/domain/aside';
import type { SiteId } from '@diemcau/domain/kernel';
import type { SaidProblem } from '../ui/index.ts';

/** `isOpen`: the other end hears, or is heard. */
export type Holding =
  | { readonly status: 'idle' }
  | { readonly status: 'held'; readonly kind: AsideKind; readonly siteId: SiteId; readonly isOpen: boolean };

export type HolderPorts = {
  readonly newId: () => AsideId;
  /** Answers with a token for its room; rejects with what the server said. */
  readonly hold: (body: HoldBody) => Promise<string>;
  readonly release: (asideId: AsideId) => Promise<unknown>;
  /** The operator's own microphone; rejects when there is none. */
  readonly openMicrophone: () => Promise<MediaStreamTrack>;
  readonly openLine: (
    end: { readonly token: () => Promise<string>; readonly microphone: MediaStreamTrack | null },
    onOpen: (isOpen: boolean) => void,
  ) => { readonly stop: () => void };
  readonly problemOf: (fault: unknown) => SaidProblem;
  readonly onChange: () => void;
};

type Held = {
  readonly asideId: AsideId;
  readonly kind: AsideKind;
  readonly siteId: SiteId;
  readonly answered: Promise<string>;
  ends: (() => void)[];
  isOpen: boolean;
  /** The server has said that it goes on; when it says so no more, it is over. */
  isTold: boolean;
};

/**
 * A key that is held: from pressing to releasing it the operator talks or listens to one site. Whatever goes wrong
 * lets it go; it never begins again by itself.
 */
export class AsideHolder {
  readonly #ports: HolderPorts;
  #held: Held | null = null;
  #state: Holding = { status: 'idle' };
  problem: SaidProblem | null = null;

  constructor(ports: HolderPorts) {
    this.#ports = ports;
  }

  /** The same object until something changes. */
  readonly state = (): Holding => this.#state;

  press(kind: AsideKind, siteId: SiteId): void {
    this.release();
    const asideId = this.#ports.newId();
    const body = { asideId, kind, siteId };
    const answered = this.#ports.hold({ ...body, again: false });
    const held: Held = { ...body, answered, ends: [], isOpen: false, isTold: false };
    this.#held = held;
    this.problem = null;
    this.#set();
    void this.#begin(held).catch((fault: unknown) => this.#failed(held, fault));
  }

  /** Only that key, when one is named: releasing the other one changes nothing. */
  release(kind?: AsideKind): void {
    const held = this.#held;
    if (!held || (kind !== undefined && held.kind !== kind)) return;
    this.#held = null;
    for (const end of held.ends) end();
    this.#set();
    // After its beginning, or the server would end what is not there yet; by itself the lease ends it.
    void held.answered.then(() => this.#ports.release(held.asideId)).catch(() => undefined);
  }

  /** What the server says that this seat holds. */
  told(current: AsideNow | null): void {
    const held = this.#held;
    if (!held) return;
    if (current?.asideId === held.asideId) held.isTold = true;
    else if (held.isTold) this.release();
  }

  async #begin(held: Held): Promise<void> {
    const speaks = held.kind === 'talk' ? this.#ports.openMicrophone() : Promise.resolve(null);
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

  async #renew(held: Held): Promise<void> {
    await this.#ports.hold({ ...bodyOf(held), again: true }).catch((fault: unknown) => this.#failed(held, fault));
  }

  #failed(held: Held, fault: unknown): void {
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

const bodyOf = ({ asideId, kind, siteId }: Held) => ({ asideId, kind, siteId });
