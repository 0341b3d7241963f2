// A screen as a person looks at it: at each size of window, nothing cut, nothing to scroll for sideways, no violation.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/** Pictures of all screens, to be looked at by people; kept until the next run. */
const FOLDER = fileURLToPath(new URL('../test-results/screens/', import.meta.url));

type Size = { readonly width: number; readonly height: number };

/** A phone, a laptop, and a big display. */
const SIZES: readonly Size[] = [
  { width: 360, height: 780 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** What assistive technology is told hardly depends on the window; asking for it takes seconds on a desk. */
const ASKED_AT = 1366;

/** May end in "…": a line of its own says it whole, or its title does. */
const MAY_BE_SHORTENED = '[title]';

/** Runs in the page. Words that cannot be read to their end, and a page that is wider than its window. */
const faultsOfLayout = (mayBeShortened: string): readonly string[] => {
  const faults: string[] = [];
  const wide = document.scrollingElement?.scrollWidth ?? 0;
  if (wide > innerWidth) faults.push(`the page is ${wide} px wide`);
  /** A line is as high as its font says, more than its marks need. */
  const SLACK = 0.3;
  const isCut = (line: DOMRect, element: Element): boolean => {
    let [across, down] = [false, false];
    for (let around: Element | null = element; around && !(across && down); around = around.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(around);
      const box = around.getBoundingClientRect();
      const sideways = line.right > box.right + 1 || line.left < box.left - 1;
      const tall = line.bottom > box.bottom + line.height * SLACK || line.top < box.top - line.height * SLACK;
      if (!across && sideways && (overflowX === 'hidden' || overflowX === 'clip')) return true;
      if (!down && tall && (overflowY === 'hidden' || overflowY === 'clip')) return true;
      // What scrolls can be reached; what is fixed lies over the page.
      across ||= overflowX === 'auto' || overflowX === 'scroll' || position === 'fixed';
      down ||= overflowY === 'auto' || overflowY === 'scroll' || position === 'fixed';
    }
    return !across && (line.right > innerWidth + 1 || line.left < -1);
  };
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!element || text.textContent?.trim() === '') continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.closest(`select, [aria-hidden=true], .hidden-text, ${mayBeShortened}`)) continue;
    // A title of one pixel is for those who hear the page.
    if (element.getBoundingClientRect().width <= 1) continue;
    range.selectNodeContents(text);
    if ([...range.getClientRects()].some((line) => isCut(line, element)))
      faults.push(`cut: "${text.textContent?.trim()}" in ${element.tagName}.${element.className}`);
  }
  return faults;
};

const violations = async (page: Page): Promise<readonly string[]> => {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

/** Looks at the page as it is now, at each size, and keeps its pictures under this name. */
export const lookAt = async (page: Page, name: string, sizes: readonly Size[] = SIZES): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    const seen = `${name} at ${size.width}`;
    await expect.soft(page.locator('.ui-state.loading')).toHaveCount(0);
    await expect
      .configure({ soft: true })
      .poll(() => page.evaluate(faultsOfLayout, MAY_BE_SHORTENED), { message: seen, timeout: 2000 })
      .toEqual([]);
    if (size.width === ASKED_AT) expect.soft(await violations(page), seen).toEqual([]);
    await page.screenshot({ path: `${FOLDER}${name}-${size.width}.png`, fullPage: true });
  }
  // A live page goes on painting while others are looked at: as small as it was.
  if (before) await page.setViewportSize(before);
};
