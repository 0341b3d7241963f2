// The composition root of a server process: configuration in, one server up, told to end by a signal or by its supervisor.
import { join } from 'node:path';
import { composeServer } from './compose.ts';
import { ConfigError, readConfig, type Config } from './platform/config/index.ts';
import { connect, migrate } from './platform/db/index.ts';
import type { Pages } from './platform/http/index.ts';
import { createLogger } from './platform/log/index.ts';

/** Connections to PostgreSQL that one server may hold. */
const POOL = 20;
const WEB = join(import.meta.dirname, '../../web');

const pagesOf = ({ dev, demo }: Config): Pages =>
  dev ? { kind: 'vite', folder: WEB, demo } : { kind: 'build', folder: join(WEB, 'dist'), demo };

const addressOf = ({ publicUrl, host, port, tls }: Config): string =>
  publicUrl ?? `${tls ? 'https' : 'http'}://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;

const run = async (config: Config): Promise<void> => {
  const log = createLogger(config);
  const database = connect(config.databaseUrl, {
    max: POOL,
    onError: (error) => log.warn({ err: error }, 'a connection to the database broke'),
  });
  await migrate(database.pool);
  const server = await composeServer({ config, database, log, pages: pagesOf(config) });

  let isEnding = false;
  const end = async (why: string) => {
    if (isEnding) return;
    isEnding = true;
    log.info({ why }, 'ending');
    await server.stop();
    await database.close();
    process.exit(0);
  };
  const endBy = (why: string) => () =>
    void end(why).catch((error: unknown) => {
      log.error({ err: error }, 'did not end in good order');
      process.exit(1);
    });
  process.on('SIGTERM', endBy('SIGTERM'));
  process.on('SIGINT', endBy('SIGINT'));
  process.on('disconnect', endBy('the supervisor is gone'));

  await server.start();
  await server.app.listen({ host: config.host, port: config.port });
  const url = addressOf(config);
  const secret = config.demo ? null : await server.accounts.openFirstSecret();
  const adminLink = secret === null ? {} : { adminLink: `${url}/first#${secret}` };
  log.info({ url }, 'listening');
  process.send?.({ type: 'ready', url, ...adminLink });
};

try {
  await run(readConfig(process.env));
} catch (error) {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
}
