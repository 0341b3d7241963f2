// A line to a server that a test can cut without either end saying goodbye: a signalling connection that is lost while
// everything else goes on.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type Line = {
  readonly origin: string;
  /** Connections that reached the server. */
  readonly carried: () => number;
  /** The server loses every connection; the client hears nothing more and does not know why. New ones are turned away. */
  readonly cut: () => void;
  /** The client notices that its connections are dead; new ones pass again. */
  readonly mend: () => void;
  /** Takes no new connections; those that run end with their clients. */
  readonly stop: () => Promise<void>;
};

/** @param port of a server on the loopback address */
export const startLine = async (port: number): Promise<Line> => {
  const clients = new Set<Socket>();
  const toServer = new Set<Socket>();
  let carried = 0;
  let isCut = false;
  const server = createServer((client) => {
    if (isCut) return client.destroy();
    carried += 1;
    const onward = connect(port, '127.0.0.1');
    clients.add(client);
    toServer.add(onward);
    client.on('error', () => onward.destroy());
    onward.on('error', () => undefined);
    client.on('close', () => {
      clients.delete(client);
      onward.destroy();
    });
    onward.on('close', () => {
      toServer.delete(onward);
      if (!isCut) client.destroy();
    });
    client.pipe(onward, { end: false });
    onward.pipe(client, { end: false });
    return undefined;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('a TCP server without a port');
  const loseAll = (sockets: Set<Socket>) => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    origin: `http://127.0.0.1:${address.port}`,
    carried: () => carried,
    cut: () => {
      isCut = true;
      loseAll(toServer);
    },
    mend: () => {
      isCut = false;
      loseAll(clients);
    },
    stop: async () => {
      server.close();
      if (isCut) loseAll(clients);
      await once(server, 'close');
    },
  };
};
