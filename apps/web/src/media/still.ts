import type { SiteId, SourceId } from '@diemcau/domain/kernel';
import { sitesOfPicture, type Picture } from '@diemcau/domain/programme';
import type { Quality } from './cameras.ts';
import { watchContent } from './contents.ts';
import type { Stage } from './stage.ts';

/** A picture as a JPEG, with its size in pixels. */
export type Shot = { readonly jpeg: Blob; readonly width: number; readonly height: number };

/** How long the full size is waited for; a thin line may not carry it, and then the size that came is taken. */
const FULL_MS = 3000;
const LOOK_EVERY_MS = 50;
/** Tried one after the other until the picture is small enough. */
const JPEG_QUALITIES = [0.92, 0.8, 0.6];
const GAP = 8;
const GROUND = '#0b0d10';

type Cells = { readonly columns: number; readonly width: number; readonly height: number; readonly quality: Quality };
const CELLS: Readonly<Record<Exclude<Picture['kind'], 'title' | 'one' | 'film'>, Cells>> = {
  hallBeside: { columns: 2, width: 1280, height: 720, quality: 'high' },
  mosaic4: { columns: 2, width: 1280, height: 720, quality: 'high' },
  mosaic9: { columns: 3, width: 640, height: 360, quality: 'medium' },
  /** The cell of who speaks, who is small beside it. */
  content: { columns: 2, width: 320, height: 180, quality: 'low' },
};

/** A picture that is watched: its track and height as they are now. */
type View = {
  readonly track: () => MediaStreamTrack | null;
  readonly height: () => number | null;
  readonly release: () => void;
};

type OneCamera = { readonly siteId: SiteId; readonly sourceId?: SourceId };

const cameraView = ({ cameras }: Stage, { siteId, sourceId }: OneCamera, quality: Quality): View => {
  const watch = cameras.watch(siteId, quality, sourceId);
  return {
    track: () => cameras.trackOf(siteId, sourceId),
    height: () => cameras.heightOf(siteId, sourceId),
    release: () => watch.release(),
  };
};

/** One picture, asked for at the size that is wanted and watched in an element of its own, which nobody sees. */
class Sitter {
  readonly video = document.createElement('video');
  readonly #view: View;
  readonly #wanted: number | null;
  #track: MediaStreamTrack | null = null;

  /** @param wanted height in pixels at which it is large enough; null: as large as it is sent */
  constructor(view: View, wanted: number | null) {
    this.#view = view;
    this.#wanted = wanted;
    Object.assign(this.video, { muted: true, playsInline: true, autoplay: true });
  }

  get isThere(): boolean {
    const track = this.#view.track();
    if (track !== this.#track) {
      this.#track = track;
      this.video.srcObject = track ? new MediaStream([track]) : null;
    }
    return track !== null && !track.muted && this.video.readyState >= 2 && this.video.videoHeight > 0;
  }

  get isFull(): boolean {
    const height = this.#wanted ?? this.#view.height();
    return this.isThere && height !== null && this.video.videoHeight >= height;
  }

  release(): void {
    this.#view.release();
    this.video.srcObject = null;
  }
}

const waitFor = async (sitters: readonly Sitter[]): Promise<void> => {
  const until = performance.now() + FULL_MS;
  while (performance.now() < until && !sitters.every((sitter) => sitter.isFull))
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
};

const encoded = async (canvas: HTMLCanvasElement, maxBytes: number): Promise<Blob | null> => {
  for (const quality of JPEG_QUALITIES) {
    const jpeg = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', quality);
    });
    if (jpeg === null || jpeg.size <= maxBytes) return jpeg;
  }
  return null;
};

/** Fills a cell as the screens do: what does not fit is cut at both sides. */
const drawCell = (on: CanvasRenderingContext2D, { video, isThere }: Sitter, at: number, cells: Cells): void => {
  if (!isThere) return;
  const { columns, width, height } = cells;
  const { videoWidth, videoHeight } = video;
  const scale = Math.max(width / videoWidth, height / videoHeight);
  const [w, h] = [width / scale, height / scale];
  const [x, y] = [(at % columns) * (width + GAP), Math.floor(at / columns) * (height + GAP)];
  on.drawImage(video, (videoWidth - w) / 2, (videoHeight - h) / 2, w, h, x, y, width, height);
};

const draw = (sitters: readonly Sitter[], cells: Cells | null): HTMLCanvasElement | null => {
  const canvas = document.createElement('canvas');
  const on = canvas.getContext('2d');
  const [first] = sitters;
  if (!on || !first) return null;
  if (cells === null) {
    canvas.width = first.video.videoWidth;
    canvas.height = first.video.videoHeight;
    on.drawImage(first.video, 0, 0);
    return canvas;
  }
  const rows = cells.columns === 2 && sitters.length <= 2 ? 1 : cells.columns;
  canvas.width = cells.columns * (cells.width + GAP) - GAP;
  canvas.height = rows * (cells.height + GAP) - GAP;
  on.fillStyle = GROUND;
  on.fillRect(0, 0, canvas.width, canvas.height);
  for (const [at, sitter] of sitters.entries()) drawCell(on, sitter, at, cells);
  return canvas;
};

/** Content as large as it is sent, and at its right who speaks. */
const drawContent = ([content, speaker]: readonly Sitter[], cells: Cells): HTMLCanvasElement | null => {
  const canvas = document.createElement('canvas');
  const on = canvas.getContext('2d');
  if (!on || !content) return null;
  const { videoWidth, videoHeight } = content.video;
  canvas.width = videoWidth + (speaker ? GAP + cells.width : 0);
  canvas.height = videoHeight;
  on.fillStyle = GROUND;
  on.fillRect(0, 0, canvas.width, canvas.height);
  on.drawImage(content.video, 0, 0);
  if (!speaker) return canvas;
  on.translate(videoWidth + GAP, 0);
  drawCell(on, speaker, 0, cells);
  return canvas;
};

const sittersOf = (stage: Stage, picture: Picture): readonly Sitter[] => {
  const cells = cellsOf(picture);
  const { sourceId: further } = 'sourceId' in picture ? picture : {};
  /** A further camera is that of the site that the picture is about. */
  const camera = (siteId: SiteId) => {
    const isOfPicture = further !== undefined && 'siteId' in picture && picture.siteId === siteId;
    const of = isOfPicture ? { siteId, sourceId: further } : { siteId };
    return new Sitter(cameraView(stage, of, cells?.quality ?? 'high'), cells?.height ?? null);
  };
  if (picture.kind === 'film')
    return [
      new Sitter(
        watchContent(stage.room, { filmOf: picture.seatId }, () => undefined),
        null,
      ),
    ];
  if (picture.kind !== 'content') return sitesOfPicture(picture).map(camera);
  const { contentOf, from, siteId } = picture;
  const content = new Sitter(
    watchContent(stage.room, { siteId: contentOf, from }, () => undefined),
    null,
  );
  return siteId === null ? [content] : [content, camera(siteId)];
};

const cellsOf = (picture: Picture): Cells | null =>
  picture.kind === 'one' || picture.kind === 'title' || picture.kind === 'film' ? null : CELLS[picture.kind];

/**
 * Takes a still of what is decoded here: one camera as large as it is sent, or several as they are laid out. Without
 * names over it, which stand beside it in the record.
 * @returns null when there is no picture to take
 */
export const takeShot = async (stage: Stage, picture: Picture, maxBytes: number): Promise<Shot | null> => {
  const cells = cellsOf(picture);
  const sitters = sittersOf(stage, picture);
  try {
    await waitFor(sitters);
    if (!sitters.some((sitter) => sitter.isThere)) return null;
    if (picture.kind === 'content' && !sitters[0]?.isThere) return null;
    const canvas = cells && picture.kind === 'content' ? drawContent(sitters, cells) : draw(sitters, cells);
    const jpeg = canvas && (await encoded(canvas, maxBytes));
    return jpeg && { jpeg, width: canvas.width, height: canvas.height };
  } finally {
    for (const sitter of sitters) sitter.release();
  }
};
