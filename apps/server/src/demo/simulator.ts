// The child process of a demo: simulated sites, each with the socket and the media of a room screen.
import { Ended, Play } from './simulation-messages.ts';
import { playSite, type PlayingSite } from './simulated-room.ts';

const playing = new Map<string, PlayingSite>();

const tellEnded = (seatId: string): void => {
  playing.delete(seatId);
  process.send?.(Ended.parse({ ended: seatId }));
};

const play = ({ origin, sites }: Play): void => {
  const wanted = new Map(sites.map((site) => [site.seatId, site]));
  for (const [seatId, site] of playing) {
    const next = wanted.get(seatId);
    if (next?.token === site.token) continue;
    site.stop();
    playing.delete(seatId);
  }
  for (const [seatId, site] of wanted) {
    if (!playing.has(seatId))
      playing.set(
        seatId,
        playSite(origin, site, () => tellEnded(seatId)),
      );
  }
};

process.on('message', (message) => play(Play.parse(message)));
// The server is gone, and with it the reason to go on.
process.on('disconnect', () => process.exit(0));
