/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import { launchChromium, PICTURES } from './chromium.js';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const TABLET: BrowserContextOptions = { viewport: { width: 1180, height: 820 }, hasTouch: true };
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** A browser on the pages of a running server. Each `open` is a person's own window, with nothing of another's. */
export class Pages {
  #browser: Browser | undefined;
  readonly #contexts: BrowserContext[] = [];
  /** What pages complained of: a refused style, an error, a request that left for elsewhere. A test ends with none. */
  readonly complaints: string[] = [];

  constructor(
    readonly url: string,
    /** What the camera of this browser shows; left out, it has none. */
    readonly film?: string,
  ) {}

  async open(options: BrowserContextOptions = DESKTOP): Promise<Page> {
    this.#browser ??= await launchChromium(this.film);
    const context = await this.#browser.newContext({
      baseURL: this.url,
      locale: 'en-US',
      timezoneId: 'America/Chicago',
      reducedMotion: 'reduce',
      ...options,
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      // A refused act (4xx) and a cut line are told on the console by the browser itself, and are what tests make.
      if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(message.text()))
        this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.url) && !/^(data|blob|file|about):/.test(request.url()))
        this.complaints.push(`left for elsewhere: ${request.url()}`);
    });
    return page;
  }

  /** A window in which somebody has logged in by the log-in page. */
  async as(who: { username: string; password: string }, options?: BrowserContextOptions): Promise<Page> {
    const page = await this.open(options);
    await page.goto('/');
    await logIn(page, who);
    return page;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await this.#browser?.close();
  }
}

/** Types name and password into the log-in page and waits for what is behind it. */
export async function logIn(page: Page, { username, password }: { username: string; password: string }): Promise<void> {
  await page.getByLabel('User name').fill(username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('navigation').first().waitFor();
}

/**
 * What a scanner does: letters faster than anybody types, and Enter. FNC1 comes as Ctrl+]. The keys bear the times of a scanner,
 * however busy the machine is that runs the test.
 */
export async function scan(page: Page, text: string, betweenKeysS = BETWEEN_KEYS_S): Promise<void> {
  const keyboard = await keyboardOf(page);
  const keys = [...[...text].map(scannerKey), { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }];
  const begun = Date.now() / 1000 - keys.length * betweenKeysS;
  await Promise.all(
    keys.flatMap((key, nth) => {
      const timestamp = begun + nth * betweenKeysS;
      return [
        keyboard.send('Input.dispatchKeyEvent', { type: 'text' in key ? 'keyDown' : 'rawKeyDown', ...key, timestamp }),
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, code: key.code, timestamp }),
      ];
    }),
  );
}

const keyboards = new WeakMap<Page, Promise<CDPSession>>();

/** One for each page, never detached: Chromium would take a virtual authenticator of the page with it, and crash at its next touch. */
function keyboardOf(page: Page): Promise<CDPSession> {
  const keyboard = keyboards.get(page) ?? page.context().newCDPSession(page);
  keyboards.set(page, keyboard);
  return keyboard;
}

const BETWEEN_KEYS_S = 0.004;
const CTRL = 2;

function scannerKey(letter: string) {
  if (letter === '\u001d') return { key: ']', code: 'BracketRight', modifiers: CTRL, windowsVirtualKeyCode: 221 };
  return { key: letter, code: '', text: letter };
}

/** One signature in the dialog that is open. */
export async function sign(
  page: Page,
  who: { displayName: string; password: string },
  options: { seen?: boolean } = {},
): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Who signs' }).fill(who.displayName);
  await page.getByRole('option', { name: new RegExp(who.displayName) }).click();
  if (options.seen ?? true) for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(who.password);
  await dialog.getByRole('button', { name: 'Sign', exact: true }).click();
}

/** What axe-core has against the page as it stands, by WCAG 2.2 A and AA: rule, and the first places. Empty is clean. */
export async function axe(page: Page): Promise<string[]> {
  // A page is a chunk of its own: what is judged is the page and not the wait for it.
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const runner = (
      globalThis as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<AxeResult> } }
    ).axe;
    type AxeResult = { violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] };
    const { violations } = await runner.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary.replaceAll('\n', ' ')})`)
          .join('; ')}`,
    );
  });
}

/** The same in light and in dark. */
export async function axeBoth(page: Page): Promise<string[]> {
  const found = (await axe(page)).map((one) => `light: ${one}`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
  found.push(...(await axe(page)).map((one) => `dark: ${one}`));
  await page.emulateMedia({ colorScheme: null });
  return found;
}

/** A picture for whoever wants to look (COUNTERSIGN_PICTURES names the folder); the light one and the dark one. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(PICTURES, `${name}.${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: null });
}
