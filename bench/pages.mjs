/* global document, MutationObserver, requestAnimationFrame, crypto -- what runs in the page */
// What somebody at a screen waits for: the script of the first screen, and the time from a press of a button to the new figure on
// screen, against the same acts sent from the same page without any page around them.
import packed from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { makeClinics, ONE_SITE, PASSWORD } from './lib/clinics.mjs';
import { startServer } from './lib/server.mjs';
import { percentile } from './lib/statistics.mjs';

const WARM_UP = 3;
// Forty rounds of twice this are the whole order: then the page would open the waste.
const VOLUME_ML = '0.01';
const AMOUNT_MG = '0.5';

/** Bytes of script, as they come over the wire, that a page has loaded so far. */
const scriptBytes = (page) =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.split('?')[0].endsWith('.js'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );

/**
 * Presses a button and resolves with the milliseconds from the press to the first frame after what is in hand has changed at the
 * foot of the page. Both are taken by the page's own clock.
 */
async function pressToFigure(page, name) {
  const button = page.locator('button[type=submit]:not([aria-disabled=true])', { hasText: name });
  await button.waitFor();
  await page.evaluate(() => {
    const figure = () => document.querySelector('[role=status][data-in-hand]')?.getAttribute('data-in-hand') ?? '';
    const before = figure();
    globalThis.waited = new Promise((resolve) => {
      let pressed;
      document.addEventListener('click', (event) => (pressed = event.timeStamp), { capture: true, once: true });
      const watch = new MutationObserver(() => {
        if (figure() === before) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  });
  await button.click();
  return page.evaluate(() => globalThis.waited);
}

/** The same act from the same page with `fetch` alone: from the call to its parsed answer. */
function fetched(page, { path, body, csrfToken }) {
  return page.evaluate(
    async ([address, text, token]) => {
      const headers = {
        'content-type': 'application/json',
        'x-csrf-token': token,
        'idempotency-key': crypto.randomUUID(),
      };
      const began = performance.now();
      const answer = await fetch(address, { method: 'POST', headers, body: text });
      await answer.json();
      if (answer.status !== 201) throw new Error(`an act was refused: ${answer.status}`);
      return performance.now() - began;
    },
    [path, JSON.stringify(body), csrfToken],
  );
}

async function logIn(page) {
  await page.getByLabel('User name').fill('nurse0');
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith('/auth/login')),
    page.getByRole('button', { name: 'Log in' }).click(),
  ]);
  await page.getByRole('navigation').first().waitFor();
  return (await answer.json()).csrfToken;
}

/** One draw and one dose on the page, and one of each without it. */
async function round(page, hand, csrfToken) {
  const { siteId, sessionId, label } = hand;
  const radio = page.getByRole('radio', { name: label });
  await page.getByText('Draw', { exact: true }).click();
  await radio.check();
  await page.getByLabel('Volume drawn').fill(VOLUME_ML);
  const draw = await pressToFigure(page, `Draw ${VOLUME_ML} mL`);
  const give = await pressToFigure(page, `Give ${AMOUNT_MG} mg`);
  const send = (act, body) =>
    fetched(page, { path: `/api/v1/sites/${siteId}/${act}`, body: { sessionId, ...body }, csrfToken });
  const plainDraw = await send('draws', { container: label, volumeMl: VOLUME_ML });
  const plainGive = await send('gives', { amountMg: AMOUNT_MG });
  await page.reload();
  await page.getByText('Draw', { exact: true }).waitFor();
  return { draw, give, plainDraw, plainGive };
}

const figures = (rounds, key) => {
  const values = rounds.map((one) => one[key]);
  return { p50Ms: percentile(values, 0.5), p95Ms: percentile(values, 0.95) };
};

/** `{ firstScreenBytes, loggedInBytes, acts: { draw: { page, plain, ratio }, give } }`. */
export async function benchPages({ database, say, rounds = 30 }) {
  const { connect } = await import('../dist/src/platform/database/data-source.js');
  const { Ledger } = await import('../dist/src/platform/ledger/ledger.js');
  const { Vault } = await import('../dist/src/platform/crypto/vault.js');
  const own = { ...(await database.another('pages')), dataFolder: database.dataFolder };
  const server = await startServer({ database: own });
  const source = await connect(own.appUrl);
  const browser = await chromium.launch({ executablePath: await packed.executablePath(), headless: true });
  try {
    const clinics = await makeClinics({ ledger: new Ledger(source, new Vault(database.secrets.vaultKey)), server });
    const hand = clinics.handOf('http', 0, ONE_SITE);
    const page = await (await browser.newContext({ baseURL: server.url, locale: 'en-US' })).newPage();
    await page.goto('/');
    await page.getByLabel('User name').waitFor();
    const firstScreenBytes = await scriptBytes(page);
    const csrfToken = await logIn(page);
    await page.goto(`/sites/${hand.siteId}/sessions/${hand.sessionId}`);
    await page.getByText('Draw', { exact: true }).waitFor();
    const sessionBytes = await scriptBytes(page);
    const token = await page.evaluate(async () => (await (await fetch('/api/v1/auth/me')).json()).csrfToken);
    const all = [];
    for (let nth = 0; nth < rounds + WARM_UP; nth += 1) {
      const one = await round(page, hand, token ?? csrfToken);
      if (nth >= WARM_UP) all.push(one);
    }
    say(`pages: ${all.length} draws and doses on screen`);
    const act = (key, plainKey) => {
      const [shown, plain] = [figures(all, key), figures(all, plainKey)];
      return { page: shown, plain, ratio: shown.p50Ms / plain.p50Ms };
    };
    return {
      firstScreenBytes,
      sessionBytes,
      acts: { draw: act('draw', 'plainDraw'), give: act('give', 'plainGive') },
    };
  } finally {
    await browser.close();
    await source.destroy();
    await server.stop();
  }
}
