import { setTimeout as sleep } from 'node:timers/promises';
import { nextWaitMs } from './back-off.ts';
import { end, type EndingStep, type Running } from './running.ts';

/** What the keeper has to know of a program to keep it running. */
export type Service = {
  /** as sentences name it: "PostgreSQL", "server 1" */
  readonly name: string;
  /** Starts the program, or adopts one that runs already. */
  start(): Promise<Running>;
  /** Resolves once it serves; rejects when it will not. */
  ready(running: Running, signal: AbortSignal): Promise<void>;
  /** how it is asked to end */
  readonly ending: readonly EndingStep[];
  /** the end of its log, to show beside a failure to start */
  lastWords(): string;
};

/** A program that did not start: the message says which, why, and what it said last. */
export class StartError extends Error {
  override name = 'StartError';
}

export type Keeper = {
  /** Resolves when the program serves for the first time; rejects when it did not in `firstAttempts` attempts. */
  readonly firstReady: Promise<void>;
  /** Ends the running program and starts it again at once. */
  restart(): void;
  /** Ends the program for good. */
  stop(): Promise<void>;
};

const firstAttempts = 3;

/**
 * Keeps a program running: a fall is said in one line and mended after a growing pause. Only the first start may fail
 * for good, so that a mistake of configuration does not look like a server that is about to come.
 */
export function keep(service: Service, say: (line: string) => void): Keeper {
  const stopping = new AbortController();
  const first = Promise.withResolvers<void>();
  let running: Running | undefined;
  let restartAsked = false;
  let failures = 0;
  let wasReady = false;

  const runOnce = async (): Promise<string> => {
    running = await service.start();
    const { ended } = running;
    if (stopping.signal.aborted) await end(running, service.ending);
    const over = new AbortController();
    const signal = AbortSignal.any([stopping.signal, over.signal]);
    try {
      await Promise.race([service.ready(running, signal), ended.then(failed)]);
    } catch (error) {
      // Whoever stops us ends it as well, and a second signal would mean something else to some programs.
      if (!stopping.signal.aborted) await end(running, service.ending);
      throw error;
    } finally {
      over.abort();
    }
    if (wasReady) say(`${service.name} runs again.`);
    wasReady = true;
    first.resolve();
    return await ended;
  };

  const loop = async () => {
    let waitMs = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      const how = await runOnce().catch((error: unknown) => {
        failures += 1;
        const why = error instanceof Error ? error.message : String(error);
        if (!wasReady && failures >= firstAttempts) first.reject(startError(service, why, error));
        return `it did not start: ${why}`;
      });
      running = undefined;
      if (stopping.signal.aborted) return;
      if (!wasReady && failures >= firstAttempts) return;
      if (restartAsked) {
        restartAsked = false;
        continue;
      }
      waitMs = nextWaitMs(waitMs, performance.now() - startedAt);
      say(`${service.name} has fallen (${how}); starting it again in ${waitMs / 1000} s.`);
      await sleep(waitMs, undefined, { signal: stopping.signal }).catch(ignoreAbort);
    }
  };
  const done = loop();

  return {
    firstReady: first.promise,
    restart: () => {
      if (running === undefined) return;
      restartAsked = true;
      void end(running, service.ending);
    },
    stop: async () => {
      stopping.abort();
      // Who still waits for the first start has been told by whoever stops us.
      first.resolve();
      if (running !== undefined) await end(running, service.ending);
      await done;
    },
  };
}

function startError(service: Service, why: string, cause: unknown): StartError {
  const words = service.lastWords();
  const log = words === '' ? '' : `\nThe end of its log:\n${words}`;
  return new StartError(`${service.name} did not start: ${why}.${log}`, { cause });
}

function failed(how: string): never {
  throw new Error(`it ended (${how})`);
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
