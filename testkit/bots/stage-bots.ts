// Honest and patched pages in one room of the media server, and ears that tell who is heard there.
import { setTimeout as delay } from 'node:timers/promises';
import { MediaBot, type MediaBotOptions, type RemoteTrack } from '@diemcau/server/bots';
import { RoomServiceClient, TrackType } from 'livekit-server-sdk';
import { mediaToken, type House, type SeatKey } from '../index.ts';
import { Ears } from './ears.ts';
import { startRogue, type Rogue } from './rogue.ts';

/** What the hall's microphone hears: the control of each silence. */
export const HALL_TONE = 0;

const STEP_MS = 50;
const WITHIN_MS = 15_000;
const LISTENING_MS = 2000;

type OfSeat = Pick<SeatKey, 'seatId'>;

const until = async (isSo: () => Promise<boolean>, what: string): Promise<void> => {
  const deadline = performance.now() + WITHIN_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await delay(STEP_MS);
  }
};

export class StageBots {
  private readonly house: House;
  private readonly room: string;
  private readonly bots: MediaBot[] = [];
  private readonly open: { readonly close: () => void }[] = [];

  constructor(house: House, room: string) {
    this.house = house;
    this.room = room;
  }

  get origin(): string {
    return this.house.servers[0]!.origin;
  }

  /** A bot that is stopped with the test. */
  keep<T extends MediaBot>(bot: T): T {
    this.bots.push(bot);
    return bot;
  }

  /** The same of whatever else is open. */
  closing<T extends { readonly close: () => void }>(thing: T): T {
    this.open.push(thing);
    return thing;
  }

  /** A bot of that seat; it publishes nothing by itself. */
  page(key: SeatKey, options: Partial<MediaBotOptions> = {}): MediaBot {
    return this.keep(new MediaBot({ url: this.origin, fetchToken: () => mediaToken(this.origin, key), ...options }));
  }

  /** A patched page that holds this token. */
  rogue(token: string, url = this.origin): Rogue {
    const made = startRogue(url, token);
    this.keep(made.bot);
    return made;
  }

  /** Ears that play every sound that the media server forwards, or of that what they want at the moment. */
  listen(key: SeatKey, wants?: (track: RemoteTrack) => boolean): Ears {
    const ears = this.closing(new Ears());
    const plays = (track: RemoteTrack) => track.kind === 'audio' && (wants?.(track) ?? true);
    const bot = this.page(key, { wants: plays, onPayload: ears.hear });
    const asking = setInterval(() => bot.refresh(), STEP_MS);
    this.closing({ close: () => clearInterval(asking) });
    return ears;
  }

  async members() {
    const { url, key, secret } = this.house.livekit();
    return new RoomServiceClient(url, key, secret).listParticipants(this.room);
  }

  async memberOf({ seatId }: OfSeat) {
    return (await this.members()).find(({ identity }) => identity.startsWith(seatId));
  }

  /** How many sounds of that seat the media server knows of. */
  async soundsOf({ seatId }: OfSeat): Promise<number> {
    return (await this.members())
      .filter(({ identity }) => identity.startsWith(seatId))
      .flatMap(({ tracks }) => tracks)
      .filter(({ type }) => type === TrackType.AUDIO).length;
  }

  async heardOf(ears: Ears, seat: OfSeat): Promise<readonly number[]> {
    return ears.heard((await this.memberOf(seat))?.identity ?? 'not there');
  }

  /** Every tone that these ears hear within two seconds in which the hall is heard from their first to their last moment. */
  async heardBesideTheHall(ears: Ears, hall: OfSeat): Promise<readonly number[]> {
    const isHeard = async () => (await this.heardOf(ears, hall)).includes(HALL_TONE);
    await until(isHeard, 'the hall to be heard');
    const since = performance.now();
    await until(
      async () => performance.now() - since > LISTENING_MS && (await isHeard()),
      'the hall to be heard still',
    );
    return [...ears.everHeardSince(since)];
  }

  /** Its bots are told to go. */
  leave(): void {
    for (const bot of this.bots.splice(0)) bot.stop();
    for (const thing of this.open.splice(0)) thing.close();
  }

  /** All leave: the next test uses the same seats, and none of this one may be left. */
  async end(): Promise<void> {
    this.leave();
    await until(async () => (await this.members()).length === 0, 'all to leave');
  }
}
