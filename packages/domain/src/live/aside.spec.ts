import { describe, expect, it } from 'vitest';
import { hall, site, turnNo } from '../kernel/given.fixture.ts';
import { SeatId } from '../kernel/index.ts';
import { asideTarget, desiredAside, identityOf, mayBeTakenAside, type LiveEvent, type MediaSeat } from './index.ts';
import { granted, onAir, opened, ready, seats, standby, standing, story, type Story } from './stories.fixture.ts';

const speaking: Story = [...opened, granted(1), onAir(1)];
const may = (siteId: ReturnType<typeof site>, ...steps: Story) => mayBeTakenAside(story(...steps).state, siteId);
const operator = seats.find(({ role }) => role === 'operator')!;
const seatOf = (role: MediaSeat['role']): MediaSeat => ({
  seatId: SeatId.parse('00000000-0000-7000-8000-000000000777'),
  deviceId: 'device-777',
  role,
  siteId: null,
});
const previewed = (n: number): LiveEvent => ({
  type: 'previewSet',
  source: { kind: 'site', siteId: site(n) },
});

describe('whom an operator may talk or listen to', () => {
  it('Q2: a site that is neither heard nor seen, also before the opening and in a pause', () => {
    expect(may(site(2), ...speaking)).toBe(true);
    expect(may(site(2), ...ready)).toBe(true);
    expect(may(hall, ...ready)).toBe(true);
    expect(may(site(2), ...opened, { type: 'conferencePaused' })).toBe(true);
  });

  it('Q2: not who has the floor, silenced or interrupted, nor who is on air by hand, nor the hall', () => {
    expect(may(site(1), ...speaking)).toBe(false);
    expect(may(site(1), ...speaking, { type: 'microphonesSilenced', siteIds: [site(1)] })).toBe(false);
    expect(may(site(1), ...speaking, { type: 'turnInterrupted', turnId: turnNo(1) })).toBe(false);
    expect(may(site(3), ...opened, { type: 'programmeModeSet', mode: 'manual' }, onAir(3))).toBe(false);
    expect(may(hall, ...opened)).toBe(false);
  });

  it('Q2: nobody after the end, or where there is no conference', () => {
    expect(may(site(2), ...speaking, { type: 'conferenceClosed' })).toBe(false);
    expect(may(site(2))).toBe(false);
  });

  it('Q2: it is the site in the preview, else the first that stands by and may be', () => {
    const called: Story = [...opened, standby('auto', standing(1), standing(2))];
    const target = (...steps: Story) => asideTarget(story(...steps).state);
    expect(target(...called, previewed(3))).toBe(site(3));
    expect(target(...called, previewed(3), { type: 'programmeModeSet', mode: 'manual' }, onAir(3))).toBe(site(1));
    expect(target(...called, granted(1), onAir(1), previewed(1))).toBe(site(2));
    expect(target(...opened)).toBeNull();
  });
});

describe('the members of an aside', () => {
  const of = (kind: 'talk' | 'listen', n: number, ...steps: Story) =>
    desiredAside(story(...steps).state, { kind, siteId: site(n), seatId: operator.seatId }, seats);

  it('Q1, Q3: talking, the operator sends a microphone and the site nothing; there is no third', () => {
    const members = of('talk', 2, ...opened);
    expect(members.map(({ role, siteId, sources }) => [role, siteId, sources])).toEqual([
      ['operator', null, ['microphone']],
      ['room', site(2), []],
    ]);
    expect(members[0]?.identity).toBe(identityOf(operator));
  });

  it('Q6: listening, the site sends its microphone and the operator nothing', () => {
    expect(of('listen', 2, ...opened).map(({ role, sources }) => [role, sources])).toEqual([
      ['operator', []],
      ['room', ['microphone']],
    ]);
  });

  it('Q9: in a test call both send a microphone, the site its picture too, and there is no third', () => {
    const technician = seatOf('technician');
    const members = desiredAside(story(...opened).state, { kind: 'call', siteId: site(2), seatId: technician.seatId }, [
      ...seats,
      technician,
    ]);
    expect(members.map(({ role, siteId, sources }) => [role, siteId, sources])).toEqual([
      ['technician', null, ['microphone']],
      ['room', site(2), ['camera', 'microphone']],
    ]);
  });

  it('Q9: nobody calls a site that is on air or has the floor, nor as somebody who does not help', () => {
    const call = (seat: MediaSeat, n: number, ...steps: Story) =>
      desiredAside(story(...steps).state, { kind: 'call', siteId: site(n), seatId: seat.seatId }, [...seats, seat]);
    expect(call(seatOf('technician'), 1, ...speaking)).toEqual([]);
    expect(call(seatOf('clerk'), 2, ...speaking)).toHaveLength(2);
    for (const role of ['operator', 'moderator', 'secretary', 'observer', 'delegate'] as const)
      expect(call(seatOf(role), 2, ...speaking)).toEqual([]);
    expect(of('listen', 2, ...opened)).toHaveLength(2);
    const { state } = story(...opened);
    const talk = { kind: 'talk', siteId: site(2), seatId: seatOf('technician').seatId } as const;
    expect(desiredAside(state, talk, [...seats, seatOf('technician')])).toEqual([]);
  });

  it('Q1: nobody, when the site may not be, has no screen, or the seat is no operator’s', () => {
    expect(of('talk', 1, ...speaking)).toEqual([]);
    expect(of('talk', 99, ...opened)).toEqual([]);
    const moderator = seats.find(({ role }) => role === 'moderator')!;
    const { state } = story(...opened);
    expect(desiredAside(state, { kind: 'talk', siteId: site(2), seatId: moderator.seatId }, seats)).toEqual([]);
  });
});
