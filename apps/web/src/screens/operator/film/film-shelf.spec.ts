import { FilmId, RowId, SeatId } from '@diemcau/domain/kernel';
import { MAX_LOADED, type LoadedFilm } from '@diemcau/domain/programme';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { FilmShelf } from './film-shelf.ts';

const seatId = SeatId.parse('01990000-0009-7000-8000-000000000001');
const other = SeatId.parse('01990000-0009-7000-8000-000000000002');
const row = (n: number): RowId => RowId.parse(`01990000-0008-7000-8000-${String(n).padStart(12, '0')}`);
const here = (n: number): LoadedFilm => ({ rowId: row(n), seatId });
const file = (name = 'phim.webm'): File => new File([], name);

/** A desk whose commands are answered as the test says; each that was sent is told as "load 1" or "unload 1". */
const setUp = () => {
  const sent: string[] = [];
  let refuses = 0;
  const shelf = new FilmShelf(seatId, (command) => {
    if (command.type !== 'programme.loadFilm' && command.type !== 'programme.unloadFilm') throw new Error(command.type);
    sent.push(`${command.type === 'programme.loadFilm' ? 'load' : 'unload'} ${Number(command.rowId.slice(-12))}`);
    if (refuses === 0) return Promise.resolve(true);
    refuses -= 1;
    return Promise.resolve(false);
  });
  const refuse = (times: number) => {
    refuses = times;
  };
  const see = async (...loaded: LoadedFilm[]) => {
    shelf.see({ loaded, film: null }, 'open');
    await pass(0);
  };
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const ready = async (n: number, isReadable = true) => {
    shelf.take(file(), row(n));
    shelf.tried({ file: file(), rowId: row(n) }, isReadable);
    await pass(0);
  };
  return { shelf, sent, refuse, see, pass, ready };
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('R12: a desk that is reloaded says at once that it has none', () => {
  it('takes back what was ready here, once, and nothing of another desk', async () => {
    const { sent, see } = setUp();
    await see(here(1), { rowId: row(2), seatId: other }, here(3));
    await see(here(3));
    await see();
    expect(sent).toEqual(['unload 1', 'unload 3']);
  });

  it('says it again when it was refused, and not without end', async () => {
    const { sent, see, refuse, pass } = setUp();
    refuse(2);
    await see(here(1));
    expect(sent).toHaveLength(1);
    await pass(3000);
    expect(sent).toHaveLength(2);
    await pass(6000);
    expect(sent).toEqual(['unload 1', 'unload 1', 'unload 1']);
    await pass(600_000);
    expect(sent).toHaveLength(3);
    const deaf = setUp();
    deaf.refuse(100);
    await deaf.see(here(1));
    await deaf.pass(600_000);
    await deaf.see(here(1), here(2));
    expect(deaf.sent).toHaveLength(5);
  });

  it('says nothing more when it is closed, the conference is, or the file was found meanwhile', async () => {
    const gone = setUp();
    gone.refuse(1);
    await gone.see(here(1));
    gone.shelf.stop();
    await gone.pass(60_000);
    expect(gone.sent).toEqual(['unload 1']);
    const over = setUp();
    over.shelf.see({ loaded: [here(1)], film: null }, 'closed');
    expect(over.sent).toEqual([]);
    const found = setUp();
    found.refuse(1);
    await found.see(here(1));
    await found.ready(1);
    await found.see(here(1));
    await found.pass(60_000);
    expect(found.sent).toEqual(['unload 1', 'load 1']);
  });
});

describe('R12: what is ready here is said', () => {
  it('once, and again when it was refused', async () => {
    const { sent, see, refuse, ready, pass } = setUp();
    await see();
    refuse(1);
    await ready(1);
    expect(sent).toEqual(['load 1']);
    await pass(3000);
    await see();
    await see(here(1));
    await pass(60_000);
    expect(sent).toEqual(['load 1', 'load 1']);
  });

  it('again after it was taken back while this page was away, and not when a full list pushed it out', async () => {
    const { sent, see, ready } = setUp();
    await see();
    await ready(1);
    await see(here(1));
    await see();
    expect(sent).toEqual(['load 1', 'load 1']);
    await see(here(1));
    await see(...Array.from({ length: MAX_LOADED }, (_, n) => ({ rowId: row(100 + n), seatId: other })));
    expect(sent).toHaveLength(2);
    await see();
    expect(sent).toHaveLength(3);
  });

  it('not by a second page of the same seat, which leaves alone what it never had', async () => {
    const { sent, see } = setUp();
    await see();
    await see(here(1));
    expect(sent).toEqual([]);
  });

  it('a file that cannot be played is forgotten and taken back', async () => {
    const { shelf, sent, see, ready } = setUp();
    await see();
    await ready(1);
    await see(here(1));
    await ready(1, false);
    await see();
    expect(shelf.state().files.size).toBe(0);
    expect(sent).toEqual(['load 1', 'unload 1']);
  });
});

describe('R12: the player', () => {
  it('takes the film of a row that begins here, once, and ends a trial by that', async () => {
    const { shelf, see, ready } = setUp();
    await see();
    await ready(1);
    await ready(2);
    const film = { filmId: FilmId.parse('01990000-0007-7000-8000-000000000001'), seatId, rowId: row(1), startedAt: 0 };
    shelf.see({ loaded: [here(1)], film: { ...film, seatId: other } }, 'open');
    expect(shelf.state().chosen?.rowId).toBe(row(2));
    shelf.preview({} as MediaStreamTrack);
    shelf.see({ loaded: [here(1)], film }, 'open');
    expect(shelf.state()).toMatchObject({ chosen: { rowId: row(1) }, previewed: null });
    shelf.choose(row(2));
    shelf.see({ loaded: [here(1), here(2)], film }, 'open');
    expect(shelf.state().chosen?.rowId).toBe(row(2));
  });

  it('keeps a film chosen by hand to itself', async () => {
    const { shelf, sent, see, pass } = setUp();
    await see();
    shelf.take(file('phim khác.webm'), null);
    shelf.tried({ file: file(), rowId: null }, true);
    await pass(0);
    expect(shelf.state().chosen?.file.name).toBe('phim khác.webm');
    shelf.putAway();
    expect(shelf.state().chosen).toBeNull();
    expect(sent).toEqual([]);
  });
});
