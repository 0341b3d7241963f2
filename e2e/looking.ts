// A screen as a person looks at it: at each size of window, nothing cut, nothing under something else, nothing to
// scroll for sideways, what leads the conference in view, no violation.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/** Pictures of all screens, to be looked at by people; kept until the next run. */
const FOLDER = fileURLToPath(new URL('../test-results/screens/', import.meta.url));

/** Where nobody looks at them they cost minutes. */
const KEEPS_PICTURES = process.env['PICTURES'] !== 'no';

type Size = { readonly width: number; readonly height: number };

/** A phone, a laptop, and a big display. */
const SIZES: readonly Size[] = [
  { width: 360, height: 780 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

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

/** Lies over a page on purpose, and for a moment. */
const MAY_COVER = '[role=dialog], dialog, .mantine-Overlay-root, .seat-desk-status, .mn-latest';
/** The acts that lead a conference: nobody should have to scroll for them on a desk. */
const MAIN_ACTS = '.ui-step, .fl-acts > .ui-button, .chair-end > .ui-button';
const DESK_FROM = 1366;

/** Runs in the page. Words that lie under something else, and acts that are not wholly in view. */
const faultsOfPlace = ({ mayCover, mainActs }: { mayCover: string; mainActs: string }): readonly string[] => {
  const faults: string[] = [];
  // Also what lets the pointer through lies over what is below it.
  const everything = document.head.appendChild(document.createElement('style'));
  everything.textContent = '* { pointer-events: auto !important }';
  const around = function* (element: Element): Generator<Element> {
    for (let each: Element | null = element; each; each = each.parentElement) yield each;
  };
  const styleOf = (element: Element) => getComputedStyle(element);
  const clips = (element: Element) => [...around(element)].filter((each) => styleOf(each).overflowY !== 'visible');
  const isIn = (box: DOMRect, x: number, y: number) =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const page = new DOMRect(0, 0, innerWidth, innerHeight);
  const scrolls = (element: Element) =>
    element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(styleOf(element).overflowY);
  const pageScrolls = (document.scrollingElement?.scrollHeight ?? 0) > innerHeight + 1;
  const isOpaque = (element: Element) => {
    const { backgroundColor, backgroundImage } = styleOf(element);
    const alpha = /^rgba\(.*, ([\d.]+)\)$/.exec(backgroundColor)?.[1] ?? '1';
    return Number(alpha) > 0.5 || backgroundImage !== 'none' || element.matches('img, video, canvas');
  };
  /** What one would have to scroll away to read there: it is no fault. */
  const givesWay = (cover: Element, element: Element): boolean => {
    const place = [...around(cover)].some((each) => ['fixed', 'sticky'].includes(styleOf(each).position));
    return place && (pageScrolls || clips(element).some((each) => scrolls(each) && each.contains(cover)));
  };
  const coverAt = (x: number, y: number, element: Element): Element | null => {
    // Hundreds of lines may stand outside of the window: nothing is asked of them.
    if (!isIn(page, x, y)) return null;
    if (!clips(element).every((each) => isIn(each.getBoundingClientRect(), x, y))) return null;
    const top = document.elementsFromPoint(x, y).find((each) => each.checkVisibility({ opacityProperty: true }));
    if (!top || top.contains(element) || element.contains(top) || top.closest(mayCover)) return null;
    const layers = [...around(top)].filter((each) => !each.contains(element));
    return layers.some(isOpaque) && !givesWay(top, element) ? top : null;
  };
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (!element || text.textContent?.trim() === '') continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (element.closest('[aria-hidden=true], .hidden-text')) continue;
    range.selectNodeContents(text);
    const covers = [...range.getClientRects()].flatMap((line) =>
      [0.1, 0.5, 0.9].flatMap(
        (share) => coverAt(line.left + line.width * share, line.top + line.height / 2, element) ?? [],
      ),
    );
    if (covers[0]) faults.push(`under ${covers[0].tagName}.${covers[0].className}: "${text.textContent?.trim()}"`);
  }
  for (const act of document.querySelectorAll(mainActs)) {
    const { left, right, top, bottom } = act.getBoundingClientRect();
    const corners = [
      [left, top],
      [right, bottom],
    ] as const;
    const boxes = [page, ...clips(act).map((each) => each.getBoundingClientRect())];
    const isInView = corners.every(([x, y]) => boxes.every((box) => isIn(box, x, y)));
    if (!isInView) faults.push(`out of view: "${act.textContent?.trim()}"`);
    const below = corners.flatMap(([x, y]) => {
      const layers = document.elementsFromPoint((left + right + x) / 3, y + (y === top ? 1 : -1));
      return layers.find((each) => !act.contains(each) && isOpaque(each)) ?? [];
    });
    if (below.some((each) => !each.contains(act))) faults.push(`over something else: "${act.textContent?.trim()}"`);
  }
  everything.remove();
  return faults;
};

/** Rules that axe asks for only by name: a voice that says what stands on a button presses it. */
const ASKED_BY_NAME = { 'label-content-name-mismatch': { enabled: true } };

/** What axe finds on the page as it is now. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  // The pages have no frames: axe need not put its answer together in a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const found = await axe.options({ rules: ASKED_BY_NAME, resultTypes: ['violations'] }).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

/** Looks at the page as it is now, at each size, and keeps its pictures under this name. */
export const lookAt = async (page: Page, name: string, sizes: readonly Size[] = SIZES): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  const before = page.viewportSize();
  // A page that has just been opened is nothing to look at yet.
  await expect(page.locator('h1').first()).toBeAttached();
  for (const size of sizes) {
    await page.setViewportSize(size);
    const seen = `${name} at ${size.width}`;
    await expect.soft(page.locator('.ui-state.loading')).toHaveCount(0);
    await expect
      .configure({ soft: true })
      .poll(() => page.evaluate(faultsOfLayout, MAY_BE_SHORTENED), { message: seen, timeout: 2000 })
      .toEqual([]);
    // While a window is open the acts below it wait.
    const isOpen = (await page.locator('dialog[open], [role=dialog]').count()) > 0;
    const mainActs = size.width >= DESK_FROM && !isOpen ? MAIN_ACTS : 'never';
    await expect
      .configure({ soft: true })
      .poll(() => page.evaluate(faultsOfPlace, { mayCover: MAY_COVER, mainActs }), { message: seen, timeout: 5000 })
      .toEqual([]);
    // What assistive technology is told hardly depends on the window; asking for it takes seconds on a desk.
    const asked = sizes.find(({ width }) => width === DESK_FROM) ?? sizes[0];
    if (size === asked)
      await expect
        .configure({ soft: true })
        .poll(() => violations(page), { message: seen, timeout: 10_000 })
        .toEqual([]);
    if (KEEPS_PICTURES) await page.screenshot({ path: `${FOLDER}${name}-${size.width}.png`, fullPage: true });
  }
  // A live page goes on painting while others are looked at: as small as it was.
  if (before) await page.setViewportSize(before);
};
