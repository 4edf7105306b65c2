/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** A font size of the browser's settings, in px. It is what `rem` and the `em` of a media query begin from; 16 unless changed. */
const NORMAL_PX = 16;
const ZOOM = 2;

/** The size of text in the browser's own settings is doubled for the time of `work` (WCAG 1.4.4). */
export async function withTextTwiceAsLarge<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const settings = await page.context().newCDPSession(page);
  const set = (standard: number) => settings.send('Page.setFontSizes', { fontSizes: { standard, fixed: standard } });
  try {
    await set(NORMAL_PX * ZOOM);
    return await work();
  } finally {
    await set(NORMAL_PX);
    await settings.detach();
  }
}

/** A window as it is at 200 % zoom: half as wide and half as high. */
export async function withWindowZoomed<T>(page: Page, work: () => Promise<T>): Promise<T> {
  const before = page.viewportSize()!;
  try {
    await page.setViewportSize({ width: before.width / ZOOM, height: before.height / ZOOM });
    return await work();
  } finally {
    await page.setViewportSize(before);
  }
}

/** What sticks out at the side of the page, if it can be scrolled sideways at all. */
export async function widerThanThePage(page: Page): Promise<string[]> {
  // The page lays itself out anew after it was made narrow.
  const fits = page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, null, { timeout: 3_000 });
  if (
    await fits.then(
      () => true,
      () => false,
    )
  )
    return [];
  return page.evaluate(() => {
    const out = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 1,
    );
    return [
      `wider than ${innerWidth} px: ${out
        .slice(0, 3)
        .map((one) => `${one.tagName}.${one.className} "${one.textContent?.slice(0, 30)}"`)
        .join('; ')}`,
    ];
  });
}

/** Nothing is lost: no text is cut off by what it lies in, none lies on another, and the bars that stay leave room for the page. */
export async function lostOrCovered(page: Page): Promise<string[]> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return page.evaluate(findLostOrCovered);
}

function findLostOrCovered(): string[] {
  const SLACK_PX = 3;
  interface Piece {
    readonly text: string;
    readonly box: DOMRect;
    readonly of: Element;
  }
  const style = (element: Element) => getComputedStyle(element);
  const isOverPage = (element: Element) => /fixed|sticky/.test(style(element).position);
  /** All that it lies in. */
  const around = (element: Element): Element[] => {
    const all: Element[] = [];
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) all.push(at);
    return all;
  };
  const scrolls = (element: Element) => /auto|scroll/.test(`${style(element).overflowX} ${style(element).overflowY}`);
  const clips = (how: string) => how === 'hidden' || how === 'clip';
  /** A dialog, a menu or a list that opened lies over the page: what is in it is compared with its like. */
  const layerOf = (element: Element) => element.closest('[data-portal], [role=menu], .mantine-Popover-dropdown');
  /** Of what lies in a box that scrolls only what is in sight. */
  const isInSight = ({ box, of }: Piece) =>
    around(of)
      .filter(scrolls)
      .every((one) => {
        const edge = one.getBoundingClientRect();
        return (
          box.top >= edge.top - 1 && box.bottom <= edge.bottom + 1 && box.right > edge.left && box.left < edge.right
        );
      });
  const pieces = (): Piece[] => {
    const found: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!of || text === '' || of.closest('svg, select, textarea, script, style, .only-read, .skip')) continue;
      if (!of.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1 && box.height > 1) found.push({ text, box, of });
    }
    return found;
  };
  const faults: string[] = [];
  const all = pieces();
  for (const { text, box, of } of all) {
    // What scrolls shows the rest when it is asked to.
    const parts = around(of);
    const upTo = parts.findIndex(scrolls);
    const cutBy = parts.slice(0, upTo === -1 ? undefined : upTo).find((one) => {
      const { overflowX, overflowY } = style(one);
      const edge = one.getBoundingClientRect();
      return (
        (clips(overflowX) && (box.right > edge.right + SLACK_PX || box.left < edge.left - SLACK_PX)) ||
        (clips(overflowY) && (box.bottom > edge.bottom + SLACK_PX || box.top < edge.top - SLACK_PX))
      );
    });
    if (cutBy) faults.push(`cut off: "${text.slice(0, 40)}" in ${cutBy.tagName}.${cutBy.className}`);
  }
  // Bars that stay, and heads of lists, lie over what is scrolled under them: they are meant to.
  const isBar = (of: Element) => around(of).some((one) => isOverPage(one) && !one.matches('[data-portal] *'));
  const still = all.filter((one) => !isBar(one.of) && isInSight(one));
  for (const [nth, one] of still.entries()) {
    const on = still.slice(nth + 1).find(({ box, of }) => {
      if (of === one.of || layerOf(of) !== layerOf(one.of)) return false;
      const wide = Math.min(box.right, one.box.right) - Math.max(box.left, one.box.left);
      const high = Math.min(box.bottom, one.box.bottom) - Math.max(box.top, one.box.top);
      // Lines of text touch; a half of one lies on no other.
      return wide > SLACK_PX && high > Math.min(box.height, one.box.height) / 3;
    });
    if (on) faults.push(`"${one.text.slice(0, 30)}" lies on "${on.text.slice(0, 30)}"`);
  }
  const bars = [...document.querySelectorAll('header, footer, nav, [role=status]')].filter(
    (bar) => isOverPage(bar) && bar.getBoundingClientRect().width > innerWidth / 2,
  );
  const taken = bars
    .map((bar) => bar.getBoundingClientRect())
    .filter(({ left, right }) => right > 0 && left < innerWidth)
    .reduce((sum, { height }) => sum + height, 0);
  if (taken > innerHeight / 2) faults.push(`bars take ${taken} of ${innerHeight} px`);
  return [...new Set(faults)].slice(0, 4);
}
