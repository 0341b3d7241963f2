import type { RowId, SeatId } from '@diemcau/domain/kernel';
import type { Live } from '@diemcau/domain/live';
import { MAX_LOADED } from '@diemcau/domain/programme';

import type { Run } from '../../../live/index.ts';

/** What is refused is said again so often, each time so much later. */
const TRIES = 5;
const STEP_MS = 3000;

/** Which of the files of this computer is in the player: that of a row, or one that was chosen by hand. */
export type FilmChoice = { readonly file: File; readonly rowId: RowId | null };

export type Shelved = {
  readonly files: ReadonlyMap<RowId, File>;
  readonly chosen: FilmChoice | null;
  /** The picture of the player, while it stands in the preview. */
  readonly previewed: MediaStreamTrack | null;
};

type Saying = 'programme.loadFilm' | 'programme.unloadFilm';

/**
 * The films of one desk, and what the conference is told of them: what it believed to be ready here when the desk was
 * opened and is not, is taken back; what is ready here and the conference does not know, is said, also after it was
 * taken back while the line was down (R12). The film of a row that begins is put into the player.
 */
export class FilmShelf {
  readonly #seatId: SeatId;
  readonly #run: Run;
  readonly #listeners = new Set<() => void>();
  readonly #ready = new Set<RowId>();
  readonly #lost = new Set<RowId>();
  /** What the server took of that, and whether it was seen among what is loaded since. */
  readonly #told = new Map<RowId, 'taken' | 'seen'>();
  readonly #refusals = new Map<string, number>();
  readonly #busy = new Set<string>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  #state: Shelved = { files: new Map(), chosen: null, previewed: null };
  #loaded: Live['programme']['loaded'] = [];
  #begun: RowId | null = null;
  #hasSeen = false;
  #isOver = false;

  constructor(seatId: SeatId, run: Run) {
    this.#seatId = seatId;
    this.#run = run;
  }

  readonly state = (): Shelved => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The conference as it is now. Two pages of one seat do not fight: only what was lost before is taken back. */
  see({ loaded, film }: Pick<Live['programme'], 'loaded' | 'film'>, status: Live['conference']['status']): void {
    this.#isOver = status === 'closed';
    this.#loaded = loaded;
    if (!this.#hasSeen) for (const { rowId, seatId } of loaded) if (seatId === this.#seatId) this.#lost.add(rowId);
    this.#hasSeen = true;
    // What the latest pushed out of a full list stays out of it.
    const isFull = loaded.length >= MAX_LOADED;
    for (const [rowId, how] of this.#told) {
      if (this.#isLoaded(rowId)) this.#told.set(rowId, 'seen');
      else if (how === 'seen' && !isFull) this.#told.delete(rowId);
    }
    const begun = film?.seatId === this.#seatId ? film.rowId : null;
    if (begun !== this.#begun && begun !== null) this.choose(begun);
    this.#begun = begun;
    this.#tell();
  }

  /** Takes a file of this computer; it goes nowhere by that. */
  readonly take = (file: File, rowId: RowId | null): void => {
    const { files } = this.#state;
    if (rowId !== null) this.#lost.delete(rowId);
    this.#set({ files: rowId === null ? files : new Map(files).set(rowId, file), chosen: { file, rowId } });
  };

  readonly choose = (rowId: RowId): void => {
    const file = this.#state.files.get(rowId);
    if (file) this.#set({ chosen: { file, rowId } });
  };

  readonly putAway = (): void => this.#set({ chosen: null });

  readonly preview = (previewed: MediaStreamTrack | null): void => this.#set({ previewed });

  /** It can be played here: the conference may count on it. Or not, and it is forgotten. */
  readonly tried = ({ rowId }: FilmChoice, isReadable: boolean): void => {
    if (rowId === null) return;
    this.#told.delete(rowId);
    this.#refusals.delete(keyOf(isReadable ? 'programme.loadFilm' : 'programme.unloadFilm', rowId));
    if (isReadable) {
      this.#ready.add(rowId);
      this.#lost.delete(rowId);
    } else {
      this.#ready.delete(rowId);
      this.#lost.add(rowId);
      const { files, previewed } = this.#state;
      this.#set({ files: new Map([...files].filter(([id]) => id !== rowId)), previewed });
    }
    this.#tell();
  };

  /** Says nothing more, until it sees the conference again. */
  stop(): void {
    this.#isOver = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#busy.clear();
  }

  /** What is chosen anew takes the trial of what was chosen before from the preview. */
  #set(changed: Partial<Shelved>): void {
    this.#state = { ...this.#state, previewed: null, ...changed };
    for (const listener of this.#listeners) listener();
  }

  #isLoaded(rowId: RowId): boolean {
    return this.#loaded.some((one) => one.rowId === rowId && one.seatId === this.#seatId);
  }

  #tell(): void {
    for (const rowId of this.#lost) this.#say('programme.unloadFilm', rowId);
    for (const rowId of this.#ready) if (!this.#told.has(rowId)) this.#say('programme.loadFilm', rowId);
  }

  #say(type: Saying, rowId: RowId): void {
    const key = keyOf(type, rowId);
    const refusals = this.#refusals.get(key) ?? 0;
    if (this.#isOver || this.#busy.has(key) || refusals >= TRIES) return;
    this.#busy.add(key);
    void this.#run({ type, rowId }).then((isDone) => {
      if (isDone) return this.#taken(type, rowId);
      this.#refusals.set(key, refusals + 1);
      this.#later(STEP_MS * (refusals + 1), key);
    });
  }

  #taken(type: Saying, rowId: RowId): void {
    const key = keyOf(type, rowId);
    this.#busy.delete(key);
    this.#refusals.delete(key);
    if (type === 'programme.unloadFilm') this.#lost.delete(rowId);
    else this.#told.set(rowId, this.#isLoaded(rowId) ? 'seen' : 'taken');
  }

  #later(ms: number, key: string): void {
    if (this.#isOver) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#busy.delete(key);
      this.#tell();
    }, ms);
    this.#timers.add(timer);
  }
}

const keyOf = (type: Saying, rowId: RowId): string => `${type}/${rowId}`;
