/** A document camera or the picture of a capture card: as sharp as it comes, and moving enough for a hand. */
const PICTURE = { width: { ideal: 1920 }, height: { ideal: 1080 }, frameRate: { ideal: 15, max: 30 } };
/** Unplugged, or in another program's hands: tried again so often. */
const AGAIN_MS = 3000;

/** Opens this camera and keeps it open, whatever happens to its cable; never a microphone. */
export const openSecondCamera = (deviceId: string, onTrack: (track: MediaStreamTrack | null) => void): (() => void) => {
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
      const video = { deviceId: { exact: deviceId }, ...PICTURE };
      const [opened] = (await navigator.mediaDevices.getUserMedia({ video, audio: false })).getVideoTracks();
      if (!opened || isOver) return opened?.stop();
      track = opened;
      opened.addEventListener('ended', again);
      onTrack(opened);
    } catch {
      // Not there, or forbidden: the clerk's page says what the devices are, and content that does not arrive ends.
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
