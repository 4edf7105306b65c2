import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Body, done } from '../support/api.js';
import { Care } from '../support/care.js';
import { SUPPLIER } from '../support/clinic.js';

let care: Care;
let vial: string;

beforeAll(async () => {
  care = await Care.open('registers');
  ({ vial } = await care.given());
  const { ROOM1: locationId } = care.clinic.locations;
  await care.checked('counts', { locationId, productId: care.products.KET50, countedContainers: 2 });
  await care.checked('counts', { container: vial, measuredVolumeMl: '9.32' });
}, 120_000);

afterAll(async () => {
  await care?.stop();
});

const PERIOD = 'from=2020-01-01&to=2099-01-01';
const rows = async (report: string, only = ''): Promise<Body[]> =>
  (await done(care.staff.com1.get(care.path(`/reports/${report}?${PERIOD}${only}`)))).items as Body[];

test('what came, from whom, counted against invoiced', async () => {
  expect(await rows('receipts')).toMatchObject([
    {
      productCode: 'KET50',
      locationCode: 'ROOM1',
      supplierName: SUPPLIER.name,
      supplierDeaNumber: SUPPLIER.deaNumber,
      invoicedCount: 1,
      countedCount: 1,
      personName: 'The rph1',
    },
  ]);
  expect(await rows('receipts', `&productId=${care.products.SPR56}`)).toEqual([]);
});

test('what was counted, and the difference that is not explained, with its age', async () => {
  const counts = await rows('counts');
  expect(counts).toMatchObject([
    { bookContainers: 0, countedContainers: 2, varianceContainers: 2, varianceMg: '1000', withinTolerance: false },
    { containerLabel: vial, bookMg: '466', countedMg: '466', varianceMg: '0', withinTolerance: true },
  ]);
  const { discrepancyId } = counts[0] as Body;
  expect(await rows('discrepancies')).toMatchObject([
    { discrepancyId, kind: 'count', status: 'open', varianceContainers: 2, varianceMg: '1000', ageHours: 0 },
  ]);
  expect(await rows('discrepancies', `&locationId=${care.clinic.locations.SAFE}`)).toEqual([]);
});
