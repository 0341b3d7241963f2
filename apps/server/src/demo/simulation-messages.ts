import { z } from 'zod';

/** What the server tells the child process that plays the simulated sites: all of them, each time. */
export const Play = z.object({
  /** Address of the server on this machine; media go through its gate as everybody's do. */
  origin: z.string(),
  sites: z.array(
    z.object({
      seatId: z.string(),
      token: z.string(),
      picture: z.string(),
      /** Null for the hall, whose microphone is open all the time: it stays quiet. */
      tone: z.string().nullable(),
    }),
  ),
});
export type Play = z.infer<typeof Play>;
export type PlayedSite = Play['sites'][number];

/** The seat was taken over or withdrawn: its site is played no longer. */
export const Ended = z.object({ ended: z.string() });
