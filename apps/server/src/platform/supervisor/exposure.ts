import { isIP } from 'node:net';
import type { SupervisorConfig } from '../config/index.ts';
import { UsageError } from './options.ts';

/** How far the installation reaches: this machine only, or others too. */
export type Exposure = {
  /** address at which browsers reach LiveKit's media ports */
  nodeIp: string;
  /** sentences the person who starts us should know */
  notices: string[];
};

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.');
const isWildcard = (host: string) => host === '0.0.0.0' || host === '::';

/**
 * Decides whether it is safe and useful to listen where `config` says: a browser gives no camera to a page that comes
 * from another machine without TLS, so such a start would only disappoint.
 * @throws UsageError that says everything that is still needed
 */
export function exposureOf(config: SupervisorConfig): Exposure {
  const beyond = !isLoopback(config.host);
  const nodeIp =
    config.livekitNodeIp ?? (beyond && !isWildcard(config.host) && isIP(config.host) ? config.host : undefined);
  const proxied = config.publicUrl?.startsWith('https:') === true;
  if (beyond) refuseUnlessReachable(config, proxied, nodeIp);
  const notices: string[] = [];
  if (!beyond && proxied && nodeIp === undefined && config.livekit === undefined)
    notices.push(
      'Sound and pictures reach this machine only, until LIVEKIT_NODE_IP says at which address sites find it.',
    );
  if (config.livekit !== undefined)
    notices.push(
      `The LiveKit server at ${config.livekit.url} must be private: only this server may reach its signalling port.`,
    );
  return { nodeIp: nodeIp ?? '127.0.0.1', notices };
}

function refuseUnlessReachable(config: SupervisorConfig, proxied: boolean, nodeIp: string | undefined): void {
  const needed: string[] = [];
  if (config.tls === undefined && !proxied)
    needed.push(
      'Set TLS_CERT and TLS_KEY, or PUBLIC_URL=https://... when a proxy does TLS: browsers give no camera or microphone to a page from another machine without it.',
    );
  if (config.livekit === undefined && nodeIp === undefined)
    needed.push(
      'Set LIVEKIT_NODE_IP to the address at which the sites reach this machine: sound and pictures go there.',
    );
  if (needed.length > 0)
    throw new UsageError([`HOST=${config.host} opens the server to other machines.`, ...needed].join('\n'));
}
