import { z } from 'zod';

/**
 * What a line carries, from most to least: all of it; a small picture; a still picture every few seconds, with sound;
 * sound alone; words alone.
 */
export const LineStep = z.enum(['full', 'small', 'still', 'sound', 'text']);
export type LineStep = z.infer<typeof LineStep>;

export const LINE_STEPS: readonly LineStep[] = LineStep.options;

/** The one of the two that carries less. */
export const lesserStep = (a: LineStep, b: LineStep): LineStep =>
  LINE_STEPS.indexOf(a) > LINE_STEPS.indexOf(b) ? a : b;

/** Of a site: what reaches it, and what it sends. It always sends its voice, so never words alone. */
export const SiteLine = z.object({ down: LineStep, up: LineStep.exclude(['text']) });
export type SiteLine = z.infer<typeof SiteLine>;

export const FULL_LINE: SiteLine = { down: 'full', up: 'full' };

export const sameLine = (a: SiteLine, b: SiteLine): boolean => a.down === b.down && a.up === b.up;
