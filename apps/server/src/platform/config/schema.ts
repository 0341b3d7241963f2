import { z } from 'zod';

const flag = z
  .enum(['0', '1'], { error: 'must be 0 or 1' })
  .default('0')
  .transform((value) => value === '1');

const urlWith = (...protocols: string[]) =>
  z
    .string({ error: 'is missing' })
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `must be an address that starts with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    });

const secret = (minLength: number) =>
  z.string({ error: 'is missing' }).min(minLength, { error: `must have at least ${minLength} characters` });

const port = z.coerce
  .number({ error: 'must be a port number' })
  .int({ error: 'must be a whole number' })
  .min(1, { error: 'must be between 1 and 65535' })
  .max(65_535, { error: 'must be between 1 and 65535' });

/** Variables that a person may set for the whole installation and that both processes read. */
const shared = {
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(8080),
  PUBLIC_URL: urlWith('http:', 'https:').optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
};

/** What one server process reads. The supervisor sets all of it; nothing else in the process looks at the environment. */
export const serverVariables = z.object({
  ...shared,
  DATABASE_URL: urlWith('postgres:', 'postgresql:'),
  LIVEKIT_URL: urlWith('http:', 'https:', 'ws:', 'wss:'),
  LIVEKIT_API_KEY: secret(1),
  LIVEKIT_API_SECRET: secret(32),
  DATA_DIR: z.string({ error: 'is missing' }),
  COOKIE_SECRET: secret(32),
  DEMO: flag,
  DEV: flag,
});

/** What the supervisor reads: without an address of PostgreSQL or LiveKit it starts its own. */
export const supervisorVariables = z.object({
  ...shared,
  DATABASE_URL: urlWith('postgres:', 'postgresql:').optional(),
  LIVEKIT_URL: urlWith('http:', 'https:', 'ws:', 'wss:').optional(),
  LIVEKIT_API_KEY: secret(1).optional(),
  LIVEKIT_API_SECRET: secret(32).optional(),
  LIVEKIT_SERVER_BIN: z.string().optional(),
  /** Name at which sites reach TURN over TLS, as the certificate has it. */
  TURN_DOMAIN: z.string().optional(),
  /** LiveKit tells pages 443, whatever it listens on: another one is for what forwards 443 to it. */
  TURN_PORT: port.default(443),
  LIVEKIT_NODE_IP: z.union([z.ipv4(), z.ipv6()], { error: 'must be an IP address' }).optional(),
});

/** What is wrong with variables that only make sense together, told by the variable to mend. */
export function missingPartners(
  env: Readonly<Record<string, string | undefined>>,
): { name: string; message: string }[] {
  const missing: { name: string; message: string }[] = [];
  const need = (name: string, reason: string) => {
    if (env[name] === undefined) missing.push({ name, message: `is missing: ${reason}` });
  };
  if (env['TLS_CERT'] !== undefined) need('TLS_KEY', 'TLS_CERT needs its key');
  if (env['TLS_KEY'] !== undefined) need('TLS_CERT', 'TLS_KEY needs its certificate');
  if (env['TURN_DOMAIN'] !== undefined) need('TLS_CERT', 'TURN_DOMAIN needs a certificate for that name');
  if (env['LIVEKIT_URL'] !== undefined)
    for (const name of ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET']) need(name, 'LIVEKIT_URL names a server of yours');
  return missing;
}
