// A thin line between pages and LiveKit's one UDP port: it delays, loses and holds back packets as a poor line to a
// commune does. What does not fit waits in a queue, as in a modem; what does not fit there is lost.
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** One direction of the line. */
export type Shape = {
  /** Bits a second with the headers of IP and UDP; null: as many as come. */
  readonly bitsPerSecond: number | null;
  /** Of each packet, 0 to 1. */
  readonly lossShare: number;
  readonly delayMs: number;
};

export const OPEN_LINE: Shape = { bitsPerSecond: null, lossShare: 0, delayMs: 0 };

export type ThinLine = {
  /** Where a page reaches it instead of LiveKit's UDP port; see `throughThinLine`. */
  readonly port: number;
  /** `down`: towards the page. From now on; what is already on its way keeps its time. */
  readonly shape: (shape: { readonly down?: Shape; readonly up?: Shape }) => void;
  /** Bytes that went through so far, without the headers of IP and UDP. */
  readonly carried: () => { readonly down: number; readonly up: number };
  readonly stop: () => void;
};

/** Of IP and UDP. */
const HEADER_BYTES = 28;
/** What a modem holds back at most, by the time that it takes to send. */
const QUEUE_MS = 600;

/** The same losses in every run: a line is compared with itself. */
const dice = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

class Direction {
  shape: Shape = OPEN_LINE;
  carried = 0;
  readonly #throw: () => number;
  #freeAtMs = 0;

  constructor(seed: number) {
    this.#throw = dice(seed);
  }

  take(bytes: number, deliver: () => void): void {
    const { bitsPerSecond, lossShare, delayMs } = this.shape;
    const nowMs = performance.now();
    const from = Math.max(nowMs, this.#freeAtMs);
    if (bitsPerSecond !== null && from - nowMs > QUEUE_MS) return;
    const sendMs = bitsPerSecond === null ? 0 : ((bytes + HEADER_BYTES) * 8000) / bitsPerSecond;
    this.#freeAtMs = bitsPerSecond === null ? nowMs : from + sendMs;
    if (this.#throw() < lossShare) return;
    this.carried += bytes;
    const waitMs = this.#freeAtMs - nowMs + delayMs;
    if (waitMs <= 0) deliver();
    else setTimeout(deliver, waitMs);
  }
}

const bound = async (socket: Socket): Promise<number> => {
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket.address().port;
};

/** @param port LiveKit's UDP port on the loopback address */
export const startThinLine = async (port: number): Promise<ThinLine> => {
  const up = new Direction(1);
  const down = new Direction(2);
  const front = createSocket('udp4');
  const onward = new Map<string, Socket>();
  let isOver = false;
  const send = (socket: Socket, bytes: Buffer, to: number): void => {
    if (!isOver) socket.send(bytes, to, '127.0.0.1');
  };
  const onwardOf = (client: RemoteInfo): Socket => {
    const known = onward.get(String(client.port));
    if (known) return known;
    const socket = createSocket('udp4');
    socket.on('message', (bytes) => down.take(bytes.length, () => send(front, bytes, client.port)));
    onward.set(String(client.port), socket);
    return socket;
  };
  front.on('message', (bytes, client) => {
    const socket = onwardOf(client);
    up.take(bytes.length, () => send(socket, bytes, port));
  });
  const own = await bound(front);
  return {
    port: own,
    shape: (shape) => {
      if (shape.down) down.shape = shape.down;
      if (shape.up) up.shape = shape.up;
    },
    carried: () => ({ down: down.carried, up: up.carried }),
    stop: () => {
      isOver = true;
      front.close();
      for (const socket of onward.values()) socket.close();
    },
  };
};

/**
 * For `context.addInitScript`: the pages reach LiveKit through this port alone. Their own addresses are not told to
 * LiveKit, which would go around the line otherwise, and its other ways are not taken.
 */
export const throughThinLine = (linePort: number): string => `(() => {
  const rewritten = (candidate) => {
    const parts = candidate.split(' ');
    if (parts[2]?.toLowerCase() !== 'udp') return null;
    parts[5] = '${linePort}';
    return parts.join(' ');
  };
  const { prototype } = RTCPeerConnection;
  const { addIceCandidate, setRemoteDescription } = prototype;
  for (const name of ['createOffer', 'createAnswer']) {
    const create = prototype[name];
    prototype[name] = async function (options) {
      const { type, sdp } = await create.call(this, options);
      return { type, sdp: sdp.split('\\r\\n').filter((line) => !line.startsWith('a=candidate:')).join('\\r\\n') };
    };
  }
  prototype.addIceCandidate = function (candidate) {
    const line = candidate?.candidate;
    if (!line) return addIceCandidate.call(this, candidate);
    const changed = rewritten(line);
    if (changed === null) return Promise.resolve();
    const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
    return addIceCandidate.call(this, { candidate: changed, sdpMid, sdpMLineIndex, usernameFragment });
  };
  prototype.setRemoteDescription = function (description) {
    const lines = description.sdp.split('\\r\\n').flatMap((line) => {
      if (!line.startsWith('a=candidate:')) return [line];
      const changed = rewritten(line.slice(2));
      return changed === null ? [] : ['a=' + changed];
    });
    return setRemoteDescription.call(this, { type: description.type, sdp: lines.join('\\r\\n') });
  };
  Object.defineProperty(prototype, 'onicecandidate', { set: () => undefined, get: () => null });
})();`;
