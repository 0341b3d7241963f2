// A conference of the whole country at ten times its speed: clerks ask, the floor is given, pictures are cut and polled.
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { PollingId, RequestId, SiteId, SpeakerId } from '@diemcau/domain/kernel';
import type { Command } from '@diemcau/domain/live';
import { SeatClient, type OpenedSeat, type TestConference } from '@diemcau/testkit';

/** One command: when it was sent, and ms until its answer. */
export type Answered = { readonly id: string; readonly type: string; readonly sentAt: number; readonly ms: number };
/** In words: what was refused although nothing stood against it. */
export type Refusal = string;

/** A speech of five minutes, ten times as fast. */
const SPEECH_MS = 30_000;
const ASKED_BEFORE_MS = 3000;
const CUT_MS = 1000;
/** Of cuts by hand; then so many looks at a polling. */
const CUTS = 20;
const LOOKS = 20;
const POLLED_SECONDS = 10;

type Desks = {
  readonly moderator: SeatClient;
  readonly operator: SeatClient;
  readonly clerks: readonly SeatClient[];
};

export class FastConference {
  readonly answered: Answered[] = [];
  readonly refused: Refusal[] = [];
  readonly desks: Desks;
  private readonly hallId: SiteId;
  private readonly siteIds: readonly SiteId[];
  private held: Promise<void> = Promise.resolve();
  private isOver = false;

  private constructor(desks: Desks, conference: TestConference) {
    this.desks = desks;
    this.hallId = SiteId.parse(conference.hall.siteId);
    this.siteIds = conference.sites.map(({ siteId }) => SiteId.parse(siteId));
  }

  static async open(conference: TestConference): Promise<FastConference> {
    const { origin } = conference;
    const join = (seat: OpenedSeat): Promise<SeatClient> => SeatClient.open(origin, seat);
    const clerks: SeatClient[] = [];
    for (const site of conference.sites) clerks.push(await join(await conference.clerk(site)));
    const moderator = await join(await conference.seat('moderator'));
    const operator = await join(await conference.seat('operator'));
    await moderator.must({ type: 'conference.open' });
    return new FastConference({ moderator, operator, clerks }, conference);
  }

  /** Until it is told to end. */
  async run(): Promise<void> {
    await Promise.all([this.floor(), this.vision()]);
  }

  /** Nobody commands while this goes on: to look into a server stops it for a moment. */
  async while<T>(looks: () => Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.held = promise;
    try {
      return await looks();
    } finally {
      resolve();
    }
  }

  end(): void {
    this.isOver = true;
  }

  get everyone(): readonly SeatClient[] {
    return [this.desks.moderator, this.desks.operator, ...this.desks.clerks];
  }

  private async say(client: SeatClient, command: Command, texts?: Parameters<SeatClient['command']>[1]): Promise<void> {
    await this.held;
    const id = randomUUID();
    const sentAt = performance.now();
    const done = await client.command(command, texts, id);
    this.answered.push({ id, type: command.type, sentAt, ms: performance.now() - sentAt });
    if (!done.ok) this.refused.push(`${command.type}: ${done.code}`);
    // Frames are kept for tests to look at; here they would only fill this process.
    for (const each of this.everyone) each.frames.length = 0;
  }

  /** One site after the other asks, stands by, speaks and is ended. */
  private async floor(): Promise<void> {
    const { moderator, clerks } = this.desks;
    for (let n = 0; !this.isOver; n += 1) {
      const place = n % this.siteIds.length;
      const requestId = RequestId.parse(randomUUID());
      const asks = { requestId, siteId: this.siteIds[place]!, speakerId: SpeakerId.parse(randomUUID()) };
      const speaker = { honorific: 'Bà', name: 'Lò Thị Mai', position: 'Trưởng ban Công tác Mặt trận' };
      const texts = { speaker, subject: 'Về nước sạch' };
      await this.say(clerks[place]!, { type: 'floor.request', kind: 'discussion', ...asks }, texts);
      await this.say(moderator, { type: 'floor.setStandby', siteIds: [this.siteIds[place]!] });
      await this.pause(ASKED_BEFORE_MS);
      const grant = { type: 'floor.grant', requestId, limitSeconds: 60 } as const;
      await this.say(moderator, grant);
      await this.pause(SPEECH_MS / 2);
      const { turn } = moderator.live.floor;
      if (turn) await this.say(moderator, { type: 'floor.extend', turnId: turn.turnId, bySeconds: 60 });
      await this.pause(SPEECH_MS / 2);
      if (turn) await this.say(moderator, { type: 'floor.end', turnId: turn.turnId });
    }
  }

  /** Cuts by hand, then a polling that is moved on, then the picture follows the floor again. */
  private async vision(): Promise<void> {
    while (!this.isOver) {
      await this.cuts();
      await this.polling();
      await this.say(this.desks.operator, { type: 'programme.follow' });
      await this.pause(CUT_MS * 2);
    }
  }

  private async cuts(): Promise<void> {
    const { operator } = this.desks;
    await this.say(operator, { type: 'programme.takeOver' });
    const pictures = [this.hallId, ...this.siteIds];
    for (let n = 0; n < CUTS && !this.isOver; n += 1) {
      const source = { kind: 'site', siteId: pictures[n % pictures.length]! } as const;
      await this.say(operator, { type: 'programme.preview', source });
      await this.pause(CUT_MS / 2);
      await this.say(operator, { type: 'programme.cut', source });
      await this.pause(CUT_MS / 2);
    }
  }

  private async polling(): Promise<void> {
    const { operator } = this.desks;
    const pollingId = PollingId.parse(randomUUID());
    const polled = {
      pollingId,
      siteIds: this.siteIds,
      seconds: POLLED_SECONDS,
      repeat: true,
      mode: 'preview',
    } as const;
    await this.say(operator, { type: 'programme.startPolling', ...polled, siteIds: [...this.siteIds] });
    for (let n = 0; n < LOOKS && !this.isOver; n += 1) {
      await this.pause(CUT_MS);
      const { polling } = operator.live.programme;
      if (!polling) break;
      const place = n % this.siteIds.length;
      await this.say(operator, { type: 'programme.jumpPolling', pollingId, move: polling.move, place });
    }
    if (operator.live.programme.polling) await this.say(operator, { type: 'programme.stopPolling', pollingId });
  }

  private async pause(ms: number): Promise<void> {
    const end = performance.now() + ms;
    while (!this.isOver && performance.now() < end) await delay(Math.max(0, Math.min(250, end - performance.now())));
  }
}
