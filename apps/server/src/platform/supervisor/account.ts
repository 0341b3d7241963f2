import { execFileSync, spawnSync } from 'node:child_process';

export type Account = { uid: number; gid: number };

const name = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root needs an account to hand it to; it is made when the machine has none.
 * @returns undefined when we are not root and PostgreSQL simply runs as we do
 */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp();
  if (known !== undefined) return known;
  execFileSync('groupadd', ['--system', '--force', name], { stdio: 'inherit' });
  execFileSync('useradd', ['--system', '--no-create-home', '--gid', name, name], { stdio: 'inherit' });
  const made = lookUp();
  if (made === undefined) throw new Error(`The account ${name} could not be made.`);
  return made;
}

function lookUp(): Account | undefined {
  const ask = (flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

/**
 * How to run a program of PostgreSQL under `account`. Where the project or its data lie under a folder that only root
 * may enter (a home, a private temporary folder), the program keeps the right to pass folders and nothing else of root's.
 */
export function commandUnder(account: Account | undefined, program: string, args: string[], paths: string[]) {
  if (account === undefined) return { program, args, options: {} };
  const reachable = paths.every((path) => spawnSync('test', ['-r', path], account).status === 0);
  if (reachable) return { program, args, options: account };
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const passage = [
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--bounding-set=-all,+dac_override',
  ];
  return { program: 'setpriv', args: [...identity, ...passage, '--', program, ...args], options: {} };
}
