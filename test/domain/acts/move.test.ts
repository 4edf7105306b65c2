import { describe, expect, test } from '@jest/globals';
import { move, type Move } from '../../../src/domain/acts/move.js';
import type { LoadedState } from '../../../src/domain/ledger/state.js';
import { containerRow, holderOf, id, INTENT, ledgerState, productRow, signed } from '../../support/ledger-state.js';

const pharmacist = id(101);
const room = { locationId: id(41), code: 'ROOM1', name: 'Room 1', active: true };
const vial = containerRow();

const act: Move = {
  container: vial.label,
  toLocationId: room.locationId,
  performerId: pharmacist,
  intent: INTENT,
  signatureHashes: ['token-0'],
};

function stateWith(rows: LoadedState['rows'] = {}, signerId = id(102)) {
  const { signature, signer } = signed({ personId: signerId });
  return ledgerState({
    rows: { container: [vial], product: [productRow()], location: [room], signature: [signature], ...rows },
    holders: [holderOf(vial)],
    signers: [signer],
  });
}

describe('a move', () => {
  test.each([vial.label, vial.containerId])(
    'of %s carries the whole amount from one place to the other',
    (container) => {
      expect(move({ ...act, container, note: 'For the afternoon.' })(stateWith())).toMatchObject({
        entry: { locationId: id(41), late: false },
        lines: [
          { holder: 'container', ids: [id(30)], locationId: id(40), amountMg: '-500', volumeMl: '-10' },
          { holder: 'container', ids: [id(30)], locationId: id(41), amountMg: '500', volumeMl: '10' },
        ],
        changes: [{ table: 'container', containerId: id(30), locationId: id(41) }],
        private: { note: 'For the afternoon.' },
        answer: { containerId: id(30), fromLocationId: id(40), toLocationId: id(41) },
      });
    },
  );

  const open = containerRow({ state: 'open', openedOn: '2026-08-30' });
  test.each<[string, Partial<Move>, LoadedState['rows'], string, string]>([
    ['an unknown container', { container: 'NONE-01' }, {}, 'unknown_container', 'container'],
    ['no second person', { signatureHashes: [] }, {}, 'second_person_missing', 'signatures'],
    ['an open vial', {}, { container: [open] }, 'container_not_sealed', 'container'],
    [
      'the place where it is',
      { toLocationId: id(40) },
      { location: [{ ...room, locationId: id(40) }] },
      'same_location',
      'location',
    ],
    ['a place out of use', {}, { location: [{ ...room, active: false }] }, 'unknown_reference', 'toLocationId'],
  ])('is refused for %s', (_, change, rows, code, field) => {
    expect(move({ ...act, ...change })(stateWith(rows))).toMatchObject({ code, field });
  });

  test('by oneself is refused before the container is looked for', () => {
    expect(move({ ...act, container: 'NONE-01' })(stateWith({}, pharmacist))).toMatchObject({
      code: 'second_person_is_performer',
    });
  });

  test('of an unknown container outranks a missing second person', () => {
    expect(move({ ...act, container: 'NONE-01', signatureHashes: [] })(stateWith())).toMatchObject({
      code: 'unknown_container',
    });
  });
});
