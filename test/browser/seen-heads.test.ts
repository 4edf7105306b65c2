/// <reference lib="dom" />
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axe, Pages } from '../support/browser.js';
import { Clinic } from '../support/clinic.js';

let clinic: Clinic<'rn1'>;
let pages: Pages;

beforeAll(async () => {
  clinic = await Clinic.open('browser-heads', { rn1: 'nurse' });
  pages = new Pages(clinic.organisation.server.url);
});

afterAll(async () => {
  await pages?.close();
  await clinic?.stop();
});

const WARNING = /not the one that this device saw/;

test('a device keeps the head it saw, verifies that the log goes on from it, and does not take the server\u2019s word', async () => {
  const page = await pages.as(clinic.staff.rn1);
  const kept = () =>
    page.evaluate((siteId) => {
      const heads = JSON.parse(localStorage.getItem('countersign.heads') ?? '{}') as Record<string, string>;
      return heads[siteId];
    }, clinic.siteId);
  await page.waitForFunction(() => localStorage.getItem('countersign.heads') !== null);
  const first = await kept();
  expect(first).toMatch(new RegExp(`/site/${clinic.siteId}\\n\\d+\\n`));

  await clinic.made('/locations', { code: 'ROOM9', name: 'Room 9' }, 'locationId');
  const { admin } = clinic.organisation;
  const signedAll = async () => {
    const { size } = (await admin.get(clinic.path('/head'))).body as unknown as { size: number };
    const response = await fetch(`${admin.url}/api/v1${clinic.path('/checkpoint')}`, { headers: admin.headers });
    return Number((await response.text()).split('\n')[1]) === size;
  };
  while (!(await signedAll())) await new Promise((settle) => setTimeout(settle, 100));
  const compared = page.waitForResponse(/heads\/compare/);
  await page.reload();
  expect((await compared).status()).toBe(200);
  await page.waitForFunction(
    (before) => !(localStorage.getItem('countersign.heads') ?? '').includes(JSON.stringify(before).slice(1, -1)),
    first!,
  );
  expect(await page.getByText(WARNING).count()).toBe(0);

  // A server that says "consistent" and proves nothing.
  const second = await kept();
  await page.route(/heads\/compare/, async (route) => {
    const forged = second!.replace(
      /\n(\d+)\n[^\n]+\n/,
      (_, size: string) => `\n${Number(size) + 1}\n${'A'.repeat(43)}=\n`,
    );
    await route.fulfill({ json: { consistent: true, checkpoint: forged, path: [] } });
  });
  await page.reload();
  await page.getByText(WARNING).waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await kept()).toBe(second);
  await page.unroute(/heads\/compare/);
  await page.reload();
  await page.getByRole('navigation').first().waitFor();
  expect(pages.complaints).toEqual([]);
});
