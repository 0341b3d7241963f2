import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { counter, hall } from '../kernel/given.fixture.ts';
import { showsSource, type Recorded, type SiteId } from '../kernel/index.ts';
import { elapsedMs, type Floor } from '../floor/index.ts';
import { hasPicture, sitesOfPicture, type Source } from '../programme/index.ts';
import { rowsAhead } from '../run-sheet/index.ts';
import {
  Command,
  decideLive,
  desiredMedia,
  entitledToSpeak,
  evolveLive,
  initialLive,
  LiveEvent,
  pictureOnAir,
  readEvent,
  redact,
  shownToAll,
  typesOf,
  upcoming,
  VIEW_CLASSES,
  viewFor,
  type Live,
} from './index.ts';
import { followUp } from './policies.ts';
import { stories, type Played } from './sequences.fixture.ts';
import { seats } from './stories.fixture.ts';

// Hundreds of stories take a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const always = (holds: (story: readonly Played[]) => void) => fc.assert(fc.property(stories, holds), { numRuns: 300 });
const afterEach = (holds: (step: Played) => void) => always((story) => story.forEach(holds));

/** Sites whose room screen may publish a microphone now. */
const withMicrophone = (live: Live): readonly (SiteId | null)[] =>
  desiredMedia(live, seats)
    .filter(({ role }) => role !== 'operator')
    .filter(({ sources }) => sources.includes('microphone') || sources.includes('screen_share_audio'))
    .map(({ siteId }) => siteId);
const siteIdsOf = (source: Source): readonly SiteId[] => (source.kind === 'site' ? [source.siteId] : []);
const eventsOf = (story: readonly Played[]) => story.flatMap(({ events }) => events);
const invitedTo = ({ conference }: Live, siteId: SiteId | null) =>
  conference.status !== 'absent' && siteId !== null && (siteId === conference.hallId || conference.sites.has(siteId));

describe('one voice at a time', () => {
  it('M1: at most one site besides the hall may be heard, and it is the one whose turn it is', () => {
    afterEach(({ after }) => {
      const besides = withMicrophone(after).filter((siteId) => siteId !== hall);
      expect(besides.length).toBeLessThanOrEqual(1);
      for (const siteId of besides) expect(siteId).toBe(after.floor.turn?.siteId);
      expect(new Set(withMicrophone(after))).toEqual(entitledToSpeak(after));
    });
  });

  it('M1: nobody may be heard before the opening, after the end, or from outside the conference', () => {
    afterEach(({ after }) => {
      const { status } = after.conference;
      if (status === 'absent' || status === 'prepared' || status === 'closed')
        expect(withMicrophone(after)).toEqual([]);
      for (const siteId of withMicrophone(after)) expect(invitedTo(after, siteId)).toBe(true);
      for (const siteId of shownToAll(after)) expect(invitedTo(after, siteId)).toBe(true);
    });
  });

  it('M6: exactly the sites of the picture are shown to all, besides the hall, who speaks and who stands by', () => {
    afterEach(({ after }) => {
      const { conference, floor } = after;
      const open = conference.status === 'open' || conference.status === 'paused';
      const called = floor.standby.map(({ siteId }) => siteId);
      const atHand = conference.status === 'open' ? [...called, ...(floor.turn ? [floor.turn.siteId] : [])] : [];
      const wanted = open ? [hall, ...sitesOfPicture(pictureOnAir(after)), ...atHand] : [];
      expect(shownToAll(after)).toEqual(new Set(wanted));
    });
  });

  it('P13: a mosaic has at most its places, each site once, the speaker first', () => {
    afterEach(({ after }) => {
      const picture = pictureOnAir(after);
      if (picture.kind !== 'mosaic4' && picture.kind !== 'mosaic9') return;
      const ids = picture.places.map(({ siteId }) => siteId);
      expect(ids.length).toBeLessThanOrEqual(picture.kind === 'mosaic4' ? 4 : 9);
      expect(new Set(ids).size).toBe(ids.length);
      const { turn } = after.floor;
      if (turn && turn.interruptedAt === null) expect(ids[0]).toBe(turn.siteId);
      for (const { siteId, isMissing } of picture.places) expect(isMissing).toBe(after.programme.lost.includes(siteId));
    });
  });

  it('P14, P22: only a title card or a film hides the hall in a pause', () => {
    afterEach(({ after }) => {
      if (after.conference.status !== 'paused') return;
      const picture = pictureOnAir(after);
      if (picture.kind !== 'title' && picture.kind !== 'film') expect(picture).toEqual({ kind: 'one', siteId: hall });
    });
  });

  it('M2, M3: who is silenced, or whose turn is interrupted, is never heard', () => {
    afterEach(({ after }) => {
      const { silenced, turn } = after.floor;
      for (const siteId of withMicrophone(after)) expect(silenced).not.toContain(siteId);
      if (turn?.interruptedAt != null && turn.siteId !== hall) expect(withMicrophone(after)).not.toContain(turn.siteId);
    });
  });

  it('M4, M17: only room screens publish, and the one clerk whose screen is shown: a picture and nothing else', () => {
    afterEach(({ after }) => {
      const { content } = after.programme;
      for (const { role, sources, siteId } of desiredMedia(after, seats)) {
        if (role === 'room' || role === 'operator') continue;
        expect(sources).toEqual(role === 'clerk' ? ['screen_share'] : []);
        if (role === 'clerk') expect([content?.siteId, content?.from]).toEqual([siteId, 'screen']);
      }
    });
  });

  it('M25: the player is another voice only while its film is on air, and of its operator nothing else is sent', () => {
    afterEach(({ after }) => {
      const { film } = after.programme;
      const sending = desiredMedia(after, seats).filter(
        ({ role, sources }) => role === 'operator' && sources.length > 0,
      );
      expect(sending.map(({ seatId }) => seatId)).toEqual(
        film && seats.some(({ seatId, role }) => seatId === film.seatId && role === 'operator') ? [film.seatId] : [],
      );
      for (const { identity, sources } of sending) {
        expect(identity.endsWith(':player')).toBe(true);
        expect(sources).toEqual(['screen_share', 'screen_share_audio']);
      }
      if (film) expect(['open', 'paused']).toContain(after.conference.status);
    });
  });

  it('P24, M31: a further source changes nothing of who may be heard or seen, nor what any member may send', () => {
    afterEach(({ before, after, events }) => {
      const own = ['sourceAdded', 'sourceRenamed', 'sourceRemoved', 'microphoneMixed'];
      if (events.length === 0 || !events.every(({ type }) => own.includes(type))) return;
      expect(desiredMedia(after, seats)).toEqual(desiredMedia(before, seats));
    });
  });

  it('P22: a film changes nothing of who may be heard, nor of what is under it', () => {
    afterEach(({ before, after, command, events }) => {
      if (!command.type.includes('Film')) return;
      expect(withMicrophone(after)).toEqual(withMicrophone(before));
      expect(after.floor).toEqual(before.floor);
      if (events.every(({ type }) => type.startsWith('film'))) {
        const { film: _, loaded: _a, ...under } = after.programme;
        const { film: __, loaded: _b, ...was } = before.programme;
        expect(under).toEqual(was);
      }
    });
  });

  it('M17: content is sent by its own site alone, while that has the floor, or by the hall', () => {
    afterEach(({ after }) => {
      const { content } = after.programme;
      const sending = desiredMedia(after, seats).filter(
        ({ role, sources }) => role !== 'operator' && sources.includes('screen_share'),
      );
      for (const { siteId } of sending) expect([hall, content?.siteId]).toContain(siteId);
      if (content && content.siteId !== hall) expect(after.floor.turn?.siteId).toBe(content.siteId);
      if (content) expect(['open', 'paused']).toContain(after.conference.status);
      if (content) expect(sending.map(({ siteId }) => siteId)).toContain(content.siteId);
    });
  });

  it('P19: content opens no microphone and shuts none', () => {
    afterEach(({ before, after, command }) => {
      if (command.type.includes('Content')) expect(withMicrophone(after)).toEqual(withMicrophone(before));
    });
  });

  it('P20: no layout waits for content that has ended', () => {
    afterEach(({ before, after, events }) => {
      if (!before.programme.content || !events.some(({ type }) => type === 'contentStopped')) return;
      if (
        before.programme.layout.kind === 'content' &&
        events.every(({ type }) => type.startsWith('content') || type === 'layoutCut')
      )
        expect(after.programme.layout.kind).not.toBe('content');
    });
  });

  it('M9: a microphone opens by a command that gives the floor, returns or resumes it, lifts a silence, or opens the hall', () => {
    const opening = new Set([
      'floorGranted',
      'floorReturned',
      'turnResumed',
      'microphoneRestored',
      'conferenceOpened',
      'rehearsalBegun',
      'grantTakenBack',
    ]);
    afterEach(({ before, after, events, command }) => {
      const opened = withMicrophone(after).filter((siteId) => !withMicrophone(before).includes(siteId));
      // A speech that the hall ends leaves its right to interject as it was before its turn.
      const hallOnly = opened.every((siteId) => siteId === hall) && events.some(({ type }) => type === 'floorReleased');
      const caused = events.some(({ type }) => opening.has(type)) || hallOnly;
      expect({ type: command.type, opened: opened.length > 0 && !caused }).toEqual({
        type: command.type,
        opened: false,
      });
    });
  });
});

describe('what pages hold', () => {
  it('W3: folding the redacted events equals the view of the whole, for every class', () => {
    always((story) => {
      const whole = story.at(-1)?.after ?? initialLive;
      for (const viewClass of VIEW_CLASSES) {
        const seen = eventsOf(story).flatMap((event): Recorded<LiveEvent>[] => {
          const redacted = redact(viewClass, event);
          return redacted ? [{ ...redacted, at: event.at }] : [];
        });
        expect(seen.reduce(evolveLive, initialLive)).toEqual(viewFor(viewClass, whole));
      }
    });
  });

  it('W3: no class but the desks learns of the queue or the preview, and none of the list of sites', () => {
    afterEach(({ after, events }) => {
      for (const viewClass of VIEW_CLASSES) {
        const { conference, floor, programme } = viewFor(viewClass, after);
        if (conference.status !== 'absent') expect(conference.sites.size).toBe(0);
        if (viewClass === 'desk') continue;
        expect([floor.queue, floor.queueVersion]).toEqual([[], 0]);
        expect([programme.preview, programme.previewLayout]).toEqual([{ kind: 'title' }, { kind: 'one' }]);
        const types = new Set(events.flatMap((event) => redact(viewClass, event)?.type ?? []));
        for (const type of [
          'floorRequested',
          'floorWithdrawn',
          'requestMoved',
          'previewSet',
          'layoutPreviewed',
        ] as const)
          expect(types.has(type)).toBe(false);
      }
    });
  });

  it('W11: every event can be stored as JSON and read again', () => {
    always((story) => {
      for (const { at: _, ...event } of eventsOf(story)) {
        expect(readEvent(event.type, 1, JSON.parse(JSON.stringify(event)))).toEqual(event);
      }
    });
  });
});

describe('commands', () => {
  it('F17: the same command decided again is refused, or changes nothing of who is heard', () => {
    afterEach(({ command, actor, now, after, result }) => {
      if (!result.ok) return;
      const again = decideLive(after, command, { now, newId: counter(), actor });
      const events = again.ok ? again.value : [];
      const twice = events.reduce((live, event) => evolveLive(live, { ...event, at: now }), after);
      expect(entitledToSpeak(twice)).toEqual(entitledToSpeak(after));
      expect(twice.floor.turn?.turnId).toBe(after.floor.turn?.turnId);
      expect(twice.programme.onAir).toEqual(after.programme.onAir);
      expect(twice.programme.layout).toEqual(after.programme.layout);
    });
  });

  it('P9: after every batch all is settled: nothing more follows', () => {
    afterEach(({ after }) => expect(followUp(after)).toEqual([]));
  });

  it('W5: a refusal stores nothing', () => {
    afterEach(({ result, before, after }) => {
      if (!result.ok) expect(after).toBe(before);
    });
  });

  it('P2, P5, P6: a missing site is never on air, and following the floor the speaker or the hall is', () => {
    afterEach(({ after: { conference, floor, programme } }) => {
      const { onAir, lost, mode } = programme;
      if (conference.status === 'prepared' || conference.status === 'closed') expect(onAir).toEqual({ kind: 'title' });
      if (onAir.kind === 'site') expect(lost).not.toContain(onAir.siteId);
      if (conference.status !== 'open' || mode !== 'follow') return;
      const due = floor.turn && floor.turn.interruptedAt === null ? floor.turn.siteId : hall;
      if (!lost.includes(due)) expect(onAir).toEqual({ kind: 'site', siteId: due });
    });
  });
});

describe('polling of sites', () => {
  it('P15: at most its list of sites, each place within it, and only sites of the conference and of the list are shown', () => {
    afterEach(({ after, events }) => {
      const { polling } = after.programme;
      for (const event of events) {
        if ((event.type !== 'pictureCut' && event.type !== 'layoutCut') || !event.polling) continue;
        expect(after.programme.polling?.siteIds ?? siteIdsOf(event.source)).toEqual(
          expect.arrayContaining([...siteIdsOf(event.source)]),
        );
      }
      if (!polling) return;
      expect(new Set(polling.siteIds).size).toBe(polling.siteIds.length);
      if (polling.place !== null) expect(polling.siteIds[polling.place]).toBeDefined();
      for (const siteId of polling.passedOver) expect(polling.siteIds).toContain(siteId);
    });
  });

  it('P16: on air it has the picture only while the conference is open and nobody has the floor', () => {
    afterEach(({ after: { conference, floor, programme, attendance } }) => {
      const { polling, mode } = programme;
      if (conference.status === 'closed') expect(polling).toBeNull();
      if (polling?.mode === 'rollCall') expect(attendance.rollCall?.status).toBe('open');
      if (!polling || polling.mode === 'preview' || !hasPicture(polling)) return;
      expect([conference.status, floor.turn, mode]).toEqual(['open', null, 'manual']);
    });
  });

  it('P15: what a polling has on air is seen, under no mosaic and no title card', () => {
    afterEach(({ after: { programme } }) => {
      if (programme.shownBy !== null) expect(showsSource(programme.layout)).toBe(true);
    });
  });

  it('P16: a picture that followed the floor follows it again when the polling loses or leaves it', () => {
    afterEach(({ before, after, command }) => {
      const { polling } = before.programme;
      const now = after.programme.polling;
      if (!polling?.followed || polling.mode === 'preview' || !hasPicture(polling) || command.type === 'programme.cut')
        return;
      if (now === null || !hasPicture(now)) expect(after.programme.mode).toBe('follow');
    });
  });

  it('P17: it opens no microphone', () => {
    afterEach(({ before, after, command }) => {
      if (command.type.endsWith('Polling')) expect(entitledToSpeak(after)).toEqual(entitledToSpeak(before));
    });
  });

  it('P15, W3: nobody but the desks learns of the list', () => {
    afterEach(({ after, events }) => {
      for (const viewClass of ['public', 'site'] as const) {
        expect(viewFor(viewClass, after).programme.polling).toBeNull();
        expect(events.filter((event) => event.type.startsWith('polling') && redact(viewClass, event))).toEqual([]);
      }
    });
  });
});

describe('the floor', () => {
  it('F6: at most two stand by, in the order of the queue unless named by hand, each with a request that waits', () => {
    afterEach(({ after }) => {
      const { floor, conference } = after;
      expect(floor.standby.length).toBeLessThanOrEqual(2);
      const queued = floor.queue.map(({ requestId }) => requestId);
      if (floor.standbyMode === 'auto')
        expect(floor.standby).toEqual(
          upcoming(after)
            .filter(({ siteId }) => invitedTo(after, siteId))
            .slice(0, 2),
        );
      if (floor.standbyMode === 'auto' && rowsAhead(after.runSheet).every(({ act }) => act.kind !== 'speech'))
        expect(floor.standby.map(({ requestId }) => requestId)).toEqual(queued.slice(0, 2));
      for (const { requestId } of floor.standby) if (requestId) expect(queued).toContain(requestId);
      if (conference.status === 'absent') expect(floor.standby).toEqual([]);
    });
  });

  it('C7: nobody waits or stands by who is not part of the conference', () => {
    afterEach(({ after }) => {
      for (const { siteId } of [...after.floor.queue, ...after.floor.standby])
        expect(invitedTo(after, siteId)).toBe(true);
    });
  });

  it('F3, F5: the order of the queue is that of a plain list', () => {
    always((story) => {
      const list: { id: string; order: boolean }[] = [];
      const takenOut = (id: string | null) => {
        const at = list.findIndex((entry) => entry.id === id);
        const [entry] = at < 0 ? [] : list.splice(at, 1);
        return entry ? { at, entry } : undefined;
      };
      const drop = (id: string | null) => takenOut(id)?.entry;
      let taken: ReturnType<typeof takenOut>;
      let before: typeof list = [];
      for (const { events, after } of story) {
        for (const event of events) {
          if (event.type === 'rehearsalBegun') before = [...list];
          if (event.type === 'rehearsalEnded') list.splice(0, list.length, ...before);
          if (event.type === 'floorWithdrawn') drop(event.requestId);
          if (event.type === 'floorGranted') taken = takenOut(event.requestId);
          if (event.type === 'grantTakenBack' && taken && list.length < after.floor.queue.length)
            list.splice(taken.at, 0, taken.entry);
          if (event.type === 'floorRequested') {
            const order = event.kind === 'pointOfOrder';
            const first = order ? list.findIndex((entry) => !entry.order) : -1;
            list.splice(first < 0 ? list.length : first, 0, { id: event.requestId, order });
          }
          if (event.type === 'requestMoved') {
            const entry = drop(event.requestId);
            const at = event.before === null ? list.length : list.findIndex(({ id }) => id === event.before);
            if (entry) list.splice(at, 0, entry);
          }
        }
        expect(after.floor.queue.map(({ requestId }) => requestId)).toEqual(list.map(({ id }) => id));
      }
    });
  });

  it('F2: no site has more than five requests waiting (six when one came back), nobody waits twice for one kind', () => {
    afterEach(({ after }) => {
      const { queue } = after.floor;
      for (const { siteId } of queue) expect(queue.filter((r) => r.siteId === siteId).length).toBeLessThanOrEqual(6);
      expect(new Set(queue.map(({ speakerId, kind }) => `${speakerId} ${kind}`)).size).toBe(queue.length);
    });
  });

  it('F7: the clock counts what was spoken: never negative, nothing while missing, nothing between an end and its return', () => {
    always((story) => {
      const counted = new Map<string, number>();
      let last: Played | undefined;
      for (const step of story) {
        const turn = last?.after.floor.turn;
        if (turn?.startedAt != null && turn.interruptedAt === null) {
          counted.set(turn.turnId, (counted.get(turn.turnId) ?? 0) + step.now - (last?.now ?? step.now));
        }
        last = step;
        const now = step.after.floor.turn;
        if (now) expect(elapsedMs(now, step.now)).toBe(counted.get(now.turnId) ?? 0);
      }
    });
  });

  it('F9: an end taken back restores the same turn, its time, its silence and who has spoken', () => {
    const remembered = ({ turn, silenced, spoken }: Floor) => ({
      turn: turn && { ...turn, stoppedMs: 0, interruptedAt: null },
      silenced: turn !== null && silenced.includes(turn.siteId),
      spoken: Object.entries(spoken).filter(([, { times }]) => times > 0),
    });
    always((story) => {
      let ended: Played | undefined;
      for (const step of story) {
        if (step.events.some(({ type }) => type === 'floorReleased')) ended = step;
        if (!ended?.before.floor.turn || step.events[0]?.type !== 'floorReturned') continue;
        const { before, now } = ended;
        expect(step.now - now).toBeLessThanOrEqual(3000);
        // A silence of the hall between the end and its return stays, whoever had the floor.
        const hallSilenced = before.floor.turn?.siteId === hall && step.before.floor.silenced.includes(hall);
        const wanted = remembered(before.floor);
        expect(remembered(step.after.floor)).toEqual({ ...wanted, silenced: wanted.silenced || hallSilenced });
        if (before.floor.turn && step.after.floor.turn) {
          expect(elapsedMs(step.after.floor.turn, step.now)).toBe(elapsedMs(before.floor.turn, now));
        }
      }
    });
  });
});

describe('rehearsals', () => {
  it('C20: whatever happens in one, floor, roll calls and what was done of the plan are afterwards as before', () => {
    always((story) => {
      let kept = initialLive;
      for (const { before, after, events } of story) {
        if (events.some(({ type }) => type === 'rehearsalBegun')) kept = before;
        if (!events.some(({ type }) => type === 'rehearsalEnded')) continue;
        const { turn, queue, spoken, spokenAt, silenced } = kept.floor;
        expect(after.floor).toMatchObject({ turn, queue, spoken, spokenAt, silenced });
        expect([after.attendance, after.conference.status]).toEqual([kept.attendance, 'prepared']);
        expect(withMicrophone(after)).toEqual([]);
        for (const row of after.runSheet.rows)
          expect(row.status).toBe(kept.runSheet.rows.find(({ rowId }) => rowId === row.rowId)?.status ?? 'waiting');
        for (const item of after.agenda.items)
          expect(item.spentMs).toBe(kept.agenda.items.find(({ itemId }) => itemId === item.itemId)?.spentMs ?? 0);
      }
    });
  });
});

describe('the stories themselves', () => {
  it('reach every command, accepted, and every event: a property that never meets its case proves nothing', () => {
    const accepted = new Set<string>();
    const happened = new Set<string>();
    for (const story of fc.sample(stories, { numRuns: 1500, seed: 4 })) {
      for (const { command, result, events } of story) {
        if (result.ok) accepted.add(command.type);
        for (const { type } of events) happened.add(type);
      }
    }
    expect([...accepted].toSorted()).toEqual([...typesOf(Command)].toSorted());
    expect([...happened].toSorted()).toEqual([...typesOf(LiveEvent)].toSorted());
  });
});
