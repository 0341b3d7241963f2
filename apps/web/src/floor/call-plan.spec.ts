import { describe, expect, it } from 'vitest';

import { type Call, callNow, enqueue } from './call-plan.ts';
import { opened, requestId, siteId, speakerId } from '../live/live.fixture.ts';

const ids = { requestId: requestId(8), speakerId: speakerId(8) };
const unnamed: Call = { siteId: siteId(8), kind: 'discussion', limitSeconds: 300, person: null, subject: null };
const person = { honorific: 'Bà', name: 'Nông Thị Thu', position: 'Chủ tịch' };
const named: Call = { ...unnamed, person, subject: 'Một việc' };

describe('callNow', () => {
  it('gives the floor at once when it is free', () => {
    expect(callNow(opened().live, unnamed, ids)).toEqual([
      {
        command: { type: 'floor.grantSite', siteId: siteId(8), speakerId: null, kind: 'discussion', limitSeconds: 300 },
      },
    ]);
    expect(callNow(opened().live, named, ids)).toMatchObject([
      { command: { speakerId: speakerId(8) }, texts: { speaker: person } },
    ]);
  });

  it('ends the speech first for a site without a name', () => {
    const story = opened().asks(1).granted(1);
    expect(callNow(story.live, unnamed, ids).map((step) => step.command)).toMatchObject([
      { type: 'floor.end', turnId: story.turnId },
      { type: 'floor.grantSite' },
    ]);
  });

  it('queues a named person and calls them by "Tiếp", without a gap', () => {
    const story = opened().asks(1).granted(1);
    expect(callNow(story.live, named, ids)).toMatchObject([
      { command: { type: 'floor.request', requestId: requestId(8) }, texts: { speaker: person, subject: 'Một việc' } },
      { command: { type: 'floor.next', endTurnId: story.turnId, requestId: requestId(8) } },
    ]);
  });
});

describe('enqueue', () => {
  it('needs a name', () => {
    expect(enqueue(unnamed, ids)).toBeNull();
    expect(enqueue(named, ids)).toMatchObject({ command: { type: 'floor.request', siteId: siteId(8) } });
  });
});
