import { describe, expect, test } from '@jest/globals';
import { secondPerson } from '../../../src/domain/acts/second-person.js';
import { id, INTENT, ledgerState, signed } from '../../support/ledger-state.js';

const performerId = id(101);
const other = id(102);
const act = { performerId, intent: INTENT, signatureHashes: ['token-0'], required: true };

function stateWith(...made: ReturnType<typeof signed>[]) {
  return ledgerState({
    rows: { signature: made.map(({ signature }) => signature) },
    signers: made.map(({ signer }) => signer),
  });
}

describe('the second person of an act', () => {
  test('is kept as a cosigner with the signature they made', () => {
    const { cosigners, refusal } = secondPerson(stateWith(signed({ personId: other })), act);
    expect(refusal).toBeUndefined();
    expect(cosigners).toEqual([
      {
        id: other,
        role: 'nurse',
        meaning: 'checked',
        method: 'signature:password',
        evidence: 'ZXZpZGVuY2U=',
        signatureId: id(900),
        signedAt: expect.stringMatching(/^[0-9T:.-]+Z$/),
      },
    ]);
  });

  test.each([
    ['nobody signed', stateWith(), { signatureHashes: [] }, 'second_person_missing', 'signatures'],
    ['the token was never made', stateWith(), {}, 'signature_invalid', 'signatures.0'],
    [
      'they are the performer',
      stateWith(signed({ personId: performerId })),
      {},
      'second_person_is_performer',
      'signatures.0',
    ],
    [
      'the performer signs after somebody else',
      stateWith(signed({ personId: other }), signed({ personId: performerId, nth: 1 })),
      { signatureHashes: ['token-0', 'token-1'] },
      'second_person_is_performer',
      'signatures.1',
    ],
    [
      'they signed another body',
      stateWith(signed({ personId: other, intent: 'other' })),
      {},
      'signature_invalid',
      'signatures.0',
    ],
    [
      'they signed as a witness',
      stateWith(signed({ personId: other, meaning: 'witnessed' })),
      {},
      'signature_invalid',
      'signatures.0',
    ],
    [
      'two minutes are over',
      stateWith(signed({ personId: other, expiresAt: '2026-08-31T12:59:59.999Z' })),
      {},
      'signature_expired',
      'signatures.0',
    ],
    [
      'it was used',
      stateWith(signed({ personId: other }, { used: true })),
      {},
      'signature_already_used',
      'signatures.0',
    ],
    [
      'they may not sign here',
      stateWith(signed({ personId: other }, { roles: ['inspector'] })),
      {},
      'signer_not_eligible',
      'signatures.0',
    ],
    [
      'they are disabled',
      stateWith(signed({ personId: other }, { disabled: true })),
      {},
      'signer_not_eligible',
      'signatures.0',
    ],
    [
      'one person signs twice',
      stateWith(signed({ personId: other }), signed({ personId: other, nth: 1 })),
      { signatureHashes: ['token-0', 'token-1'] },
      'signature_invalid',
      'signatures.1',
    ],
    [
      'policy asks for nobody, but a bad signature came along',
      stateWith(signed({ personId: other, intent: 'other' })),
      { required: false },
      'signature_invalid',
      'signatures.0',
    ],
  ])('is refused when %s', (_, state, change, code, field) => {
    expect(secondPerson(state, { ...act, ...change }).refusal).toMatchObject({ code, field });
  });

  test('being the performer outranks an expired signature', () => {
    const state = stateWith(signed({ personId: performerId, expiresAt: '2026-08-31T12:00:00.000Z' }));
    expect(secondPerson(state, act).refusal?.code).toBe('second_person_is_performer');
  });

  test('need not be there where policy asks for nobody', () => {
    const none = { ...act, required: false, signatureHashes: [] };
    expect(secondPerson(stateWith(), none)).toEqual({ cosigners: [], refusal: undefined });
  });
});
