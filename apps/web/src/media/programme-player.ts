import type { SiteId, SourceId } from '@diemcau/domain/kernel';
import { qualityFor, type Cameras, type CameraWatch } from './cameras.ts';
import { cutTo, isAwaited, lookAgainMs, samePicture, settleCut, type Cut, type Picture } from './cut.ts';
import { drawStill, Slot } from './slot.ts';

export type PlayerOptions = {
  readonly cameras: Cameras;
  /** This room's own camera, shown without the way round; null without one. */
  readonly ownCamera: (sourceId?: SourceId) => MediaStreamTrack | null;
  /** Whether this page's line to the media server is up. */
  readonly isUp: () => boolean;
};

/** A picture that ends turns black before anybody is told, so what is seen is kept as a still so often. */
const STILL_EVERY_MS = 500;

/** So long after a cut no other picture is made ready: the voice that comes with it goes first. */
const CALM_MS = 1000;
/** So long the picture of who is given the floor stays as small as it waited: a larger one is a new stream beside the voice. */
const VOICE_MS = 500;

type Held = {
  readonly slot: Slot;
  readonly watch: CameraWatch | null;
  /** The room's own camera stands in for a further one that does not come. */
  readonly behind: CameraWatch | null;
};

const keyOf = (picture: Picture): string => {
  if (picture.kind === 'title') return picture.kind;
  const of = picture.kind === 'site' ? picture.siteId : picture.kind;
  return picture.sourceId === undefined ? of : `${of}/${picture.sourceId}`;
};
const TITLE: Picture = { kind: 'title' };

/**
 * The programme as a room sees it: the picture on air in front, the ones that may be next running small under it in
 * the same box, so that a cut is a matter of which lies on top.
 */
export class ProgrammePlayer {
  readonly #options: PlayerOptions;
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Set<() => void>();
  readonly #still = document.createElement('canvas');
  #stillAt = 0;
  #box: HTMLElement | null = null;
  /** Of the box, in CSS pixels: kept, for asking for it in the middle of a cut would lay the page out once more. */
  #heightPx = 0;
  #sizes: ResizeObserver | null = null;
  #stop: () => void = () => undefined;
  #cut: Cut = { shown: TITLE, due: TITLE, dueSince: 0 };
  #warm: readonly SiteId[] = [];
  #isVoiceComing = false;
  #isCovered = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #calm: ReturnType<typeof setTimeout> | undefined;

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#still.className = 'media-still';
    this.#still.hidden = true;
    this.#still.setAttribute('aria-hidden', 'true');
  }

  /** What is seen now: the title card is drawn by the screen. The same object until it changes. */
  readonly shown = (): Picture => this.#cut.shown;

  readonly isComing = (): boolean => isAwaited(this.#cut);

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /**
   * Plays in this box, which must be positioned; what plays in another moves over, and that box goes. Returns how to end it.
   */
  mount(box: HTMLElement): () => void {
    const before = this.#box;
    this.#stop();
    this.#sizes?.disconnect();
    this.#box = box;
    box.append(...(before?.childNodes ?? [this.#still]));
    before?.remove();
    this.#heightPx = box.clientHeight;
    this.#sizes = new ResizeObserver(([size]) => {
      this.#heightPx = size?.contentRect.height ?? 0;
      this.#arrange();
    });
    this.#sizes.observe(box);
    this.#stop = this.#options.cameras.subscribe(() => this.#arrange());
    this.#arrange();
    return () => this.#box === box && this.#unmount();
  }

  /**
   * The picture that should be seen, and the ones that may be next. Said as often as one likes.
   * @param isVoiceComing whether the one that is due was given the floor and is not heard yet
   */
  show(due: Picture, warm: readonly SiteId[], isVoiceComing = false): void {
    const before = this.#cut;
    this.#cut = cutTo(before, due, performance.now());
    this.#warm = warm;
    if (this.#cut !== before) this.#isVoiceComing = isVoiceComing;
    this.#arrange();
  }

  /** Several sites lie over it: it goes on, small, so that it is there when they go. */
  readonly cover = (isCovered: boolean): void => {
    this.#isCovered = isCovered;
    this.#arrange();
  };

  /** Something it cannot know of has changed: the own camera, or whether the line is up. */
  readonly refresh = (): void => this.#arrange();

  #unmount(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#calm);
    this.#stop();
    this.#sizes?.disconnect();
    for (const key of this.#held.keys()) this.#drop(key);
    this.#still.remove();
    this.#box = null;
  }

  /** Slots and their sizes follow from what is seen, due and warm; then the cut is looked at. */
  #arrange(): void {
    if (!this.#box) return;
    const { shown, due } = this.#cut;
    const isCalm = this.#isSince(CALM_MS);
    const ready = this.#warm.filter((siteId) => isCalm || this.#held.has(siteId));
    const warm = ready.map((siteId): Picture => ({ kind: 'site', siteId }));
    const wanted = new Map([...warm, shown, due].filter((p) => p.kind !== 'title').map((p) => [keyOf(p), p]));
    for (const key of this.#held.keys()) if (!wanted.has(key)) this.#drop(key);
    for (const picture of wanted.values()) this.#hold(picture);
    this.#settle();
    this.#arrangeAgain();
  }

  #isSince(ms: number): boolean {
    return performance.now() - this.#cut.dueSince >= ms;
  }

  /** When the picture may be large, and when others are made ready. */
  #arrangeAgain(): void {
    clearTimeout(this.#calm);
    const next = [VOICE_MS, CALM_MS].find((ms) => !this.#isSince(ms));
    if (next === undefined || this.#cut.dueSince === 0) return;
    this.#calm = setTimeout(() => this.#arrange(), this.#cut.dueSince + next - performance.now());
  }

  #hold(picture: Picture): void {
    const key = keyOf(picture);
    const { slot, watch } = this.#held.get(key) ?? this.#take(picture, key);
    watch?.setQuality(this.#qualityOf(picture));
    const track = this.#trackOf(picture);
    if (track === slot.track) return;
    // Gone, or replaced: the still stands in until the first frame of the new one.
    if (samePicture(picture, this.#cut.shown)) this.#still.hidden = this.#stillAt === 0;
    slot.show(track);
  }

  #trackOf(picture: Picture): MediaStreamTrack | null {
    const { cameras, ownCamera } = this.#options;
    if (picture.kind === 'title') return null;
    const { sourceId } = picture;
    if (picture.kind === 'own') return ownCamera(sourceId) ?? ownCamera();
    const { siteId } = picture;
    // On its way it is awaited as every picture; one that is not sent is stood in for.
    const isAway = sourceId !== undefined && !cameras.isSent(siteId, sourceId);
    return isAway ? cameras.trackOf(siteId) : cameras.trackOf(siteId, sourceId);
  }

  #take(picture: Picture, key: string): Held {
    const { cameras } = this.#options;
    const slot = new Slot(key, () => this.#framed(picture));
    const watch =
      picture.kind === 'site' ? cameras.watch(picture.siteId, this.#qualityOf(picture), picture.sourceId) : null;
    const behind = picture.kind === 'site' && picture.sourceId ? cameras.watch(picture.siteId, 'low') : null;
    const held = { slot, watch, behind };
    this.#held.set(key, held);
    this.#box?.prepend(slot.video);
    return held;
  }

  #drop(key: string): void {
    const held = this.#held.get(key);
    this.#held.delete(key);
    held?.watch?.release();
    held?.behind?.release();
    held?.slot.remove();
  }

  /** Small while it waits; as large as the box when it is seen, or due and not yet here. */
  #qualityOf(picture: Picture) {
    const { shown, due } = this.#cut;
    if (this.#isCovered || (!samePicture(picture, shown) && !samePicture(picture, due))) return 'low';
    if (this.#isVoiceComing && samePicture(picture, due) && !this.#isSince(VOICE_MS)) return 'low';
    return qualityFor(this.#heightPx * devicePixelRatio);
  }

  #framed(picture: Picture): void {
    const { shown, due } = this.#cut;
    if (samePicture(picture, shown)) this.#seen(picture);
    if (!samePicture(shown, due) && samePicture(picture, due)) this.#settle();
  }

  /** A frame of what is seen: it needs no still in its place, and now and then leaves one for later. */
  #seen(picture: Picture): void {
    this.#still.hidden = true;
    const now = performance.now();
    const held = this.#held.get(keyOf(picture));
    const isLater = this.#isVoiceComing && !this.#isSince(VOICE_MS);
    if (!held || isLater || now - this.#stillAt < STILL_EVERY_MS) return;
    this.#stillAt = now;
    drawStill(held.slot, this.#still);
  }

  #settle(): void {
    const now = performance.now();
    const isUp = this.#options.isUp();
    const frameAt = (picture: Picture) => this.#held.get(keyOf(picture))?.slot.frameAt(now) ?? null;
    const before = this.#cut;
    this.#cut = settleCut(before, { now, frameAt, isUp });
    clearTimeout(this.#timer);
    const ms = lookAgainMs(this.#cut, { now, isUp });
    if (ms !== null) this.#timer = setTimeout(() => this.#settle(), ms);
    const front = keyOf(this.#cut.shown);
    for (const [key, { slot }] of this.#held) slot.video.classList.toggle('front', key === front);
    if (samePicture(before.shown, this.#cut.shown)) return;
    this.#still.hidden = true;
    this.#stillAt = 0;
    for (const listener of this.#listeners) listener();
    // The one that was seen until now is let go, or becomes small.
    this.#arrange();
  }
}
