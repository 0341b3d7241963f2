// The yardstick: a bare `ws` server that sends one serialised frame to all, at once or with those of the next 100 ms.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const BATCH_MS = 100;

const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
const pending: unknown[] = [];
let seq = 0;
let sentAt = -Infinity;
let timer: NodeJS.Timeout | undefined;

const flush = (): void => {
  clearTimeout(timer);
  timer = undefined;
  const events = pending.splice(0);
  if (events.length === 0) return;
  sentAt = performance.now();
  const frame = Buffer.from(JSON.stringify({ type: 'events', from: seq - events.length + 1, to: seq, events }));
  for (const client of server.clients) client.send(frame, { binary: false });
};

server.on('connection', (socket) => {
  // Who publishes says an event; it is numbered and answered as the product does.
  socket.on('message', (data: Buffer) => {
    const { id, event } = JSON.parse(data.toString()) as { id: string; event: object };
    seq += 1;
    pending.push({ ...event, seq, at: Date.now() });
    socket.send(JSON.stringify({ type: 'done', id, ok: true }));
    const wait = sentAt + BATCH_MS - performance.now();
    if (wait <= 0) flush();
    else timer ??= setTimeout(flush, wait);
  });
});
http.listen(Number(process.env['PORT']), '127.0.0.1', 4096, () => process.send?.('ready'));
