import type { SiteId, SourceId } from '@diemcau/domain/kernel';
import type { Programme, SiteSource } from '@diemcau/domain/programme';
import type { Capture } from './capture.ts';
import { openFurther } from './further-device.ts';
import { MicrophoneMix, type MixedId } from './microphone-mix.ts';

type Opened = { readonly saying: string; readonly close: () => void; track: MediaStreamTrack | null };

/**
 * The further cameras and table microphones of a room, as far as they are devices of this computer: cameras are opened,
 * microphones mixed into the one that is sent. A device stands once in the mix: the same twice would echo itself.
 */
export class RoomSources {
  readonly #capture: Capture;
  readonly #opened = new Map<SourceId, Opened>();
  #sources: readonly SiteSource[] = [];
  #isMainOpen = true;
  #mix: MicrophoneMix | null = null;
  readonly #stop: () => void;

  constructor(capture: Capture) {
    this.#capture = capture;
    this.#stop = capture.subscribe(() => this.#settle());
  }

  follow({ sources, mainShut }: Pick<Programme, 'sources' | 'mainShut'>, own: SiteId): void {
    this.#sources = sources.filter(({ siteId }) => siteId === own);
    this.#isMainOpen = !mainShut.includes(own);
    this.#settle();
  }

  /** 0 to 1, of each microphone. */
  levels(): ReadonlyMap<MixedId, number> {
    return this.#mix?.levels() ?? new Map();
  }

  stop(): void {
    this.#stop();
    for (const { close } of this.#opened.values()) close();
    this.#opened.clear();
    this.#sources = [];
    this.#bringMix();
    this.#capture.setSources(new Map());
  }

  /** Which device each source is here; a device that is in use already is none. */
  #devices(): ReadonlyMap<SourceId, string> {
    const { choices, camera, microphone } = this.#capture.state();
    const used = new Set([camera, microphone].flatMap((track) => track?.getSettings().deviceId ?? []));
    const devices = new Map<SourceId, string>();
    for (const { sourceId } of this.#sources) {
      const id = choices.sources[sourceId];
      if (id === undefined || used.has(id)) continue;
      used.add(id);
      devices.set(sourceId, id);
    }
    return devices;
  }

  #settle(): void {
    const { mixer } = this.#capture.state().choices;
    const devices = this.#devices();
    for (const [sourceId, { saying, close }] of this.#opened) {
      const id = devices.get(sourceId);
      if (id !== undefined && saying === `${id}/${mixer}`) continue;
      close();
      this.#opened.delete(sourceId);
    }
    for (const { sourceId, kind } of this.#sources) {
      const id = devices.get(sourceId);
      if (id === undefined || this.#opened.has(sourceId)) continue;
      const opened: Opened = {
        saying: `${id}/${mixer}`,
        track: null,
        close: openFurther({ kind, id, mixer }, (track) => {
          opened.track = track;
          this.#bring();
        }),
      };
      this.#opened.set(sourceId, opened);
    }
    this.#bring();
  }

  #tracksOf(kind: SiteSource['kind']): ReadonlyMap<SourceId, MediaStreamTrack> {
    return new Map(
      this.#sources.flatMap((source) => {
        const track = source.kind === kind ? this.#opened.get(source.sourceId)?.track : null;
        return track ? [[source.sourceId, track] as const] : [];
      }),
    );
  }

  #bring(): void {
    const cameras = this.#tracksOf('camera');
    if (!sameTracks(this.#capture.state().sources, cameras)) this.#capture.setSources(cameras);
    this.#bringMix();
  }

  #bringMix(): void {
    const hasMicrophones = this.#sources.some(({ kind }) => kind === 'microphone');
    if (!hasMicrophones) {
      this.#mix?.stop();
      this.#mix = null;
      return this.#capture.setMix(null);
    }
    this.#mix ??= new MicrophoneMix(() => this.#bringMix());
    const { microphone } = this.#capture.state();
    const tracks = new Map<MixedId, MediaStreamTrack>(this.#tracksOf('microphone'));
    if (microphone) tracks.set('main', microphone);
    const open = new Set<MixedId>(this.#sources.filter(({ isOpen }) => isOpen).map(({ sourceId }) => sourceId));
    if (this.#isMainOpen) open.add('main');
    this.#mix.set(tracks, open);
    // Held back, the room's own microphone is better than silence, as long as it was not left out.
    this.#capture.setMix(this.#mix.isRunning || !this.#isMainOpen ? this.#mix.track : null);
  }
}

const sameTracks = (a: ReadonlyMap<SourceId, MediaStreamTrack>, b: ReadonlyMap<SourceId, MediaStreamTrack>): boolean =>
  a.size === b.size && [...a].every(([id, track]) => b.get(id) === track);
