/** How one socket of the crowd is opened. `hello` is its first frame, if it says any. */
export type Seat = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly hello: boolean;
};

export type ToCrowd =
  /** Opens a socket for each seat; `opened` when all of them are current. */
  | { readonly type: 'open'; readonly seats: readonly Seat[] }
  /** Drops all at once and opens them again; `opened` when all are current. */
  | { readonly type: 'again' }
  /** Drops so many, one after the other around the crowd, and opens them again; `opened` when they are current. */
  | { readonly type: 'reopen'; readonly count: number }
  /** Asks how far the sockets have come; `stood`. */
  | { readonly type: 'stand' }
  /** Sends frame n by socket n at this pace; `answered` with what came of it. */
  | { readonly type: 'send'; readonly frames: readonly string[]; readonly perSecond: number }
  /** Asks for the frames since it was last asked; `counted`. */
  | { readonly type: 'count' }
  | { readonly type: 'close' };

export type FromCrowd =
  | { readonly type: 'opened'; readonly ms: number }
  /** Event `seq` has reached the last socket of all. */
  | { readonly type: 'reached'; readonly seq: number; readonly atMs: number }
  /** Ms from a command to its answer, of those that were accepted. */
  | { readonly type: 'answered'; readonly ms: readonly number[]; readonly refused: readonly string[] }
  /** The most frames that one socket got. */
  | { readonly type: 'counted'; readonly most: number }
  /** `behind`: sockets that have not got the newest event of all; `gaps`: numbers that did not follow each other. */
  | { readonly type: 'stood'; readonly seq: number; readonly behind: number; readonly gaps: number }
  | { readonly type: 'closed' };
