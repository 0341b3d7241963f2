import type { SourceKind } from '@diemcau/domain/programme';

/** As the room's own camera and microphone are (`capture.ts`), of a device that must be this one. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 25, max: 30 } };
/** Unplugged, or in another program's hands: tried again so often. */
const AGAIN_MS = 3000;

const constraintsOf = (kind: SourceKind, id: string, mixer: boolean): MediaStreamConstraints => {
  const deviceId = { exact: id };
  if (kind === 'camera') return { video: { deviceId, ...PICTURE }, audio: false };
  const processing = { echoCancellation: !mixer, noiseSuppression: !mixer, autoGainControl: !mixer };
  return { audio: { deviceId, ...processing, channelCount: 1 }, video: false };
};

export type FurtherDevice = { readonly kind: SourceKind; readonly id: string; readonly mixer: boolean };

/** Opens a further camera or a table microphone by its id and keeps it open, whatever happens to its cable. */
export const openFurther = (
  { kind, id, mixer }: FurtherDevice,
  onTrack: (track: MediaStreamTrack | null) => void,
): (() => void) => {
  let isOver = false;
  let track: MediaStreamTrack | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    track = null;
    onTrack(null);
    if (!isOver) timer = setTimeout(() => void open(), AGAIN_MS);
  };
  const open = async (): Promise<void> => {
    try {
      const [opened] = (await navigator.mediaDevices.getUserMedia(constraintsOf(kind, id, mixer))).getTracks();
      if (!opened || isOver) return opened?.stop();
      track = opened;
      opened.addEventListener('ended', again);
      onTrack(opened);
    } catch {
      // Not there, or forbidden: its tile says that there is no picture, its row that nothing is heard.
      again();
    }
  };
  void open();
  return () => {
    isOver = true;
    clearTimeout(timer);
    track?.removeEventListener('ended', again);
    track?.stop();
  };
};
