/**
 * Where the bytes of files are kept. A file is named by the SHA-256 of its bytes, so the same bytes are kept once, and
 * keeping them again is nothing; what a file is of, and who may read it, stands in the tables of the slices.
 */
export type FileStore = {
  /** @returns the name, 64 hex digits; the file is whole once this returns, also when the machine stops then */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  /** Null: there is no file of that name. */
  readonly read: (name: string) => Promise<Buffer | null>;
};
