import { WebSocket } from 'ws';
import { z } from 'zod';
import { PROTOCOL } from '@diemcau/domain/wire';
import { MediaBot, readPicture, readTone } from '../platform/bots/index.ts';
import type { PlayedSite } from './simulation-messages.ts';

const AGAIN_MS = 3000;
/** The server's "do not come back": the frame before says why. */
const REFUSED = 4000;

const TokenAnswer = z.object({ token: z.string() });
const AudienceFrame = z.object({
  type: z.literal('audience'),
  to: z.enum(['desks', 'all']),
  desks: z.array(z.string()),
});

export type PlayingSite = { readonly token: string; readonly stop: () => void };

/** A room screen without a browser: it obeys grants and audience as a room page does, and rejoins by itself. */
export const playSite = (origin: string, site: PlayedSite, onEnded: () => void): PlayingSite => {
  const path = `/api/v1/seats/${site.seatId}`;
  const headers = { cookie: `seat.${site.seatId}=${site.token}` };
  let isOver = false;
  let socket: WebSocket | undefined;
  let timer: NodeJS.Timeout | undefined;

  const stop = () => {
    isOver = true;
    clearTimeout(timer);
    socket?.close();
    bot.stop();
  };
  const end = () => {
    if (isOver) return;
    stop();
    onEnded();
  };

  const fetchToken = async (): Promise<string> => {
    const answer = await fetch(`${origin}${path}/media-token`, { headers });
    if (answer.status === 401 || answer.status === 410) end();
    if (!answer.ok) throw new Error(`no token: ${answer.status}`);
    return TokenAnswer.parse(await answer.json()).token;
  };
  const bot = new MediaBot({ url: origin, fetchToken, audience: [] });

  const publish = async () => {
    bot.publish('camera', { clip: await readPicture(site.picture), source: 'camera', obeysGrants: true });
    if (site.tone !== null)
      bot.publish('microphone', { clip: await readTone(site.tone), source: 'microphone', obeysGrants: true });
  };

  const receive = (text: string): void => {
    const frame = AudienceFrame.safeParse(JSON.parse(text));
    if (frame.success) bot.setAudience(frame.data.to === 'all' ? 'everybody' : frame.data.desks);
  };

  const connect = () => {
    const opened = new WebSocket(`${origin.replace(/^http/, 'ws')}${path}/socket`, { headers });
    socket = opened;
    opened.on('open', () =>
      opened.send(JSON.stringify({ type: 'hello', protocol: PROTOCOL, epoch: null, lastSeq: 0 })),
    );
    opened.on('message', (data) => receive(Buffer.isBuffer(data) ? data.toString() : '{}'));
    opened.on('unexpected-response', (request, response) => {
      request.destroy();
      if (response.statusCode === 401 || response.statusCode === 410) end();
      else again();
    });
    // What went wrong shows as a close or as an unexpected answer.
    opened.on('error', () => undefined);
    opened.on('close', (code) => (code === REFUSED ? end() : again()));
  };
  const again = () => {
    clearTimeout(timer);
    if (!isOver) timer = setTimeout(connect, AGAIN_MS * (0.5 + Math.random()));
  };

  connect();
  publish().catch((error: unknown) => {
    process.stderr.write(`a clip cannot be played: ${String(error)}\n`);
    end();
  });
  return { token: site.token, stop };
};
