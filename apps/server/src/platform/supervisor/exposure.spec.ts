import { expect, test } from 'vitest';
import { readSupervisorConfig } from '../config/index.ts';
import { exposureOf } from './exposure.ts';

const exposure = (env: Record<string, string>) => exposureOf(readSupervisorConfig(env));

test('on this machine alone nothing else is needed', () => {
  for (const HOST of ['127.0.0.1', 'localhost', '::1'])
    expect(exposure({ HOST })).toEqual({ nodeIp: '127.0.0.1', notices: [] });
});

test('open to other machines it refuses to start, and says all that is missing: TLS and an address for media', () => {
  expect(() => exposure({ HOST: '0.0.0.0' })).toThrow(/TLS_CERT[^]*PUBLIC_URL[^]*LIVEKIT_NODE_IP/);
  expect(() => exposure({ HOST: '192.168.1.5', PUBLIC_URL: 'http://hop.example.vn' })).toThrow(/TLS_CERT/);
});

test('with TLS of its own or of a proxy it starts', () => {
  expect(exposure({ HOST: '192.168.1.5', TLS_CERT: 'c', TLS_KEY: 'k' }).nodeIp).toBe('192.168.1.5');
  expect(exposure({ HOST: '0.0.0.0', PUBLIC_URL: 'https://hop.example.vn', LIVEKIT_NODE_IP: '10.1.2.3' }).nodeIp).toBe(
    '10.1.2.3',
  );
});

test('behind a proxy on this machine it says that media still needs an address', () => {
  expect(exposure({ PUBLIC_URL: 'https://hop.example.vn' }).notices.join()).toMatch(/LIVEKIT_NODE_IP/);
});

test('a LiveKit server of somebody else must be private, and that is said', () => {
  const env = { LIVEKIT_URL: 'http://10.0.0.7:7880', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's'.repeat(32) };
  expect(exposure(env).notices.join()).toMatch(/10\.0\.0\.7:7880 must be private/);
});
