/** A cell is a text; of a numbers' column it stands at the right. */
export type PdfColumn = { readonly head: string; readonly width: number | '*'; readonly numbers?: true };

export type PdfBlock =
  | { readonly kind: 'title'; readonly over: string; readonly text: string; readonly under: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | { readonly kind: 'text'; readonly text: string }
  /** A row of one text is a heading across all columns. */
  | {
      readonly kind: 'table';
      readonly columns: readonly PdfColumn[];
      readonly rows: readonly (readonly string[])[];
    };

/** A document on A4, upright. `foot` stands beside the page number. */
export type PdfDocument = { readonly title: string; readonly foot: string; readonly blocks: readonly PdfBlock[] };
