import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What stands on the command line of `script/server`. */
export type Options = {
  demo: boolean;
  dev: boolean;
  /** absolute path of the folder that holds everything worth keeping */
  dataDir: string;
  servers: 1 | 2;
  /** overrides `PORT` */
  port?: number;
};

/** A mistake of the person who starts us: its message is all they need to read. */
export class UsageError extends Error {
  override name = 'UsageError';
}

const usage = 'Usage: script/server [--demo] [--dev] [--port N] [--data FOLDER] [--servers 1|2]';

/**
 * Reads the command line.
 * @param home folder of the project; `data/` stands there unless `--data` says otherwise, a demo in a folder of its own
 * @throws UsageError
 */
export function readOptions(args: string[], home: string, cwd: string): Options {
  const { demo, dev, port, data, servers } = parse(args);
  if (servers !== '1' && servers !== '2') throw new UsageError(`--servers must be 1 or 2.\n${usage}`);
  const dataDir = data ?? resolve(home, demo ? 'data/demo' : 'data');
  return {
    demo,
    dev,
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(cwd, dataDir),
    servers: servers === '1' ? 1 : 2,
    ...(port !== undefined && { port: readPort(port) }),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        demo: { type: 'boolean', default: false },
        dev: { type: 'boolean', default: false },
        port: { type: 'string' },
        data: { type: 'string' },
        servers: { type: 'string', default: '1' },
      },
    }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UsageError(`${error.message}\n${usage}`, { cause: error });
  }
}

function readPort(text: string): number {
  const port = Number(text);
  // The second server listens on the next port, so the last one is not ours to take.
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new UsageError(`--port must be between 1 and 65534.\n${usage}`);
  return port;
}
