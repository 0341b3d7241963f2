import type { z } from 'zod';
import { missingPartners, serverVariables, supervisorVariables } from './schema.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export type LogLevel = z.infer<typeof serverVariables>['LOG_LEVEL'];

/** Files of a certificate (chain) and its key, both PEM. */
type Tls = { certFile: string; keyFile: string };

type Shared = {
  host: string;
  port: number;
  /** The address that people open when a proxy stands in front; links use it. */
  publicUrl?: string;
  tls?: Tls;
  logLevel: LogLevel;
};

/** Everything one server process is told from outside. */
export type Config = Shared & {
  databaseUrl: string;
  /** `url` is LiveKit's private address: pages reach it only through our own origin. */
  livekit: { url: string; apiKey: string; apiSecret: string };
  dataDir: string;
  cookieSecret: string;
  demo: boolean;
  dev: boolean;
};

/** Everything the supervisor is told by the environment; what is absent it starts or makes itself. */
export type SupervisorConfig = Shared & {
  databaseUrl?: string;
  livekit?: { url: string; apiKey: string; apiSecret: string };
  livekitServerBin?: string;
  livekitNodeIp?: string;
  /** Where sites that can send nothing but TLS reach the media; it uses the certificate of `tls`. */
  turn?: { domain: string; port: number };
};

/** Wrong or missing variables, all of them named in `message`. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration of a server process.
 * @throws ConfigError that names every wrong or missing variable.
 */
export function readConfig(env: Environment): Config {
  const values = parse(serverVariables, env);
  return {
    ...shared(values),
    databaseUrl: values.DATABASE_URL,
    livekit: { url: values.LIVEKIT_URL, apiKey: values.LIVEKIT_API_KEY, apiSecret: values.LIVEKIT_API_SECRET },
    dataDir: values.DATA_DIR,
    cookieSecret: values.COOKIE_SECRET,
    demo: values.DEMO,
    dev: values.DEV,
  };
}

/**
 * Reads the configuration of the supervisor.
 * @throws ConfigError that names every wrong or missing variable.
 */
export function readSupervisorConfig(env: Environment): SupervisorConfig {
  const values = parse(supervisorVariables, env);
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = values;
  return {
    ...shared(values),
    ...(values.DATABASE_URL !== undefined && { databaseUrl: values.DATABASE_URL }),
    ...(url !== undefined &&
      apiKey !== undefined &&
      apiSecret !== undefined && { livekit: { url, apiKey, apiSecret } }),
    ...(values.LIVEKIT_SERVER_BIN !== undefined && { livekitServerBin: values.LIVEKIT_SERVER_BIN }),
    ...(values.TURN_DOMAIN !== undefined && { turn: { domain: values.TURN_DOMAIN, port: values.TURN_PORT } }),
    ...(values.LIVEKIT_NODE_IP !== undefined && { livekitNodeIp: values.LIVEKIT_NODE_IP }),
  };
}

function shared(values: z.infer<typeof serverVariables> | z.infer<typeof supervisorVariables>): Shared {
  return {
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    ...(values.PUBLIC_URL !== undefined && { publicUrl: values.PUBLIC_URL }),
    ...(values.TLS_CERT !== undefined &&
      values.TLS_KEY !== undefined && { tls: { certFile: values.TLS_CERT, keyFile: values.TLS_KEY } }),
  };
}

function parse<S extends z.ZodType>(schema: S, env: Environment): z.infer<S> {
  // An empty variable is what a shell or a compose file makes of "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  const partners = missingPartners(given);
  if (result.success && partners.length === 0) return result.data;
  const lines = new Map(partners.map(({ name, message }) => [name, message]));
  for (const issue of result.error?.issues ?? []) lines.set(issue.path.join('.'), issue.message);
  const list = [...lines].map(([name, message]) => `  ${name} ${message}`).join('\n');
  throw new ConfigError(`The configuration cannot be used (docs/configuration.md lists all variables):\n${list}`);
}
