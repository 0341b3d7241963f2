import { describe, expect, it } from 'vitest';
import { requestNo, site } from '../kernel/given.fixture.ts';
import { ConferenceRole } from '../kernel/index.ts';
import {
  classOf,
  deadlinesOf,
  redact,
  START_WITHOUT_MEDIA_MS,
  VIEW_CLASSES,
  viewFor,
  type LiveEvent,
} from './index.ts';
import { asked, granted, invited, onAir, opened, standby, standing, story } from './stories.fixture.ts';

const previewed: LiveEvent = { type: 'previewSet', source: { kind: 'site', siteId: site(3) } };

describe('W3: classes of pages', () => {
  it('W3: every role has its class', () => {
    expect(Object.fromEntries(ConferenceRole.options.map((role) => [role, classOf(role)]))).toEqual({
      chair: 'desk',
      moderator: 'desk',
      operator: 'desk',
      secretary: 'desk',
      technician: 'desk',
      clerk: 'site',
      room: 'site',
      delegate: 'site',
      observer: 'public',
    });
  });

  it('W3: the queue and the preview reach the desks only', () => {
    const ofDesks: LiveEvent[] = [
      asked(1),
      { type: 'floorWithdrawn', requestId: requestNo(1) },
      { type: 'requestMoved', requestId: requestNo(1), before: null },
      previewed,
    ];
    for (const event of ofDesks) {
      expect(VIEW_CLASSES.map((viewClass) => redact(viewClass, event))).toEqual([null, null, event]);
    }
  });

  it('W3: who speaks, who stands by and what is on air reach everybody', () => {
    for (const event of [granted(1), standby('auto', standing(2)), onAir(1)]) {
      expect(VIEW_CLASSES.map((viewClass) => redact(viewClass, event))).toEqual([event, event, event]);
    }
  });

  it('W3, C6: no class gets the list of sites, all get their number', () => {
    const counted = { type: 'sitesInvited', siteIds: [], total: 2 };
    expect(VIEW_CLASSES.map((viewClass) => redact(viewClass, invited(1, 2)))).toEqual([counted, counted, counted]);
    const { state } = story(...opened, asked(1), previewed);
    for (const viewClass of VIEW_CLASSES) {
      expect(viewFor(viewClass, state).conference).toMatchObject({ sites: new Set(), invited: 4 });
    }
  });

  it('W3: the view of a desk has the queue, the others have not', () => {
    const { state } = story(...opened, asked(1), previewed);
    const queues = VIEW_CLASSES.map((viewClass) => viewFor(viewClass, state).floor.queue.length);
    const previews = VIEW_CLASSES.map((viewClass) => viewFor(viewClass, state).programme.preview.kind);
    expect(queues).toEqual([0, 0, 1]);
    expect(previews).toEqual(['title', 'title', 'site']);
  });
});

describe('F7: a speech starts without media after 5 s', () => {
  it('F7: a grant makes the start due, once for the turn', () => {
    const event = granted(1);
    expect(START_WITHOUT_MEDIA_MS).toBe(5000);
    const [due, ...more] = deadlinesOf(event);
    expect(due).toMatchObject({ inMs: 5000, command: { type: 'floor.startSpeech' } });
    expect(more).toEqual([]);
    expect(deadlinesOf(event)).toEqual(deadlinesOf({ ...event }));
    expect(deadlinesOf(granted(2))[0]?.key).not.toBe(due?.key);
  });

  it('F7: no other event makes anything due', () => {
    for (const event of [asked(1), onAir(1), previewed]) expect(deadlinesOf(event)).toEqual([]);
  });
});
