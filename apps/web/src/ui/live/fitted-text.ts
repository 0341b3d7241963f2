import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** The factor that lets text of `natural` width into `room`, between `least` and 1. Below `least` it has to wrap. */
export const fitFactor = (naturalPx: number, roomPx: number, least: number): number => {
  if (naturalPx <= 0 || roomPx <= 0 || naturalPx <= roomPx) return 1;
  return Math.max(least, Math.floor((roomPx / naturalPx) * 1000) / 1000);
};

const fit = (line: HTMLElement, least: number): void => {
  line.style.setProperty('--fit', '1');
  line.classList.add('measured');
  const natural = line.scrollWidth;
  const room = line.clientWidth;
  line.classList.remove('measured');
  line.style.setProperty('--fit', String(fitFactor(natural, room, least)));
};

/**
 * Shrinks one line of text until it fits its place, by the custom property `--fit` (1 down to `least`). The class
 * `measured` must lay it out on one line at full width. Fits again when the text, the place or the fonts change.
 */
export const useFittedText = (line: RefObject<HTMLElement | null>, least: number, text: string): void => {
  useLayoutEffect(() => {
    const element = line.current;
    const place = element?.offsetParent;
    if (!element || !place) return;
    const refit = () => fit(element, least);
    const observer = new ResizeObserver(refit);
    observer.observe(place);
    void document.fonts.ready.then(refit);
    refit();
    return () => observer.disconnect();
  }, [line, least, text]);
};
