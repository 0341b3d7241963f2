// A participant without a browser: publishes looped clips, receives what it wants, comes back by itself.
import type { ParticipantPermission } from '@livekit/protocol';
import type { Publication, PublicationStatus } from './publisher.ts';
import { Session, type Audience, type SessionEnd } from './session.ts';
import type { Reception, RemoteTrack, Wish } from './subscriber.ts';

export type MediaBotOptions = {
  /** LiveKit, or the gate before it: `http(s):` or `ws(s):`. */
  readonly url: string;
  /** A fresh token for each attempt; a constant one makes a bot that comes with an old token. */
  readonly fetchToken: () => Promise<string>;
  /** False: one attempt only, for tests that look at how it ends. Default true. */
  readonly rejoins?: boolean;
  /** Default: everybody. */
  readonly audience?: Audience;
  /** Default: nothing is subscribed. */
  readonly wants?: (track: RemoteTrack) => Wish;
  readonly onPayload?: (track: RemoteTrack, payload: Buffer) => void;
  readonly onState?: (state: MediaBotState) => void;
  readonly onPermission?: (permission: ParticipantPermission) => void;
  /** LiveKit hands out a token with the grants of the moment; a rogue keeps it. */
  readonly onTokenHandedOut?: (token: string) => void;
};

export type MediaBotState =
  | { readonly status: 'joining' }
  | { readonly status: 'joined'; readonly identity: string }
  /** Will try again after `waitMs`. */
  | { readonly status: 'waiting'; readonly waitMs: number; readonly end: BotEnd }
  /** For good. */
  | { readonly status: 'stopped'; readonly end: BotEnd };

export type BotEnd = SessionEnd | { readonly why: 'noToken'; readonly detail: string } | { readonly why: 'asked' };

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/** Full jitter: anything from nothing to a bound that doubles, so that a thousand bots do not come back at once. */
export const waitBeforeAttempt = (attempt: number, random: () => number): number =>
  Math.round(random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10)));

export class MediaBot {
  private readonly options: MediaBotOptions;
  private readonly publications = new Map<string, Publication>();
  private audience: Audience;
  private session: Session | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failures = 0;
  private now: MediaBotState = { status: 'joining' };

  /** Starts joining at once. */
  constructor(options: MediaBotOptions) {
    this.options = options;
    this.audience = options.audience ?? 'everybody';
    void this.attempt();
  }

  get state(): MediaBotState {
    return this.now;
  }

  /** What came of every track announced in this stay. */
  get receptions(): readonly Reception[] {
    return this.session?.subscriber.receptions ?? [];
  }

  /** Bytes of pictures and sound that this stay has sent, with the headers of RTP. */
  get sentBytes(): number {
    return this.session?.publisher.sentBytes ?? 0;
  }

  /** The same of what it received. */
  get receivedBytes(): number {
    return this.session?.subscriber.receivedBytes ?? 0;
  }

  /** The grants as LiveKit last told them; undefined while not in the room. */
  get permission(): ParticipantPermission | undefined {
    return this.session?.permission;
  }

  /** Offers a clip under a name of your choice, now and after each return; published as soon and as long as granted. */
  publish(name: string, publication: Publication): void {
    this.publications.set(name, publication);
    this.wish();
  }

  /** Takes it back. */
  unpublish(name: string): void {
    this.publications.delete(name);
    this.wish();
  }

  statusOf(name: string): PublicationStatus | undefined {
    return this.session?.publisher.statusOf(name) ?? (this.publications.has(name) ? 'withheld' : undefined);
  }

  /** Who may subscribe to what this bot publishes, from now on. */
  setAudience(audience: Audience): void {
    this.audience = audience;
    this.wish();
  }

  /** Asks `wants` again for every track. */
  refresh(): void {
    this.session?.subscriber.refresh();
  }

  /** Asks for a keyframe of every picture of that member. */
  requestKeyframe(identity: string): void {
    this.session?.subscriber.requestKeyframe(identity);
  }

  /** Leaves in good order and stays away. */
  stop(): void {
    if (this.now.status === 'stopped') return;
    this.session?.leave();
    this.halt({ why: 'asked' });
  }

  private ended(end: BotEnd): void {
    this.session = undefined;
    // Two pages with one identity would throw each other out for ever.
    if (end.why === 'duplicateIdentity' || this.options.rejoins === false) return this.halt(end);
    const waitMs = waitBeforeAttempt(this.failures++, Math.random);
    this.become({ status: 'waiting', waitMs, end });
    this.timer = setTimeout(() => void this.attempt(), waitMs);
  }

  private async attempt(): Promise<void> {
    this.become({ status: 'joining' });
    const token = await this.options.fetchToken().catch((error: unknown) => ({ detail: String(error) }));
    if (this.now.status === 'stopped') return;
    if (typeof token !== 'string') return this.ended({ why: 'noToken', detail: token.detail });
    this.session = new Session(this.options.url, token, this.wishes(), {
      joined: (identity) => {
        this.failures = 0;
        this.become({ status: 'joined', identity });
      },
      permission: (permission) => this.options.onPermission?.(permission),
      tokenHandedOut: (handedOut) => this.options.onTokenHandedOut?.(handedOut),
      ended: (end) => this.ended(end),
    });
  }

  private wishes() {
    const { wants = () => false, onPayload } = this.options;
    return { publications: new Map(this.publications), audience: this.audience, subscriber: { wants, onPayload } };
  }

  private wish(): void {
    this.session?.wish(this.wishes());
  }

  private halt(end: BotEnd): void {
    clearTimeout(this.timer);
    this.session = undefined;
    this.become({ status: 'stopped', end });
  }

  private become(state: MediaBotState): void {
    this.now = state;
    this.options.onState?.(state);
  }
}
