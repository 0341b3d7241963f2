import { describe, expect, it } from 'vitest';
import { TurnId } from '../kernel/index.ts';
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

  it('F7: nothing else makes work due', () => {
    expect(deadlinesOf({ type: 'conferenceOpened' })).toEqual([]);
  });
});
