// What came over a page's connections, by the browser's own count.
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    /** Every connection that the page has made. */
    readonly connections: readonly RTCPeerConnection[];
  }
}

/** For `context.addInitScript`, before any other: keeps hold of the page's connections. */
export const KEEPS_CONNECTIONS = `(() => {
  const connections = [];
  const Native = RTCPeerConnection;
  window.RTCPeerConnection = new Proxy(Native, {
    construct: (target, given) => {
      const made = Reflect.construct(target, given);
      connections.push(made);
      return made;
    },
  });
  Object.defineProperty(window, 'connections', { value: connections });
})();`;

/** Samples of sound: how many were played, and how many of them were made up. */
export type Heard = { readonly played: number; readonly concealed: number };

/** Of all voices so far, also of those that ended. */
export const heardSoFar = (page: Page): Promise<Heard> =>
  page.evaluate(async () => {
    const heard = { played: 0, concealed: 0 };
    for (const connection of window.connections) {
      const report = await connection.getStats();
      report.forEach(
        (entry: { type: string; kind?: string; totalSamplesReceived?: number; concealedSamples?: number }) => {
          if (entry.type !== 'inbound-rtp' || entry.kind !== 'audio') return;
          heard.played += entry.totalSamplesReceived ?? 0;
          heard.concealed += entry.concealedSamples ?? 0;
        },
      );
    }
    return heard;
  });

/** Bytes that came on all connections, with sound, pictures and what keeps them going; and bytes by moving picture. */
export type Received = { readonly bytes: number; readonly pictures: Readonly<Record<string, number>> };

export const receivedSoFar = (page: Page): Promise<Received> =>
  page.evaluate(async () => {
    const received = { bytes: 0, pictures: {} as Record<string, number> };
    for (const connection of window.connections) {
      if (connection.connectionState === 'closed') continue;
      const report = await connection.getStats();
      report.forEach((entry: { type: string; kind?: string; trackIdentifier?: string; bytesReceived?: number }) => {
        const bytes = entry.bytesReceived ?? 0;
        if (entry.type === 'transport') received.bytes += bytes;
        if (entry.type === 'inbound-rtp' && entry.kind === 'video')
          received.pictures[entry.trackIdentifier ?? ''] = bytes;
      });
    }
    return received;
  });
