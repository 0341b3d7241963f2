import { z } from 'zod';

/** What `/readyz` tells, ready or not: it answered, so the server itself runs. */
export const Readiness = z.object({
  database: z.boolean(),
  migrations: z.boolean(),
  media: z.object({ available: z.boolean() }),
});
export type Readiness = z.infer<typeof Readiness>;

/** Each part and whether it works, in the order in which they depend on one another. */
export const partsOf = ({ database, migrations, media }: Readiness) =>
  [
    ['server', true],
    ['database', database],
    ['migrations', migrations],
    ['media', media.available],
  ] as const;
