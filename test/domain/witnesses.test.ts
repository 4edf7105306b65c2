import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkSecondPerson, checkWitnesses } from '../../src/domain/witnesses.js';

const strict = { performerId: 'RN3', required: 2, performerMayCountAsOne: false };

describe('second person', () => {
  test.each([
    ['RPH2', undefined],
    ['RN3', 'second_person_is_performer'],
    ['', 'second_person_missing'],
    [undefined, 'second_person_missing'],
  ])('%s gives %s', (secondPersonId, code) => {
    expect(checkSecondPerson({ performerId: 'RN3', secondPersonId })?.code).toBe(code);
  });
});

describe('witnesses', () => {
  test.each([
    [['RN1', 'RPH2'], undefined, undefined],
    [['RN1', 'RPH2', 'MD1'], undefined, undefined],
    [[], 'witness_missing', 'signatures'],
    [['RN1'], 'witness_missing', 'signatures'],
    [['RN1', ''], 'witness_missing', 'signatures'],
    [['RN3', undefined], 'witness_missing', 'signatures'],
    [['RN3', 'MA1'], 'witness_is_performer', 'signatures.0'],
    [['MA1', 'RN3'], 'witness_is_performer', 'signatures.1'],
    [['RN3', 'RN3'], 'witness_is_performer', 'signatures.0'],
    [['RPH2', 'RPH2'], 'witnesses_must_differ', 'signatures.1'],
    [['RN1', 'RPH2', 'RN1'], 'witnesses_must_differ', 'signatures.2'],
    [['RN1', 'RPH2', 'RN3'], 'witness_is_performer', 'signatures.2'],
  ])('%j of two gives %s', (witnessIds, code, field) => {
    const refusal = checkWitnesses({ ...strict, witnessIds });
    expect([refusal?.code, refusal?.field]).toEqual([code, field]);
  });

  test.each([
    [['RN1'], undefined],
    [[undefined], 'witness_missing'],
    [['RN3'], 'witness_is_performer'],
  ])('%j of one gives %s', (witnessIds, code) => {
    expect(checkWitnesses({ ...strict, required: 1, witnessIds })?.code).toBe(code);
  });

  test.each([
    [['RN1'], undefined],
    [['RN3', 'RN1'], undefined],
    [['RN1', 'RPH2'], undefined],
    [['RN3'], 'witness_missing'],
    [['RN3', 'RN3'], 'witness_missing'],
    [['RN1', 'RN1'], 'witnesses_must_differ'],
  ])('%j of two, the performer counting as one, gives %s', (witnessIds, code) => {
    expect(checkWitnesses({ ...strict, performerMayCountAsOne: true, witnessIds })?.code).toBe(code);
  });

  test('a policy that lets the performer count still asks for one other person', () => {
    const lax = { ...strict, required: 1, performerMayCountAsOne: true };
    expect(checkWitnesses({ ...lax, witnessIds: ['RN3'] })?.code).toBe('witness_missing');
    expect(checkWitnesses({ ...lax, witnessIds: ['RN1'] })).toBeUndefined();
  });

  test('whoever passes under the strict policy is two different people, none of them the performer', () => {
    const person = fc.constantFrom('A', 'B', 'C', '', undefined);
    fc.assert(
      fc.property(fc.constantFrom('A', 'B', 'C'), fc.array(person, { maxLength: 4 }), (performerId, witnessIds) => {
        const others = witnessIds.filter((id) => id !== undefined && id !== '');
        const good = others.length >= 2 && new Set(others).size === others.length && !others.includes(performerId);
        expect(checkWitnesses({ ...strict, performerId, witnessIds }) === undefined).toBe(good);
      }),
    );
  });
});
