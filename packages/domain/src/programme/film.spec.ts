import { describe, expect, it } from 'vitest';
import {
  filmNo,
  given as story,
  hall,
  pollingNo,
  START,
  refuses,
  seat,
  site,
  yields,
} from '../kernel/given.fixture.ts';
import { programme, redactProgramme } from './index.ts';
import type { ProgrammeCommand, ProgrammeEvent, ProgrammeFacts } from './index.ts';

const facts = (changed: Partial<ProgrammeFacts> = {}): ProgrammeFacts => ({
  phase: 'open',
  hallId: hall,
  isInvited: (siteId) => [0, 1, 2].map(site).includes(siteId),
  speakingSiteId: null,
  hasTurn: false,
  isRollCallOpen: false,
  ...changed,
});
const among = (changed: Partial<ProgrammeFacts>, ...events: readonly ProgrammeEvent[]) =>
  story(programme, facts(changed), ...events);
const operator = seat('operator');
const seatId = operator.kind === 'seat' ? operator.seatId : null;
const start = (n: number): ProgrammeCommand => ({ type: 'programme.startFilm', filmId: filmNo(n) });
const stop = (n: number): ProgrammeCommand => ({ type: 'programme.stopFilm', filmId: filmNo(n) });
const started = (n: number): ProgrammeEvent => ({ type: 'filmStarted', filmId: filmNo(n), seatId: seatId! });
const stopped = (n: number, reason: 'hand' | 'missing' = 'hand'): ProgrammeEvent => ({
  type: 'filmStopped',
  filmId: filmNo(n),
  reason,
});

describe('P22: a film is on air over all else', () => {
  it('P22: from the player of the operator who shows it, while the conference is open or paused', () => {
    for (const phase of ['open', 'paused'] as const)
      expect(among({ phase }).when(start(1), operator)).toEqual(yields(started(1)));
    expect(among({ phase: 'prepared' }).when(start(1), operator)).toEqual(refuses('programme.not_open'));
    for (const phase of ['absent', 'closed'] as const)
      expect(among({ phase }).when(start(1), operator)).toEqual(refuses('programme.closed'));
    expect(among({}).when(start(1), { kind: 'system', name: 'reconciler' })).toEqual(refuses('programme.not_open'));
  });

  it('P22: one at a time; pressed twice it is shown once, and ended once', () => {
    expect(among({}, started(1)).when(start(2), operator)).toEqual(refuses('programme.film_exists'));
    expect(among({}, started(1)).when(start(1), operator)).toEqual(yields());
    expect(among({}, started(1)).when(stop(1), operator)).toEqual(yields(stopped(1)));
    expect(among({}, started(1), stopped(1)).when(stop(1), operator)).toEqual(yields());
    expect(among({}, started(1), stopped(1), started(2)).when(stop(1), operator)).toEqual(yields());
  });

  it('P22: what is under it goes on: source, layout and who chooses them', () => {
    const under: readonly ProgrammeEvent[] = [
      { type: 'pictureCut', source: { kind: 'site', siteId: site(1) } },
      { type: 'programmeModeSet', mode: 'manual' },
    ];
    const { film, ...rest } = among({}, ...under, started(1)).state;
    const { film: none, ...before } = among({}, ...under).state;
    expect([film, none]).toEqual([{ filmId: filmNo(1), seatId, rowId: null, startedAt: START }, null]);
    expect(rest).toEqual(before);
    expect(among({}, ...under, started(1), stopped(1)).state).toEqual(among({}, ...under).state);
  });

  it('P16, P22: it suspends a polling on air, which nobody would see', () => {
    const polled: ProgrammeEvent = {
      type: 'pollingStarted',
      pollingId: pollingNo(1),
      mode: 'onAir',
      siteIds: [site(1)],
      seconds: 10,
      repeat: false,
      followed: true,
    };
    const byHand: ProgrammeEvent = { type: 'programmeModeSet', mode: 'manual' };
    expect(among({}, polled, byHand).when(start(1), operator)).toEqual(
      yields<ProgrammeEvent>(
        { type: 'pollingPaused', pollingId: pollingNo(1), reason: 'layout' },
        { type: 'programmeModeSet', mode: 'follow' },
        started(1),
      ),
    );
  });

  it('P22: what does not arrive is ended; everybody learns of it', () => {
    const missing: ProgrammeCommand = { type: 'programme.reportFilmMissing', filmId: filmNo(1) };
    expect(among({}, started(1)).when(missing, { kind: 'system', name: 'reconciler' })).toEqual(
      yields(stopped(1, 'missing')),
    );
    expect(redactProgramme(started(1))).toEqual(started(1));
  });
});
