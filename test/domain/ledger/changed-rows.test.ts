import { expect, test } from '@jest/globals';
import { changedRows } from '../../../src/domain/ledger/record.js';

test('rows alike are written once and read one by one', () => {
  const location = { table: 'location', locationId: 'L', code: 'SAFE', name: 'Safe', active: true };
  const containers = {
    table: 'container',
    lotId: 'LOT',
    each: { containerId: ['A', 'B'], label: ['X-01', 'X-02'] },
  };
  expect(changedRows([location, containers])).toEqual([
    location,
    { table: 'container', lotId: 'LOT', containerId: 'A', label: 'X-01' },
    { table: 'container', lotId: 'LOT', containerId: 'B', label: 'X-02' },
  ]);
});
