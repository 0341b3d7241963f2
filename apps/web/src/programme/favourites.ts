import { SiteId } from '@diemcau/domain/kernel';
import { z } from 'zod';

/** A site that a digit puts into preview, with what the wall says of it while the server does not list it. */
const Favourite = z.object({
  siteId: SiteId,
  code: z.string(),
  name: z.string(),
  province: z.string().nullable(),
  hall: z.boolean(),
});
export type Favourite = z.infer<typeof Favourite>;

/** By digit, 1 to 9. */
export type Favourites = Readonly<Partial<Record<number, Favourite>>>;
const Stored = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9']), Favourite).catch({});

export const readFavourites = (text: string | null): Favourites => {
  try {
    return Stored.parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
};

export const digitOf = (favourites: Favourites, siteId: SiteId): number | null => {
  const [digit] = Object.entries(favourites).find(([, favourite]) => favourite?.siteId === siteId) ?? [];
  return digit === undefined ? null : Number(digit);
};

/** The site has this digit and no other; the same digit once more takes it away. */
export const withFavourite = (favourites: Favourites, digit: number, favourite: Favourite): Favourites => {
  const had = digitOf(favourites, favourite.siteId);
  const others = Object.entries(favourites).filter(([at]) => Number(at) !== had && Number(at) !== digit);
  return had === digit ? Object.fromEntries(others) : { ...Object.fromEntries(others), [digit]: favourite };
};

/** In the order of their digits. */
export const favouriteSites = (favourites: Favourites): readonly Favourite[] =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => favourites[digit] ?? []);
