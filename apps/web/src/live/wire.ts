/** A text connection to the server, as the browser gives it. */
export type Wire = { readonly send: (text: string) => void; readonly close: () => void };

export type WireEvents = {
  readonly opened: () => void;
  readonly received: (text: string) => void;
  /** Exactly once, also when it never opened; not after `close`. */
  readonly closed: () => void;
};

/** Opens one connection. Tests give a fake; pages give `openSocket`. */
export type OpenWire = (url: string, events: WireEvents) => Wire;

export const openSocket: OpenWire = (url, events) => {
  const socket = new WebSocket(url);
  let over = false;
  const end = (tell: boolean) => {
    if (over) return;
    over = true;
    if (tell) events.closed();
  };
  socket.addEventListener('open', () => !over && events.opened());
  socket.addEventListener('message', ({ data }) => !over && typeof data === 'string' && events.received(data));
  socket.addEventListener('close', () => end(true));
  return {
    send: (text) => socket.send(text),
    close: () => {
      end(false);
      socket.close();
    },
  };
};

/** Where the socket of a seat is: same origin as the page. */
export const socketUrl = (seatId: string, page: string): string => {
  const url = new URL(`/api/v1/seats/${seatId}/socket`, page);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
};
