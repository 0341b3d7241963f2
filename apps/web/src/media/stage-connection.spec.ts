import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionState, DisconnectReason, Room, RoomEvent } from 'livekit-client';
import { StageConnection, type Ticket } from './stage-connection.ts';

/** LiveKit's own room; what goes over the wire alone is replaced. `joined`: it was begun before. */
const setUp = (joined?: Promise<void>) => {
  const room = new Room();
  const tokens: string[] = [];
  let refuses = 0;
  room.connect = (_url, token) => {
    tokens.push(token);
    if (refuses === 0) return Promise.resolve();
    refuses -= 1;
    return Promise.reject(new Error('no'));
  };
  room.disconnect = () => {
    room.state = ConnectionState.Disconnected;
    room.emit(RoomEvent.Disconnected, DisconnectReason.CLIENT_INITIATED);
    return Promise.resolve();
  };
  let made = 0;
  const ticket = (): Promise<Ticket> => {
    made += 1;
    return Promise.resolve({ url: 'http://127.0.0.1', token: `t${made}` });
  };
  const connection = new StageConnection({ room, joined, ticket, nowMs: () => 7, random: () => 0.999 });
  const refuse = (times: number) => {
    refuses = times;
  };
  const fall = (reason: DisconnectReason) => room.emit(RoomEvent.Disconnected, reason);
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return { room, connection, tokens, refuse, fall, pass };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the loop around the media server', () => {
  it('comes back within a second, then spreads over ten, each time with a fresh token', async () => {
    const { connection, tokens, refuse, fall, pass } = setUp();
    connection.want(true);
    await pass(0);
    expect(connection.state()).toEqual({ status: 'up' });
    refuse(1);
    fall(DisconnectReason.SERVER_SHUTDOWN);
    await pass(0);
    expect(connection.state()).toEqual({ status: 'down', since: 7 });
    await pass(1000);
    expect(tokens).toEqual(['t1', 't2']);
    await pass(8900);
    expect(tokens).toHaveLength(2);
    await pass(1100);
    expect(tokens).toEqual(['t1', 't2', 't3']);
    expect(connection.state()).toEqual({ status: 'up' });
  });

  it('does not wait when it is told to hurry', async () => {
    const { connection, tokens, refuse, fall, pass } = setUp();
    connection.want(true);
    await pass(0);
    refuse(1);
    fall(DisconnectReason.SERVER_SHUTDOWN);
    await pass(1000);
    connection.hurry();
    await pass(0);
    expect(tokens).toHaveLength(3);
  });

  it('stops for good when another page took its place, or the two would throw each other out for ever', async () => {
    const { connection, tokens, fall, pass } = setUp();
    connection.want(true);
    await pass(0);
    fall(DisconnectReason.DUPLICATE_IDENTITY);
    await pass(60_000);
    expect(connection.state()).toEqual({ status: 'elsewhere' });
    connection.want(true);
    await pass(60_000);
    expect(tokens).toHaveLength(1);
  });

  it('leaves when it is no longer wanted, and returns when it is', async () => {
    const { connection, tokens, pass } = setUp();
    connection.want(true);
    await pass(0);
    connection.want(false);
    await pass(60_000);
    expect(connection.state()).toEqual({ status: 'off' });
    expect(tokens).toHaveLength(1);
    connection.want(true);
    await pass(0);
    expect(connection.state()).toEqual({ status: 'up' });
  });

  it('takes over what was begun before it, and comes back by itself', async () => {
    const { room, connection, tokens, fall, pass } = setUp(Promise.resolve());
    room.state = ConnectionState.Connected;
    await pass(0);
    expect(connection.state()).toEqual({ status: 'up' });
    connection.want(true);
    await pass(0);
    expect(tokens).toEqual([]);
    fall(DisconnectReason.SERVER_SHUTDOWN);
    await pass(1000);
    expect(tokens).toEqual(['t1']);
    expect(connection.state()).toEqual({ status: 'up' });
  });

  it.each([
    ['failed', () => Promise.reject(new Error('no'))],
    ['was over before it was taken', () => Promise.resolve()],
  ])('begins anew what %s', async (_how, join) => {
    const { connection, tokens, pass } = setUp(join());
    await pass(0);
    expect(connection.state()).toEqual({ status: 'down', since: 7 });
    await pass(1000);
    expect(tokens).toEqual(['t1']);
    expect(connection.state()).toEqual({ status: 'up' });
  });

  it('leaves what was begun before it when it is not wanted', async () => {
    const { room, connection, tokens, pass } = setUp(Promise.resolve());
    room.state = ConnectionState.Connected;
    await pass(0);
    connection.want(false);
    await pass(60_000);
    expect(connection.state()).toEqual({ status: 'off' });
    expect(tokens).toEqual([]);
  });

  it('M34: given a page that is told to leave while its early token is on its way, when that joins it, then it leaves', async () => {
    const early = Promise.withResolvers<void>();
    const { room, connection, tokens, pass } = setUp(early.promise);
    await pass(0);
    connection.want(false);
    room.state = ConnectionState.Connected;
    early.resolve();
    await pass(60_000);
    expect(connection.state()).toEqual({ status: 'off' });
    expect(room.state).toBe(ConnectionState.Disconnected);
    expect(tokens).toEqual([]);
  });

  it('says that its line is lost while LiveKit restores it', async () => {
    const { room, connection, pass } = setUp();
    connection.want(true);
    await pass(0);
    room.emit(RoomEvent.Reconnecting);
    expect(connection.line()).toBe('lost');
    room.emit(RoomEvent.Reconnected);
    expect(connection.state()).toEqual({ status: 'up' });
  });
});
