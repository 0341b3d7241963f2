// One stay in a room, from joining to whatever ends it. The outer loop of a bot makes a new one each time.
import {
  DisconnectReason,
  type JoinResponse,
  type ParticipantInfo,
  type ParticipantPermission,
} from '@livekit/protocol';
import { mediaAddress, type Link } from './peer.ts';
import { Publisher, type Publication } from './publisher.ts';
import { Signalling, type SignalAnswer } from './signalling.ts';
import { Subscriber, type SubscriberOptions } from './subscriber.ts';

/** Who may subscribe to what this bot publishes, enforced by LiveKit: everybody, or these identities. */
export type Audience = 'everybody' | readonly string[];

export type SessionEnd =
  | { readonly why: 'refused'; readonly status: number }
  | { readonly why: 'duplicateIdentity' }
  /** LiveKit asked us to go; `reason` is its DisconnectReason in words. */
  | { readonly why: 'askedToLeave'; readonly reason: string }
  | { readonly why: 'lost'; readonly detail: string };

/** What the outer loop carries from one session to the next. */
export type SessionWishes = {
  readonly publications: ReadonlyMap<string, Publication>;
  readonly audience: Audience;
  readonly subscriber: SubscriberOptions;
};

export type SessionEvents = {
  readonly joined: (identity: string) => void;
  readonly permission: (permission: ParticipantPermission) => void;
  /** LiveKit hands out a token with the grants of the moment; an honest bot forgets it. */
  readonly tokenHandedOut: (token: string) => void;
  readonly ended: (end: SessionEnd) => void;
};

/** LiveKit says why it ends a stay at the same moment; on a busy machine its word is read this much later. */
const REASON_WITHIN_MS = 500;

export class Session {
  readonly publisher: Publisher;
  readonly subscriber: Subscriber;
  private readonly signalling: Signalling;
  private readonly events: SessionEvents;
  private wishes: SessionWishes;
  private own: { readonly sid: string; permission: ParticipantPermission | undefined } | undefined;
  private isOver = false;

  constructor(url: string, token: string, wishes: SessionWishes, events: SessionEvents) {
    this.events = events;
    this.wishes = wishes;
    const link: Link = {
      send: (message) => this.signalling.send(message),
      // Who is sent away loses its media first: the reason comes on the other connection, just behind.
      failed: (detail) => void setTimeout(() => this.end({ why: 'lost', detail }), REASON_WITHIN_MS),
      media: mediaAddress(url),
    };
    this.publisher = new Publisher(link);
    this.subscriber = new Subscriber(link, wishes.subscriber);
    this.signalling = new Signalling(url, token, {
      message: (message) => this.take(message),
      ended: (end) => this.end(end),
    });
  }

  get permission(): ParticipantPermission | undefined {
    return this.own?.permission;
  }

  /** Publishes and withdraws until it is as wished. */
  wish(wishes: SessionWishes): void {
    const isNewAudience = wishes.audience !== this.wishes.audience;
    this.wishes = wishes;
    if (!this.own) return;
    if (isNewAudience) this.admit();
    this.publisher.bring(wishes.publications, this.own.permission);
  }

  /** Goes in good order: LiveKit then drops our tracks at once. */
  leave(): void {
    if (this.isOver) return;
    this.signalling.send({ case: 'leave', value: { reason: DisconnectReason.CLIENT_INITIATED } });
    this.close();
  }

  private close(): void {
    this.isOver = true;
    this.signalling.close();
    this.publisher.close();
    this.subscriber.close();
  }

  private end(end: SessionEnd): void {
    if (this.isOver) return;
    this.close();
    this.events.ended(end);
  }

  /** What libdatachannel cannot digest ends this stay, not the process with its other bots. */
  private take(message: SignalAnswer): void {
    try {
      this.handle(message);
    } catch (error) {
      this.end({ why: 'lost', detail: `${message.case}: ${String(error)}` });
    }
  }

  private handle(message: SignalAnswer): void {
    if (message.case === 'join') this.join(message.value);
    else if (message.case === 'update') this.update(message.value.participants);
    else if (message.case === 'refreshToken') this.events.tokenHandedOut(message.value);
    else if (message.case === 'leave') {
      const { reason } = message.value;
      this.end(
        reason === DisconnectReason.DUPLICATE_IDENTITY
          ? { why: 'duplicateIdentity' }
          : { why: 'askedToLeave', reason: DisconnectReason[reason] },
      );
      return;
    } else this.publisher.handle(message);
    this.subscriber.handle(message);
  }

  private join({ participant }: JoinResponse): void {
    if (!participant) return this.end({ why: 'lost', detail: 'the answer to joining names no participant' });
    this.own = { sid: participant.sid, permission: participant.permission };
    // Before the first track, so that there is no moment in which all may watch.
    this.admit();
    this.events.joined(participant.identity);
    this.publisher.bring(this.wishes.publications, this.own.permission);
  }

  private update(members: readonly ParticipantInfo[]): void {
    const { own } = this;
    const self = members.find((member) => member.sid === own?.sid);
    if (!own || !self?.permission) return;
    own.permission = self.permission;
    this.events.permission(self.permission);
    this.publisher.bring(this.wishes.publications, own.permission);
  }

  private admit(): void {
    const { audience } = this.wishes;
    const identities = audience === 'everybody' ? [] : audience;
    const trackPermissions = identities.map((participantIdentity) => ({ participantIdentity, allTracks: true }));
    this.signalling.send({
      case: 'subscriptionPermission',
      value: { allParticipants: audience === 'everybody', trackPermissions },
    });
  }
}
