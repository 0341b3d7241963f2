import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, readSupervisorConfig } from './index.ts';
import { serverVariables, supervisorVariables } from './schema.ts';

const complete = {
  DATABASE_URL: 'postgres://diemcau:x@127.0.0.1:5432/diemcau',
  LIVEKIT_URL: 'http://127.0.0.1:7880',
  LIVEKIT_API_KEY: 'key',
  LIVEKIT_API_SECRET: 's'.repeat(32),
  DATA_DIR: '/srv/diemcau',
  COOKIE_SECRET: 'c'.repeat(32),
};

const messageOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the configuration was accepted');
};

describe('the configuration of a server', () => {
  test('needs only what has no sensible default', () => {
    expect(readConfig(complete)).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      demo: false,
      dev: false,
      logLevel: 'info',
    });
  });

  test('names every wrong and every missing variable in one message', () => {
    const message = messageOf(() =>
      readConfig({ PORT: 'eighty', TLS_CERT: 'c', DEMO: 'yes', LOG_LEVEL: 'loud', LIVEKIT_API_SECRET: 'short' }),
    );
    for (const name of [...Object.keys(complete), 'PORT', 'TLS_KEY', 'DEMO', 'LOG_LEVEL'])
      expect(message).toContain(` ${name} `);
  });

  test('takes an empty variable as one that is not set', () => {
    expect(readConfig({ ...complete, PUBLIC_URL: '', PORT: '' })).not.toHaveProperty('publicUrl');
  });

  test('wants a certificate and its key together', () => {
    expect(messageOf(() => readConfig({ ...complete, TLS_CERT: 'cert.pem' }))).toMatch(/TLS_KEY is missing/);
    expect(readConfig({ ...complete, TLS_CERT: 'c', TLS_KEY: 'k' }).tls).toEqual({ certFile: 'c', keyFile: 'k' });
  });
});

describe('the configuration of the supervisor', () => {
  test('may be empty', () => {
    expect(readSupervisorConfig({})).toEqual({ host: '127.0.0.1', port: 8080, logLevel: 'info' });
  });

  test('wants the keys of a LiveKit server that is not its own', () => {
    const message = messageOf(() => readSupervisorConfig({ LIVEKIT_URL: 'http://10.0.0.5:7880' }));
    expect(message).toMatch(/LIVEKIT_API_KEY is missing/);
    expect(message).toMatch(/LIVEKIT_API_SECRET is missing/);
  });
});

test('docs/configuration.md explains every variable of the schemas and no other', () => {
  const text = readFileSync(new URL('../../../../../docs/configuration.md', import.meta.url), 'utf8');
  const explained = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map((match) => match[1]);
  const known = new Set([...Object.keys(serverVariables.shape), ...Object.keys(supervisorVariables.shape)]);
  expect(new Set(explained)).toEqual(known);
});
