import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Ended, type PlayedSite } from './simulation-messages.ts';

const MAIN = fileURLToPath(new URL('./simulator.ts', import.meta.url));

/** The child process that plays simulated sites, as the server sees it. */
export const createSimulation = (origin: () => string, onEnded: (seatId: string) => void) => {
  let child: ChildProcess | undefined;
  let sites: readonly PlayedSite[] = [];

  const tell = () => child?.send({ origin: origin(), sites });
  const start = () => {
    const started = fork(MAIN, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child = started;
    started.on('message', (message) => {
      const { ended } = Ended.parse(message);
      sites = sites.filter(({ seatId }) => seatId !== ended);
      onEnded(ended);
    });
    started.on('exit', () => {
      if (child === started) child = undefined;
      const gone = sites;
      sites = [];
      for (const { seatId } of gone) onEnded(seatId);
    });
  };

  return {
    playing: (): readonly PlayedSite[] => sites,
    /** Plays exactly these from now on. */
    play: (wanted: readonly PlayedSite[]): void => {
      sites = wanted;
      if (!child && wanted.length > 0) start();
      tell();
    },
    stop: (): void => {
      sites = [];
      child?.kill('SIGTERM');
    },
  };
};
export type Simulation = ReturnType<typeof createSimulation>;
