import type { AsideId } from '@diemcau/domain/aside';
import type { ConferenceId } from '@diemcau/domain/kernel';
import { desiredAside, type Live, type MediaSeat } from '@diemcau/domain/live';
import type { MediaPort } from '../platform/media/index.ts';
import { asideRoom, type AsideRow, type Asides } from './asides.ts';
import type { LiveMetrics } from './metrics.ts';
import { MediaRoom } from './stage.ts';

/** Who joins at the moment at which a room is deleted may be let in by the media server: so long after, it is deleted again. */
const TWICE_MS = 1000;

type State = { readonly live: Live; readonly seats: readonly MediaSeat[] };
/** `asides`: all that `read` answered with. */
type Beside = State & { readonly asides: readonly AsideRow[] };

/** The rooms of one conference's asides: brought to what is due like the stage, and taken away before it changes. */
export class AsideRooms {
  private readonly conferenceId: ConferenceId;
  private readonly asides: Pick<Asides, 'of' | 'end' | 'forget'>;
  private readonly media: MediaPort;
  private readonly metrics: LiveMetrics;
  private readonly now: () => number;
  private readonly rooms = new Map<AsideId, MediaRoom>();
  /** When the rooms of those that are over were first deleted. */
  private readonly deletedAt = new Map<AsideId, number>();

  constructor(
    conferenceId: ConferenceId,
    deps: {
      readonly asides: Pick<Asides, 'of' | 'end' | 'forget'>;
      readonly media: MediaPort;
      readonly metrics: LiveMetrics;
      readonly now: () => number;
    },
  ) {
    this.conferenceId = conferenceId;
    this.asides = deps.asides;
    this.media = deps.media;
    this.metrics = deps.metrics;
    this.now = deps.now;
  }

  /** All of the conference, those that are over and still to be cleared away included. */
  read(): Promise<readonly AsideRow[]> {
    return this.asides.of(this.conferenceId);
  }

  /**
   * Takes away the rooms of those that are over or may not go on: when this has answered, nobody in them hears another
   * (Q4). Throws while the media server does not answer, and then no microphone may open. Answers with the others.
   * An aside is forgotten when its room was deleted twice, or at once when nobody will look again.
   */
  async endOver({ live, seats, asides: rows }: Beside, isLast = false): Promise<readonly AsideRow[]> {
    const goesOn = (row: AsideRow) => row.isHeld && desiredAside(live, row, seats).length > 0;
    const over = rows.filter((row) => !goesOn(row)).map(({ asideId }) => asideId);
    if (over.length === 0) return rows;
    await Promise.all(over.map((asideId) => this.media.deleteRoom(asideRoom(asideId))));
    await this.asides.end(this.conferenceId, over);
    for (const asideId of over) this.rooms.delete(asideId);
    const gone = over.filter((asideId) => isLast || this.isDeletedTwice(asideId));
    if (gone.length > 0) await this.asides.forget(gone);
    for (const asideId of gone) this.deletedAt.delete(asideId);
    return rows.filter(goesOn);
  }

  private isDeletedTwice(asideId: AsideId): boolean {
    const first = this.deletedAt.get(asideId) ?? this.now();
    this.deletedAt.set(asideId, first);
    return this.now() - first >= TWICE_MS;
  }

  /** Who is not due is sent away, and each sends what is due and nothing else. */
  async bringTo(held: readonly AsideRow[], { live, seats }: State): Promise<void> {
    for (const row of held) {
      const room = this.rooms.get(row.asideId) ?? new MediaRoom(asideRoom(row.asideId), this.media, this.metrics);
      this.rooms.set(row.asideId, room);
      await room.bringTo(desiredAside(live, row, seats));
    }
  }
}
