import { Registry } from 'prom-client';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { ConferenceId, SeatId, SiteId } from '@diemcau/domain/kernel';
import { identityOf, type DesiredMember, type MediaSource } from '@diemcau/domain/live';
import type { MediaPort, Member } from '../platform/media/index.ts';
import { liveMetrics } from './metrics.ts';
import { MediaRoom, stageRoom } from './stage.ts';

const CAMERA: readonly MediaSource[] = ['camera'];
const SPEAKS: readonly MediaSource[] = ['camera', 'microphone'];

const due = (sources: readonly MediaSource[]): DesiredMember => {
  const seatId = SeatId.parse(v7());
  return {
    room: 'stage',
    identity: identityOf({ seatId, deviceId: 'device' }),
    seatId,
    role: 'room',
    siteId: SiteId.parse(v7()),
    sources,
    audience: 'all',
    hidden: false,
  };
};
const memberWith = (identity: string, mayPublish: readonly MediaSource[]): Member => ({
  identity,
  mayPublish,
  mayMore: false,
  active: true,
  tracks: [],
});

/** A media server whose list need not say what its members may do. */
const mediaServer = () => {
  const live = new Map<string, readonly MediaSource[]>();
  const listed = new Map<string, readonly MediaSource[]>();
  const permits: string[] = [];
  const port: MediaPort = {
    isUp: async () => true,
    ensureRoom: async () => undefined,
    deleteRoom: async () => undefined,
    list: async () => [...live.keys()].map((identity) => memberWith(identity, listed.get(identity) ?? [])),
    permit: async (_, { identity, sources }) => {
      if (!live.has(identity)) return null;
      permits.push(identity);
      live.set(identity, sources);
      listed.set(identity, sources);
      return memberWith(identity, sources);
    },
    remove: async (_, identity) => void live.delete(identity),
    token: async () => '',
  };
  const joins = (identity: string, sources: readonly MediaSource[]) => {
    live.set(identity, sources);
    listed.set(identity, sources);
  };
  return { port, live, listed, permits, joins };
};

const stageOn = (port: MediaPort) =>
  new MediaRoom(stageRoom(ConferenceId.parse(v7())), port, liveMetrics(new Registry()));

describe('a list that is older than what was set', () => {
  it.each([
    ['M9: shuts a microphone', SPEAKS, CAMERA],
    ['M9: opens a microphone', CAMERA, SPEAKS],
  ])('%s though the list says that it already is', async (_, before, after) => {
    const { port, live, listed, joins } = mediaServer();
    const stage = stageOn(port);
    const member = due(before);
    joins(member.identity, CAMERA);
    await stage.bringTo([member]);
    listed.set(member.identity, after);
    await stage.bringTo([{ ...member, sources: after }]);
    expect(live.get(member.identity)).toEqual(after);
  });

  it('M15, M9: a server that takes over shuts a microphone that the list of its first look does not show', async () => {
    const { port, live, listed, joins } = mediaServer();
    const member = due(CAMERA);
    joins(member.identity, SPEAKS);
    listed.set(member.identity, CAMERA);
    await stageOn(port).bringTo([member]);
    expect(live.get(member.identity)).toEqual(CAMERA);
  });

  it('M15: asks for each member once, a few in a pass, and then believes a list that says what was set', async () => {
    const { port, permits, joins } = mediaServer();
    const stage = stageOn(port);
    const members = Array.from({ length: 50 }, () => due(CAMERA));
    for (const { identity } of members) joins(identity, CAMERA);
    const asked: number[] = [];
    for (let pass = 0; pass < 4; pass += 1) {
      await stage.bringTo(members);
      asked.push(permits.length);
    }
    expect(asked).toEqual([20, 40, 50, 50]);
    expect(new Set(permits).size).toBe(50);
  });
});

describe('what the conference has just changed', () => {
  it('M9: is set before the list is asked for, who loses a right first', async () => {
    const { port, permits, joins } = mediaServer();
    const asked: string[] = [];
    const stage = stageOn({
      ...port,
      list: (room) => {
        asked.push(...permits.splice(0), 'list');
        return port.list(room);
      },
    });
    const [speaks, listens] = [due(SPEAKS), due(CAMERA)];
    joins(listens.identity, CAMERA);
    joins(speaks.identity, SPEAKS);
    await stage.bringTo([listens, speaks]);
    asked.splice(0);
    permits.splice(0);
    await stage.bringTo([
      { ...listens, sources: SPEAKS },
      { ...speaks, sources: CAMERA },
    ]);
    expect(asked).toEqual([speaks.identity, listens.identity, 'list']);
    expect(permits).toEqual([]);
  });
});

describe('a member whose permission cannot be set', () => {
  it('M9: is removed, whatever it may do now, and hinders no other', async () => {
    const { port, live, joins } = mediaServer();
    const [silent, other] = [due(CAMERA), due(CAMERA)];
    joins(silent.identity, SPEAKS);
    joins(other.identity, SPEAKS);
    const stage = stageOn({
      ...port,
      permit: (room, row) =>
        row.identity === silent.identity
          ? Promise.reject(new Error('no answer in two seconds'))
          : port.permit(room, row),
    });
    const members = await stage.bringTo([silent, other]);
    expect(members.map(({ identity }) => identity)).toEqual([other.identity]);
    expect([...live]).toEqual([[other.identity, CAMERA]]);
  });
});
