import type { SiteId, SourceId } from '@diemcau/domain/kernel';

/** A picture that fills the programme: a site's camera, this room's own, or the title card. */
export type Picture =
  | { readonly kind: 'site'; readonly siteId: SiteId; readonly sourceId?: SourceId }
  | { readonly kind: 'own'; readonly sourceId?: SourceId }
  | { readonly kind: 'title' };

/** `dueSince` in ms of the clock given: when the picture that should be seen was last decided. */
export type Cut = { readonly shown: Picture; readonly due: Picture; readonly dueSince: number };

const siteIn = (picture: Picture): SiteId | null => (picture.kind === 'site' ? picture.siteId : null);
const cameraIn = (picture: Picture): SourceId | undefined => (picture.kind === 'title' ? undefined : picture.sourceId);

export const samePicture = (a: Picture, b: Picture): boolean =>
  a.kind === b.kind && siteIn(a) === siteIn(b) && cameraIn(a) === cameraIn(b);

/** A warm picture has shown a frame within so long. */
export const WARM_MS = 500;
/** The last picture is kept so long for a cold one; then the title card stands in. */
export const KEEP_MS = 1000;
/** A picture that stands still for so long is not live. By then its site was reported missing, and our line was tested. */
export const STILL_MS = 15_000;

/** What the programme may know of its pictures. */
export type Sight = {
  readonly now: number;
  /** When a frame of it was last presented, or null if never. */
  readonly frameAt: (picture: Picture) => number | null;
  /** Whether this page's own line is up: while it is down, the last picture stays, dimmed. */
  readonly isUp: boolean;
};

const isWarm = (picture: Picture, { now, frameAt }: Sight, withinMs: number): boolean => {
  if (picture.kind === 'title') return true;
  const at = frameAt(picture);
  return at !== null && now - at <= withinMs;
};

/** The picture that should be seen is another one. */
export const cutTo = (cut: Cut, due: Picture, now: number): Cut =>
  samePicture(cut.due, due) ? cut : { ...cut, due, dueSince: now };

/** Whether a site's picture is due that is not here yet. The room's own camera is no such one: it opens with the page. */
export const isAwaited = ({ shown, due }: Cut): boolean => due.kind === 'site' && !samePicture(shown, due);

/**
 * What is seen now. A warm picture is swapped in at once; for a cold one the last picture is kept for a second, then
 * the title card stands in until its first frame. Never black.
 */
export const settleCut = (cut: Cut, sight: Sight): Cut => {
  const { shown, due, dueSince } = cut;
  if (samePicture(shown, due)) {
    const stands = sight.isUp && !isWarm(due, sight, STILL_MS);
    return stands ? { ...cut, shown: { kind: 'title' } } : cut;
  }
  if (isWarm(due, sight, WARM_MS)) return { ...cut, shown: due };
  const waited = sight.now - dueSince >= KEEP_MS;
  return waited && sight.isUp && shown.kind !== 'title' ? { ...cut, shown: { kind: 'title' } } : cut;
};

/** In ms, when to look again although nothing was told; null: only a new frame or a new cut changes anything. */
export const lookAgainMs = (cut: Cut, { now, isUp }: Pick<Sight, 'now' | 'isUp'>): number | null => {
  if (!isUp) return null;
  if (samePicture(cut.shown, cut.due)) return cut.due.kind === 'title' ? null : STILL_MS;
  return cut.shown.kind === 'title' ? null : Math.max(0, cut.dueSince + KEEP_MS - now);
};
