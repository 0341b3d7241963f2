import { expect, test } from 'vitest';
import { livekitConfig, type LivekitOptions } from './livekit.ts';

const options: LivekitOptions = {
  dir: '/data',
  program: '/bin/livekit-server',
  logFile: '/data/log/livekit.log',
  port: 21_000,
  tcpPort: 21_001,
  udpPort: 21_002,
  nodeIp: '127.0.0.1',
  apiKey: 'key',
  apiSecret: 'secret',
  webhookUrls: ['http://127.0.0.1:8080/api/v1/livekit/webhook'],
};

test('on one machine nothing of LiveKit is open to others, and browsers find it on the loopback address', () => {
  expect(livekitConfig(options)).toMatchObject({
    bind_addresses: ['127.0.0.1'],
    rtc: {
      tcp_port: 0,
      udp_port: 21_002,
      node_ip: '127.0.0.1',
      enable_loopback_candidate: true,
      ips: { includes: ['127.0.0.1/32'] },
    },
  });
});

test('for other machines the media ports are open at the given address, the signalling port never', () => {
  expect(livekitConfig({ ...options, nodeIp: '10.1.2.3' })).toMatchObject({
    bind_addresses: ['127.0.0.1'],
    rtc: { tcp_port: 21_001, udp_port: 21_002, node_ip: '10.1.2.3' },
  });
  expect(livekitConfig({ ...options, nodeIp: '10.1.2.3' })).not.toHaveProperty('rtc.ips');
});

test('rooms are made by the reconciler only, outlive an empty moment, and need no service beside LiveKit or abroad', () => {
  const config = livekitConfig(options);
  expect(config).toMatchObject({ room: { auto_create: false, empty_timeout: 86_400, departure_timeout: 86_400 } });
  expect(config).not.toHaveProperty('redis');
  expect(config).toHaveProperty('rtc.stun_servers', ['127.0.0.1:21001']);
  expect(config).toHaveProperty('rtc.use_external_ip', false);
});

test('TURN is offered over TLS alone, and relays to LiveKit itself and to nobody else', () => {
  const turn = { domain: 'hop.example.vn', port: 5349, certFile: '/cert.pem', keyFile: '/key.pem' };
  expect(livekitConfig({ ...options, nodeIp: '10.1.2.3', turn })).toHaveProperty('turn', {
    enabled: true,
    domain: 'hop.example.vn',
    tls_port: 5349,
    udp_port: 0,
    cert_file: '/cert.pem',
    key_file: '/key.pem',
    bind_addresses: ['0.0.0.0'],
    allow_restricted_peer_cidrs: ['10.1.2.3/32'],
  });
  expect(livekitConfig(options)).not.toHaveProperty('turn');
});

test('M35: nothing is negotiated but the codecs that are used', () => {
  const mimes = ['audio/opus', 'video/vp8', 'video/rtx'].map((mime) => ({ mime }));
  expect(livekitConfig(options)).toHaveProperty('room.enabled_codecs', mimes);
});

test('M33: who joins just after a key frame waits half a second for the next at most', () => {
  expect(livekitConfig(options)).toHaveProperty('rtc.pli_throttle', {
    low_quality: '500ms',
    mid_quality: '500ms',
    high_quality: '500ms',
  });
});
