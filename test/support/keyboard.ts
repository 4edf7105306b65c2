/// <reference lib="dom" />
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Pages } from './browser.js';

type Who = { username: string; password: string };
const MOST_TABS = 120;

/**
 * Somebody with a keyboard and nothing else. A pointer that moves anything is a complaint of the page; and each place where Tab
 * stops is looked at: is it seen, is it told from the others, does it come where one reads on?
 */
export class Keyboard {
  /** What a stop had against it. A test ends with none. */
  readonly faults: string[] = [];

  private constructor(readonly page: Page) {}

  /** Opens a window and logs in, by keys. */
  static async of(pages: Pages, who: Who, options?: BrowserContextOptions): Promise<Keyboard> {
    const page = await pages.open(options);
    await page.addInitScript(() => {
      for (const kind of ['pointerdown', 'mousedown', 'touchstart'])
        addEventListener(kind, () => console.error(`a ${kind} where there is only a keyboard`), { capture: true });
    });
    const keyboard = new Keyboard(page);
    await page.goto('/');
    await keyboard.at(page.getByLabel('User name'));
    await keyboard.type(who.username);
    await keyboard.to(page.getByRole('textbox', { name: 'Password' }));
    await page.keyboard.type(who.password);
    await keyboard.press('Enter');
    await page.getByRole('navigation').first().waitFor();
    return keyboard;
  }

  press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** At the speed of fingers, as the pages tell them from a scanner. */
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text, { delay: 60 });
  }

  /** Over what is there, as somebody does who corrects a field. */
  async instead(text: string): Promise<void> {
    await this.press('Control+a');
    await this.type(text);
  }

  /** Waits until it has the focus by itself, and is seen to have it. */
  async at(target: Locator): Promise<void> {
    await target.and(this.page.locator(':focus')).waitFor();
    this.faults.push(...(await this.page.evaluate(lookAtFocus, false)));
  }

  /** Goes on with Tab, or back with Shift+Tab, until it is reached. */
  async to(target: Locator, { back = false } = {}): Promise<void> {
    await target.waitFor({ state: 'attached' });
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await target.evaluate((one) => one === document.activeElement)) return;
      await this.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      this.faults.push(...(await this.page.evaluate(lookAtFocus, !back)));
    }
    throw new Error(`${MOST_TABS} tabs do not lead to ${String(target)}`);
  }

  async enter(target: Locator): Promise<void> {
    await this.to(target);
    await this.press('Enter');
  }

  /** One signature in the dialog that is open: the name, what was seen where that is asked, the password. */
  async sign(who: { displayName: string; password: string }): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    await this.at(dialog.getByLabel('Who signs'));
    await this.type(who.displayName);
    await this.page.getByRole('option', { name: who.displayName }).waitFor();
    await this.press('Enter');
    for (const box of await dialog.getByRole('checkbox').all()) {
      await this.to(box);
      await this.press('Space');
    }
    await this.to(dialog.getByRole('textbox', { name: 'Your password' }));
    await this.page.keyboard.type(who.password);
    await this.press('Enter');
  }
}

/** In the page: what is wrong with where the focus is. `on`: it came there by Tab from the stop before. */
function lookAtFocus(on: boolean): string[] {
  const kept = window as unknown as { stopBefore?: Element };
  const element = document.activeElement;
  const before = kept.stopBefore;
  kept.stopBefore = element ?? undefined;
  // After the last stop the browser's own bar comes, and then the page from its top.
  if (!element || element === document.body) return [];
  // The title of a page that has just come: for whoever has it read out.
  if (element.matches('h1')) return [];
  const seen = shownOf(element);
  const called = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.textContent;
  const name = `${element.tagName} ${(element as HTMLInputElement).type ?? ''} "${(called ?? element.textContent ?? '').trim().slice(0, 30)}"`;
  const box = seen.getBoundingClientRect();
  const faults: string[] = [];
  if (box.width < 4 || box.height < 4) faults.push(`${name} has the focus and is not to be seen`);
  else if (!isOnTop(seen, element)) faults.push(`${name} has the focus under something else`);
  else if (!isMarked(seen, element)) faults.push(`${name} has the focus and looks as without`);
  if (on && before && comesBefore(element, before)) faults.push(`${name} comes after what is below it`);
  return faults;

  /** A radio or a chip is a field of no size, and its label is what is seen. */
  function shownOf(field: Element): Element {
    const { width, height } = field.getBoundingClientRect();
    const isTiny = width < 4 || height < 4 || getComputedStyle(field).opacity === '0';
    return isTiny ? ((field as HTMLInputElement).labels?.[0] ?? field.parentElement ?? field) : field;
  }

  function isOnTop(shown: Element, focused: Element): boolean {
    const { left, top, right, bottom } = shown.getBoundingClientRect();
    const at = (x: number, y: number) => document.elementFromPoint(x, y);
    const seenFrom = (one: Element | null) =>
      one !== null && (shown.contains(one) || one.contains(shown) || focused.contains(one));
    const within = (low: number, high: number, most: number, part: number) =>
      Math.min(Math.max(low + (high - low) * part, 1), most - 1);
    return [0.1, 0.5, 0.9].some((part) =>
      seenFrom(at(within(left, right, innerWidth, part), within(top, bottom, innerHeight, part))),
    );
  }

  function isMarked(shown: Element, focused: Element): boolean {
    const marks = [focused, shown, shown.parentElement, focused.nextElementSibling].filter((one) => one !== null);
    return marks.some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
  }

  /** Above and not to the right of it, in the same part of the page. */
  function comesBefore(one: Element, other: Element): boolean {
    const part = (of: Element) => of.closest('main, nav, header, [role=dialog], [role=region], table');
    if (!other.isConnected || part(one) !== part(other)) return false;
    const [here, there] = [shownOf(one).getBoundingClientRect(), shownOf(other).getBoundingClientRect()];
    return here.bottom <= there.top && here.left <= there.left;
  }
}
