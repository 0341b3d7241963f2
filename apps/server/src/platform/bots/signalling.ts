// LiveKit's signalling: protobuf messages over one WebSocket at `/rtc` (the form with two peer connections).
import type { PartialMessage } from '@bufbuild/protobuf';
import { SignalRequest, SignalResponse, type JoinResponse } from '@livekit/protocol';
import { WebSocket } from 'ws';

/** What a client may say. */
export type SignalMessage = NonNullable<PartialMessage<SignalRequest>['message']>;
/** What the server says. */
export type SignalAnswer = SignalResponse['message'];

/** Why signalling ended: the door refused (HTTP status), or the line is gone. */
export type SignallingEnd =
  | { readonly why: 'refused'; readonly status: number }
  | { readonly why: 'lost'; readonly detail: string };

export type SignallingEvents = {
  readonly message: (message: SignalAnswer) => void;
  readonly ended: (end: SignallingEnd) => void;
};

/** Protocol 16 is what livekit-client 2.x speaks on this path; without `auto_subscribe` a bot hears only what it asks for. */
const joinAddress = (url: string, token: string): string => {
  const query = new URLSearchParams({
    access_token: token,
    protocol: '16',
    sdk: 'js',
    version: '2.23.0',
    auto_subscribe: '0',
    adaptive_stream: '0',
  });
  return `${url.replace(/^http/, 'ws').replace(/\/+$/, '')}/rtc?${query.toString()}`;
};

export class Signalling {
  private readonly socket: WebSocket;
  private readonly events: SignallingEvents;
  private pings: NodeJS.Timeout | undefined;
  private heardAtMs = performance.now();
  private isOver = false;

  /** `url`: of LiveKit or of the gate before it, `http(s):` or `ws(s):`. */
  constructor(url: string, token: string, events: SignallingEvents) {
    this.events = events;
    this.socket = new WebSocket(joinAddress(url, token), { perMessageDeflate: false });
    this.socket.binaryType = 'nodebuffer';
    this.socket.on('message', (bytes: Buffer) => {
      this.heardAtMs = performance.now();
      const { message } = SignalResponse.fromBinary(bytes);
      if (message.case === 'join') this.keepAlive(message.value);
      if (!this.isOver) this.events.message(message);
    });
    this.socket.on('unexpected-response', (_request, response) => {
      response.resume();
      this.end({ why: 'refused', status: response.statusCode ?? 0 });
    });
    this.socket.on('close', (code) => this.end({ why: 'lost', detail: `signalling closed (${code})` }));
    this.socket.on('error', (error) => this.end({ why: 'lost', detail: error.message }));
  }

  send(message: SignalMessage): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(new SignalRequest({ message }).toBinary());
  }

  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    clearInterval(this.pings);
    if (this.socket.readyState === WebSocket.CONNECTING) this.socket.terminate();
    else this.socket.close();
  }

  private end(end: SignallingEnd): void {
    if (this.isOver) return;
    this.close();
    this.events.ended(end);
  }

  /** The server names both intervals in seconds; a pulled cable is noticed after their sum. */
  private keepAlive(join: JoinResponse): void {
    const everyMs = (join.pingInterval || 10) * 1000;
    const silentMs = everyMs + (join.pingTimeout || 15) * 1000;
    this.pings = setInterval(() => {
      if (performance.now() - this.heardAtMs > silentMs) this.end({ why: 'lost', detail: 'signalling silent' });
      else this.send({ case: 'pingReq', value: { timestamp: BigInt(Date.now()), rtt: 0n } });
    }, everyMs);
  }
}
