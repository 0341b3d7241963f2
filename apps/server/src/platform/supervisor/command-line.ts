import { ConfigError, readSupervisorConfig, type Environment } from '../config/index.ts';
import type { Places } from './house.ts';
import { StartError } from './keeper.ts';
import { readOptions, UsageError } from './options.ts';
import { supervise, type Supervisor } from './supervise.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Runs the supervisor as a command: prints what a person should know, and ends on SIGTERM or SIGINT. */
export async function runFromCommandLine(args: string[], env: Environment, places: Places): Promise<void> {
  try {
    const options = readOptions(args, places.home, process.cwd());
    const supervisor = await supervise({ options, config: readSupervisorConfig(env), places, env }, say);
    endOnSignal(supervisor);
    await supervisor.ready;
  } catch (error) {
    giveUp(error);
  }
}

function endOnSignal(supervisor: Supervisor): void {
  let ending = false;
  const end = () => {
    // A second signal changes nothing: the end is bounded already.
    if (ending) return;
    ending = true;
    say('Ending…');
    supervisor.stop().then(() => process.exit(), giveUp);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** What a person can mend gets its sentence; what they cannot gets everything we know. */
function giveUp(error: unknown): never {
  const clear = error instanceof UsageError || error instanceof ConfigError || error instanceof StartError;
  const text = clear ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
