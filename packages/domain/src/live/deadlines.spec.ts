import { describe, expect, it } from 'vitest';
import { PollingId, TurnId } from '../kernel/index.ts';
import { deadlinesOf, START_WITHOUT_MEDIA_MS } from './deadlines.ts';

const turnId = TurnId.parse('01890000-0000-7000-8000-000000000001');

describe('what an event makes due', () => {
  it('F7: a speech that was granted starts after 5 s without media', () => {
    const event = {
      type: 'floorGranted',
      turnId,
      requestId: null,
      siteId: '01890000-0000-7000-8000-000000000002',
      speakerId: null,
      kind: 'report',
      limitSeconds: null,
    };
    expect(deadlinesOf(event as Parameters<typeof deadlinesOf>[0])).toMatchObject([
      { inMs: START_WITHOUT_MEDIA_MS, command: { type: 'floor.startSpeech', turnId } },
    ]);
  });

  it('F7: so does one that was taken back, under a key of its own', () => {
    const [due] = deadlinesOf({ type: 'floorReturned', turnId });
    expect(due).toMatchObject({ key: `restart:${turnId}`, command: { type: 'floor.startSpeech', turnId } });
  });

  it('P17: a step of a polling is due after the time of its site, and at once when somebody begins or moves it', () => {
    const pollingId = PollingId.parse('01890000-0000-7000-8000-000000000003');
    const step = (move: number) => ({ type: 'programme.stepPolling', pollingId, move, absent: [] });
    const due = (inMs: number, move: number) => [{ key: `poll:${pollingId}:${move}`, inMs, command: step(move) }];
    const list = { siteIds: [], seconds: 15, repeat: false, followed: true };
    expect(deadlinesOf({ type: 'pollingStarted', pollingId, mode: 'preview', ...list })).toEqual(due(0, 0));
    const stepped = { type: 'pollingStepped' as const, pollingId, move: 4, place: 0, passedOver: [], seconds: 15 };
    expect(deadlinesOf(stepped)).toEqual(due(15_000, 4));
    expect(deadlinesOf({ ...stepped, place: null })).toEqual([]);
    expect(deadlinesOf({ type: 'pollingMoved', pollingId, move: 5, place: 1 })).toEqual(due(0, 5));
    expect(deadlinesOf({ type: 'pollingResumed', pollingId, move: 6, followed: true })).toEqual(due(0, 6));
    expect(deadlinesOf({ type: 'pollingPaused', pollingId, reason: 'operator' })).toEqual([]);
  });

  it('F7: nothing else makes work due', () => {
    expect(deadlinesOf({ type: 'conferenceOpened' })).toEqual([]);
  });
});
