import { SeatId } from '@diemcau/domain/kernel';
import { PLAYER } from '@diemcau/domain/live';
import { RemoteParticipant, Room, RoomEvent, Track, type RemoteTrackPublication } from 'livekit-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchContent } from './contents.ts';
import { noteJoining } from './first-offer.ts';
import { letIn } from './joining.fixture.ts';

const DESK = SeatId.parse('01990000-0009-7000-8000-000000000001');

/** A page that has just joined, and the film that was on the stage before it. */
const setUp = () => {
  const room = new Room();
  noteJoining(room);
  const asked: boolean[] = [];
  const publication = {
    kind: Track.Kind.Video,
    isDesired: false,
    isSubscribed: false,
    setEnabled: () => undefined,
    setSubscribed(subscribed: boolean) {
      this.isDesired = subscribed;
      asked.push(subscribed);
    },
  };
  const player = new RemoteParticipant(room.engine.client, 'PA_1', `${DESK}:1${PLAYER}`);
  player.getTrackPublication = (source) =>
    source === Track.Source.ScreenShare ? (publication as unknown as RemoteTrackPublication) : undefined;
  const join = () => {
    letIn(room);
    room.remoteParticipants.set(player.identity, player);
    room.emit(RoomEvent.SignalConnected);
  };
  const watch = () => watchContent(room, { filmOf: DESK }, () => undefined);
  return { asked, join, watch };
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('M34: given a page that joins while content is shown, then it asks for it 150 ms later, and no sooner', () => {
  const { asked, join, watch } = setUp();
  const { release } = watch();
  join();
  vi.advanceTimersByTime(149);
  expect(asked).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(asked).toEqual([true]);
  release();
  vi.advanceTimersByTime(2000);
  expect(asked).toEqual([true, false]);
});

it('M34: given content that is no longer shown when the pause is over, then it is never asked for', () => {
  const { asked, join, watch } = setUp();
  const { release } = watch();
  join();
  release();
  vi.advanceTimersByTime(2000);
  expect(asked).not.toContain(true);
});
