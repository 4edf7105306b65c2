import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { done, id, type Api } from '../support/api.js';
import { Care } from '../support/care.js';
import { answered, operations } from '../support/described.js';

/**
 * Every read of the interface, of a clinic in which something of everything has happened: its answer is held against the
 * description by the client itself (test/support/described.ts), so a field that is said to be always there must be.
 */
let care: Care;

beforeAll(async () => {
  care = await Care.open('answers');
}, 120_000);

afterAll(() => care?.stop());

/** Answered in the tests of their own: a file, a page of text, what waits for another process. */
const ELSEWHERE = /metrics|inspection-bundles|\/proof$|\/checkpoint$|\/verifications\/|\/erasable$/;

test('every read answers what the description says of it', async () => {
  const { staff, clinic } = care;
  const { giveSeq, sessionId, vial } = await care.given();
  const [other] = (await care.vials()) as [string];
  const open = await care.session();
  await done(care.draw(open, other, '0.72'));
  await done(care.waste({ sessionId: open, amountMg: '2' }));
  await done(staff.rn1.post(care.path('/pending-wastes'), { sessionId: open, amountMg: '1', reason: 'rest' }));
  await care.give(open, '500');
  const place = { locationId: clinic.locations.SAFE, productId: clinic.productId };
  const counted = await done(care.checked('counts', { ...place, countedContainers: 3 }));
  const receipts = (await done(staff.rph1.get(care.path('/receipts')))).items ?? [];

  const ids: Record<string, string> = {
    siteId: clinic.siteId,
    container: vial,
    sessionId,
    seq: String(giveSeq),
    patientId: care.patientId,
    personId: staff.rn1.personId,
    receiptId: id(receipts[0]?.receiptId),
    discrepancyId: id(counted.discrepancyId),
  };
  const query = 'from=2020-01-01&to=2099-12-31&by=container';
  const queries: Record<string, string> = { '/counts/sheet': `locationId=${clinic.locations.ROOM1}` };
  const readers: readonly Api[] = [staff.com1, staff.rph1, staff.rn1, clinic.organisation.admin];

  const reads = operations.filter((name) => name.startsWith('GET ') && !ELSEWHERE.test(name));
  expect(reads.length).toBeGreaterThan(45);
  for (const name of reads) {
    const path = name.slice('GET '.length).replace(/\{(\w+)\}/g, (_, key: string) => ids[key] ?? `no-${key}`);
    const own = Object.entries(queries).find(([end]) => path.endsWith(end))?.[1];
    const asked = own ?? (path.includes('/reports/') && !/open-|\/stock$/.test(path) ? query : '');
    const limited = path.endsWith('reconciliation') ? asked : asked.replace('&by=container', '');
    for (const reader of readers) {
      if (!answered.has(name)) await reader.get(limited === '' ? path : `${path}?${limited}`);
    }
  }
  expect(reads.filter((name) => !answered.has(name))).toEqual([]);
});
