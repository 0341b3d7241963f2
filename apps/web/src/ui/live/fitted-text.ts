import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** The factor that lets text of `natural` width into `room`, between `least` and 1. Below `least` it has to wrap. */
export const fitFactor = (naturalPx: number, roomPx: number, least: number): number => {
  if (naturalPx <= 0 || roomPx <= 0 || naturalPx <= roomPx) return 1;
  return Math.max(least, Math.floor((roomPx / naturalPx) * 1000) / 1000);
};

const fit = (element: HTMLElement, least: number): void => {
  element.style.setProperty('--fit', '1');
  element.classList.add('measured');
  const natural = element.scrollWidth;
  const room = element.clientWidth;
  element.classList.remove('measured');
  element.style.setProperty('--fit', String(fitFactor(natural, room, least)));
};

/**
 * Shrinks one line of text until it fits its place, by the custom property `--fit` (1 down to `least`). The class
 * `measured` must lay it out on one line at full width. Fits again when the text, the place or the fonts change.
 */
export const useFittedText = (target: RefObject<HTMLElement | null>, least: number, text: string): void => {
  useLayoutEffect(() => {
    const element = target.current;
    const place = element?.offsetParent;
    if (!element || !place) return;
    const refit = () => fit(element, least);
    const observer = new ResizeObserver(refit);
    observer.observe(place);
    void document.fonts.ready.then(refit);
    refit();
    return () => observer.disconnect();
  }, [target, least, text]);
};
