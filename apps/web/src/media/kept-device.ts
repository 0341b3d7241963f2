/** Unplugged, or in another program's hands: tried again so often. */
const AGAIN_MS = 3000;

/** Opens the one device that the constraints name and keeps it open, whatever happens to its cable; ends as it is told. */
export const keepDevice = (
  constraints: MediaStreamConstraints,
  onTrack: (track: MediaStreamTrack | null) => void,
): (() => void) => {
  let isOver = false;
  let track: MediaStreamTrack | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    if (isOver) return;
    track = null;
    timer = setTimeout(() => void open(), AGAIN_MS);
    onTrack(null);
  };
  const open = async (): Promise<void> => {
    try {
      const [opened] = (await navigator.mediaDevices.getUserMedia(constraints)).getTracks();
      if (!opened || isOver) return opened?.stop();
      track = opened;
      opened.addEventListener('ended', again);
      onTrack(opened);
    } catch {
      // Not there, or forbidden: who shows it says that there is no picture or nothing heard, and content that does not
      // arrive ends.
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
