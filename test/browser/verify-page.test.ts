/// <reference lib="dom" />
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { strToU8, zipSync } from 'fflate';
import { formatTlogProof } from '../../src/domain/log/tlog-proof.js';
import { decodeBase64 } from '../../src/domain/log/base64.js';
import { decodeUtf8 } from '../../src/domain/log/bytes.js';
import { jcs } from '../../src/domain/log/jcs.js';
import { exportHeader, exportLine } from '../../src/domain/verifier/log-export.js';
import { recordBytes } from '../../src/domain/ledger/record.js';
import { clinicLog, NURSE, PATIENT, VIAL } from '../domain/bundle/clinic-log.js';
import { axe, Pages, PHONE, picture } from '../support/browser.js';

/**
 * dist/web/verify.html as an inspector has it: opened from the disk in a real Chromium, with no server anywhere. Files are
 * chosen as a person chooses them.
 */
const PAGE = join(import.meta.dirname, '../../dist/web/verify.html');
const VIALS_RECORDS = [1, 5, 6, 12];
let folder: string;
let pages: Pages;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-verify-page-'));
  pages = new Pages(pathToFileURL(folder).href);
  const log = clinicLog();
  log.export(
    { kind: 'container', subjectId: VIAL },
    { names: { [NURSE]: '<img src=x onerror=alert(1)>', [PATIENT]: 'nobody' } },
  );
  const good = log.bundle(VIALS_RECORDS);
  const exported =
    exportHeader(log.checkpoint()) +
    log.records
      .map((body, seq) => exportLine({ seq, record: recordBytes(body), salt: decodeBase64(log.proved(seq).salt) }))
      .join('');
  const files = {
    'policy.txt': log.policyText,
    'good.bundle': good,
    'incomplete.bundle': log.bundle([1, 6, 12]),
    'tampered.bundle': good.replace('"-40"', '"-41"'),
    'cut.bundle': good.slice(0, good.length / 2),
    'other.txt': 'hello',
    'head.txt': log.checkpoint(),
    'unsigned.txt': `${log.checkpoint().split('\n\n')[0]}\n\n\u2014 nobody ${Buffer.alloc(70).toString('base64')}\n`,
    'log.jsonl': exported,
    'cut.jsonl': `${exported.trimEnd().split('\n').slice(0, -1).join('\n')}\n`,
    'one.tlog-proof': formatTlogProof({
      index: 5,
      path: log.proved(5).path.map(decodeBase64),
      checkpoint: log.checkpoint(),
    }),
    'one.json': `${jcs({
      v: 'countersign-disclosure/v1',
      record: decodeUtf8(recordBytes(log.records[5]!)),
      salt: log.proved(5).salt,
    })}\n`,
  };
  const packed = (text: string) => zipSync({ 'x/README.txt': strToU8('read me'), 'x/records.bundle': strToU8(text) });
  const zip = packed(good);
  const zips = {
    'good.zip': zip,
    'incomplete.zip': packed(files['incomplete.bundle']),
    'damaged.zip': zip.map((byte, at) => (at === 600 ? byte ^ 16 : byte)),
    'short.zip': zip.subarray(0, zip.length - 40),
    'bomb.zip': zipSync({ 'records.bundle': new Uint8Array(100_000_000) }),
    'other.zip': zipSync({ 'other.txt': strToU8('hello') }),
  };
  for (const [name, bytes] of Object.entries(zips)) await writeFile(join(folder, name), bytes);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterAll(async () => {
  await pages?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  page = await pages.open();
  await page.goto(pathToFileURL(PAGE).href);
});

async function give(...names: string[]): Promise<string> {
  await page.locator('#input').setInputFiles(names.map((name) => join(folder, name)));
  await page.locator('#result .verdict').waitFor();
  return page.locator('#result').innerText();
}

describe('the verifier as a page from the disk', () => {
  test('says what a good bundle proves, and the text of records is no markup', async () => {
    const text = await give('good.bundle', 'policy.txt');
    expect(text).toMatch(/^.{0,3}Verified/);
    expect(text).toContain('confirmed by 2 of 2 witnesses');
    expect(text).toContain('number 1–4 are all here');
    expect(text).toContain('holds 400 mg');
    expect(text).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('#result img').count()).toBe(0);
    expect(await page.locator('#result table').last().locator('tbody tr').count()).toBe(4);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'verify-page-good');
    expect(pages.complaints).toEqual([]);
  });

  test('in the dark, on a phone, in Spanish', async () => {
    page = await pages.open({ ...PHONE, colorScheme: 'dark', locale: 'es-ES' });
    await page.goto(pathToFileURL(PAGE).href);
    expect(await give('good.bundle', 'policy.txt')).toContain('Verificado');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    expect(await axe(page)).toEqual([]);
    await picture(page, 'verify-page-phone');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('#result').innerText()).toContain('Verified');
  });

  test('names what is missing, what is changed, and what is cut off', async () => {
    const incomplete = await give('incomplete.bundle', 'policy.txt');
    expect(incomplete).toContain('Not verified');
    expect(incomplete).toMatch(/the record number 2 is missing/);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Start again' }).click();
    expect(await give('tampered.bundle', 'policy.txt')).toContain('Record 5 is not in the log like this');
    await page.getByRole('button', { name: 'Start again' }).click();
    expect(await give('cut.bundle', 'policy.txt')).toContain('cut off');
  });

  test('without a policy says that the keys were not compared; the policy can be given after', async () => {
    expect(await give('good.bundle')).toContain('the keys were not compared');
    await page.locator('#input').setInputFiles(join(folder, 'policy.txt'));
    await page.locator('#result .verdict.verified').waitFor();
  });

  test('verifies a proof with its record too, and calls what it does not know unusable', async () => {
    expect(await give('one.tlog-proof', 'one.json', 'policy.txt')).toMatch(/^.{0,3}Verified/);
    await page.getByRole('button', { name: 'Start again' }).click();
    expect(await give('other.txt')).toContain('Cannot be used');
  });

  test('opens the zip folder itself: the same verdict, what is missing, and what cannot be unpacked', async () => {
    const plain = await give('good.bundle', 'policy.txt');
    const again = () => page.getByRole('button', { name: 'Start again' }).click();
    await again();
    expect(await give('good.zip', 'policy.txt')).toBe(plain);
    expect(await page.locator('#files').innerText()).toContain('good.zip: zip folder');
    await again();
    expect(await give('incomplete.zip', 'policy.txt')).toMatch(/the record number 2 is missing/);
    for (const name of ['damaged.zip', 'short.zip', 'bomb.zip', 'other.zip']) {
      await again();
      const text = await give(name, 'policy.txt');
      expect([name, text]).toEqual([name, expect.stringMatching(/Cannot be used[^]*The zip folder cannot be read/)]);
    }
    expect(pages.complaints).toEqual([]);
  });

  test('words the verdict on proofs, heads and logs in the language chosen, in Spanish too', async () => {
    page = await pages.open({ locale: 'es-ES' });
    await page.goto(pathToFileURL(PAGE).href);
    const again = () => page.getByRole('button', { name: 'Empezar de nuevo' }).click();
    const proved = await give('one.tlog-proof', 'one.json', 'policy.txt');
    expect(proved).toMatch(/^.{0,3}Verificado/);
    expect(proved).toMatch(/El registro es el número 5 del libro .*Dice: .*La confirmaron .*se alcanza/s);
    expect(await axe(page)).toEqual([]);
    await again();
    expect(await give('head.txt', 'policy.txt')).toMatch(
      /La cabecera de \d+ registros de .* está firmada por el libro/,
    );
    await again();
    expect(await give('log.jsonl', 'policy.txt')).toMatch(/Los \d+ registros del libro están todos, en orden/);
    await again();
    const cut = await give('cut.jsonl', 'policy.txt');
    expect(cut).toMatch(/^.{0,3}No verificado[^]*incompleto[^]*La cabecera abarca \d+ registros; aquí hay \d+/);
    await again();
    const unsigned = await give('unsigned.txt', 'policy.txt');
    expect(unsigned).toContain('En detalle, en inglés: ');
    expect(await page.locator('#result li [lang=en]').count()).toBe(1);
    await again();
    expect(await give('one.tlog-proof', 'policy.txt')).toMatch(/No se puede usar[^]*Una prueba trata de un registro/);
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('#result').innerText()).toContain('A proof is about a record');
  });

  test('takes files that are dropped', async () => {
    const dropped = await page.evaluateHandle(
      (files) => {
        const transfer = new DataTransfer();
        for (const { name, text } of files) transfer.items.add(new File([text], name));
        return transfer;
      },
      await Promise.all(
        ['good.bundle', 'policy.txt'].map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
      ),
    );
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: dropped });
    await page.locator('#result .verdict.verified').waitFor();
  });

  test('may load and run nothing but itself', async () => {
    const refused = await page.evaluate(async () => {
      const blocked: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      const style = document.createElement('style');
      style.textContent = 'body { color: red }';
      document.head.append(style);
      await fetch('https://example.com/').catch(() => undefined);
      await new Promise((done) => setTimeout(done, 50));
      return { blocked, injected: 'injected' in window };
    });
    expect(refused.injected).toBe(false);
    expect(new Set(refused.blocked)).toEqual(new Set(['script-src-elem', 'style-src-elem', 'connect-src']));
    expect(await readFile(PAGE, 'utf8')).toMatch(
      /content="default-src 'none'; script-src 'sha256-[A-Za-z0-9+/]{43}='; style-src 'sha256-[A-Za-z0-9+/]{43}='/,
    );
  });
});
