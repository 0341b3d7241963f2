import { describe, expect, it } from 'vitest';
import { FilmId, type Actor } from '../kernel/index.ts';
import { filmNo, later, refuses, rowNo, seat, seatNo, yields } from '../kernel/given.fixture.ts';
import type { RowAct } from '../run-sheet/index.ts';
import { pictureOnAir } from './index.ts';
import type { Command, LiveEvent } from './index.ts';
import { opened, prepared, ready, story, titled, type Story } from './stories.fixture.ts';

const OPERATOR = seatNo(203);
const operator: Actor = Object.assign(seat('operator'), { seatId: OPERATOR });
const row = (n: number, kind: Exclude<RowAct['kind'], 'speech'> = 'words'): LiveEvent => ({
  type: 'rowAdded',
  rowId: rowNo(n),
  act: { kind },
  itemId: null,
  seconds: null,
  before: null,
});
const filmed = (n: number): LiveEvent => ({ type: 'rowFilmed', rowId: rowNo(n), film: true });
const loaded = (n: number): LiveEvent => ({ type: 'filmLoaded', rowId: rowNo(n), seatId: OPERATOR });
const begun = (n: number): LiveEvent => ({ type: 'rowBegun', rowId: rowNo(n) });
const byHand: LiveEvent = { type: 'programmeModeSet', mode: 'manual' };
const next = (n: number, from: number | null = null): Command => ({
  type: 'runSheet.next',
  rowId: rowNo(n),
  fromRowId: from === null ? null : rowNo(from),
  endTurnId: null,
});
const takeBack = (n: number): Command => ({ type: 'runSheet.takeBack', rowId: rowNo(n) });
/** By "Tiếp": its id is made with the decision. */
const FILM = FilmId.parse('00000009-0000-7000-8000-000000000001');
const started = (n: number): LiveEvent => ({
  type: 'filmStarted',
  filmId: FILM,
  seatId: OPERATOR,
  rowId: rowNo(n),
});
const stopped = (filmId = FILM): LiveEvent => ({ type: 'filmStopped', filmId, reason: 'hand' });
const planned: Story = [...opened, row(1), filmed(1), row(2)];

describe('R12: a row shows a film', () => {
  it('R12: "Tiếp" begins it in the same append, from the desk where it is ready', () => {
    expect(story(...planned, loaded(1)).when(next(1))).toEqual(yields(begun(1), started(1)));
    expect(pictureOnAir(story(...planned, loaded(1), begun(1), started(1)).state)).toEqual({
      kind: 'film',
      seatId: OPERATOR,
    });
  });

  it('R12: one that is ready nowhere is left out, and the row is done all the same', () => {
    expect(story(...planned).when(next(1))).toEqual(yields(begun(1)));
    const forgotten: LiveEvent = { type: 'filmUnloaded', rowId: rowNo(1), seatId: OPERATOR };
    expect(story(...planned, loaded(1), forgotten).when(next(1))).toEqual(yields(begun(1)));
  });

  it('R12: taken over, the operator shows it', () => {
    expect(story(...planned, byHand, loaded(1)).when(next(1))).toEqual(yields(begun(1)));
  });

  it('R12: with the opening, and in a break that its row begins', () => {
    const before: Story = [...ready, row(1, 'opening'), filmed(1), loaded(1)];
    const opening = story(...before).when(next(1));
    expect(opening.ok && opening.value.map(({ type }) => type)).toEqual([
      'rowBegun',
      'conferenceOpened',
      'filmStarted',
      'pictureCut',
    ]);
    const pause = story(...opened, row(1, 'break'), filmed(1), loaded(1)).when(next(1));
    expect(pause.ok && pause.value.map(({ type }) => type)).toEqual(['rowBegun', 'conferencePaused', 'filmStarted']);
    expect(story(prepared, titled, row(1), filmed(1), loaded(1)).when(next(1))).toEqual(yields(begun(1)));
  });

  it('R12: it gives way to the next row, and to its film; one shown by hand goes on', () => {
    const shown: Story = [...planned, loaded(1), begun(1), started(1)];
    expect(story(...shown).when(next(2, 1))).toEqual(yields(begun(2), stopped()));
    const second: Story = [...shown, filmed(2), loaded(2)];
    const told = story(...second).when(next(2, 1));
    expect(told.ok && told.value.map(({ type }) => type)).toEqual(['rowBegun', 'filmStopped', 'filmStarted']);
    const own: LiveEvent = { type: 'filmStarted', filmId: filmNo(1), seatId: OPERATOR };
    expect(story(...planned, begun(1), own).when(next(2, 1))).toEqual(yields(begun(2)));
  });

  it('R6, R12: taken back within 3 s it ends; one that had given way is not begun again', () => {
    const shown: Story = [...planned, loaded(1), later(1000), begun(1), started(1)];
    const back: LiveEvent = { type: 'rowTakenBack', rowId: rowNo(1) };
    expect(story(...shown, later(2000)).when(takeBack(1))).toEqual(yields(back, stopped()));
    expect(story(...shown, later(3001)).when(takeBack(1))).toEqual(refuses('run_sheet.too_late'));
    const after: Story = [...shown, later(1000), begun(2), stopped()];
    expect(story(...after, later(500)).when(takeBack(2))).toEqual(yields({ ...back, rowId: rowNo(2) }));
    // One that was begun by hand since is nobody's of the row.
    const own: LiveEvent = { type: 'filmStarted', filmId: filmNo(2), seatId: OPERATOR };
    expect(story(...planned, begun(1), later(500), own).when(takeBack(1))).toEqual(yields(back));
  });

  it('R12: cut to by its operator before, it is not begun a second time', () => {
    const show: Command = { type: 'programme.startFilm', filmId: filmNo(3), rowId: rowNo(1) };
    const shown: LiveEvent = { type: 'filmStarted', filmId: filmNo(3), seatId: OPERATOR, rowId: rowNo(1) };
    expect(story(...planned, loaded(1)).when(show, operator)).toEqual(yields(shown));
    expect(story(...planned, loaded(1), shown).when(next(1))).toEqual(yields(begun(1)));
    // What is not ready there is a film by hand.
    expect(story(...planned).when(show, operator)).toEqual(
      yields({ type: 'filmStarted', filmId: filmNo(3), seatId: OPERATOR }),
    );
  });

  it('R12: it is said once where it is ready, and where it is not any more', () => {
    const load: Command = { type: 'programme.loadFilm', rowId: rowNo(1) };
    const unload: Command = { type: 'programme.unloadFilm', rowId: rowNo(1) };
    expect(story(...planned).when(load, operator)).toEqual(yields(loaded(1)));
    expect(story(...planned, loaded(1)).when(load, operator)).toEqual(yields());
    expect(story(...planned, loaded(1)).when(unload, operator)).toEqual(
      yields({ type: 'filmUnloaded', rowId: rowNo(1), seatId: OPERATOR }),
    );
    expect(story(...planned).when(unload, operator)).toEqual(yields());
    // Another desk has nothing of it to take back.
    expect(story(...planned, loaded(1)).when(unload, Object.assign(seat('operator'), { seatId: seatNo(9) }))).toEqual(
      yields(),
    );
    // No list without an end.
    const many = Array.from({ length: 60 }, (_, n) => loaded(n));
    expect(story(...planned, ...many).state.programme.loaded).toHaveLength(50);
  });

  it('R12: with the page of a desk all that was ready there is gone, and nothing of another', () => {
    const elsewhere: LiveEvent = { type: 'filmLoaded', rowId: rowNo(1), seatId: seatNo(9) };
    const gone: Command = { type: 'programme.reportFilmDeskGone', seatId: OPERATOR };
    const unloaded = (n: number): LiveEvent => ({ type: 'filmUnloaded', rowId: rowNo(n), seatId: OPERATOR });
    const known: Story = [...planned, loaded(1), loaded(2), elsewhere];
    expect(story(...known).when(gone)).toEqual(yields(unloaded(2), unloaded(1)));
    const after = story(...known, unloaded(2), unloaded(1));
    expect(after.state.programme.loaded).toEqual([{ rowId: rowNo(1), seatId: seatNo(9) }]);
    expect(after.when(gone)).toEqual(yields());
  });

  it('R12: whoever changes the row without a word of the film leaves it', () => {
    const change: Command = {
      type: 'runSheet.change',
      rowId: rowNo(1),
      act: { kind: 'words' },
      itemId: null,
      seconds: null,
    };
    expect(story(...planned).when(change)).toEqual(yields({ ...change, type: 'rowChanged' }));
    expect(story(...planned).when({ ...change, film: false })).toEqual(
      yields({ ...change, type: 'rowChanged' }, { type: 'rowFilmed', rowId: rowNo(1), film: false }),
    );
  });
});

describe('P23: a film in preview and on air', () => {
  it('P23: a cut to another picture ends it in the same append', () => {
    const own: LiveEvent = { type: 'filmStarted', filmId: filmNo(1), seatId: OPERATOR };
    const told = story(...opened, own).when({ type: 'programme.cut', source: { kind: 'title' } }, operator);
    expect(told).toEqual(
      yields(byHand, { type: 'pictureCut', source: { kind: 'title' } }, { ...stopped(filmNo(1)) } as LiveEvent),
    );
  });
});
