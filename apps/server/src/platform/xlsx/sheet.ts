/** A cell: a time is ms since the epoch. */
export type Cell = string | number | { readonly time: number } | null;

export type SheetHead = {
  readonly name: string;
  /** `width` in characters. */
  readonly columns: readonly { readonly head: string; readonly width: number }[];
};

/** To the worker: rows of the sheet of this place, or the end. */
export type ToWorker =
  | { readonly type: 'rows'; readonly sheet: number; readonly rows: readonly (readonly Cell[])[] }
  | { readonly type: 'end' };
