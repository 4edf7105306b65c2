import { createHash, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { sign, type NewSignature } from '../../../src/domain/acts/sign.js';
import { recordBytes, type RecordChange } from '../../../src/domain/ledger/record.js';
import { DEFAULT_SITE_POLICY } from '../../../src/domain/site-policy.js';
import { intentOfList } from '../../../src/domain/webauthn/intent-of-list.js';
import { checkKeySignatures, keyEvidence, type KeySignature } from '../../../src/domain/webauthn/signed-by-key.js';
import { SoftAuthenticator } from '../../support/authenticator.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');
const ACTS = ['a', 'b', 'c'].map(sha256);

test('the digest of a list is that of its intents in order, with a prefix that no act has', () => {
  const json = `{"intents":["${ACTS.join('","')}"]}`;
  expect(intentOfList(ACTS)).toBe(sha256(`countersign-intents/v1\n${json}`));
  expect(intentOfList([ACTS[0]!])).not.toBe(ACTS[0]);
});

/** What a key answered to these bytes, as the row that stays with the record. */
function answerTo(key: SoftAuthenticator, intent: string, signatureId: string): KeySignature {
  const { response } = key.get({ challenge: Buffer.from(intent, 'base64').toString('base64url') });
  const standard = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  return {
    signatureId,
    passkeyId: 'k1',
    personId: 'p1',
    intent,
    publicKey: key.cosePublicKey.toString('base64'),
    rpId: 'localhost',
    deviceBound: true,
    signCount: key.signCount,
    authenticatorData: standard(response.authenticatorData),
    clientData: standard(response.clientDataJSON),
    assertion: standard(response.signature),
  };
}

describe('a record of a list that was signed with one answer of a key', () => {
  const key = new SoftAuthenticator({ deviceBound: true });
  const answer = answerTo(key, intentOfList(ACTS), 's0');
  const rows = (intents: readonly string[], evidence = keyEvidence(answer)): RecordChange[] =>
    intents.map((intent, nth) => ({
      table: 'signature',
      signatureId: `s${nth}`,
      personId: 'p1',
      meaning: 'checked',
      method: 'signature:passkey',
      intent,
      evidence,
    }));
  const check = (signatures: readonly object[], by: KeySignature = answer) =>
    checkKeySignatures({ changes: [...signatures, { table: 'passkey_signature', ...by }] } as never);
  const lastWith = (change: object) => rows(ACTS).map((row, nth) => (nth === 2 ? { ...row, ...change } : row));

  test('makes a signature of each act, also where the rows are written as lists', () => {
    const made = { signed: { table: 'passkey_signature', ...answer }, signatureIds: ['s0', 's1', 's2'] };
    expect(check(rows(ACTS))).toEqual({ good: [made], wrong: [] });
    const { signatureId: _, intent: __, ...common } = rows(ACTS)[0]!;
    const each = { signatureId: ['s0', 's1', 's2'], intent: ACTS };
    expect(check([{ ...common, each }])).toEqual({ good: [made], wrong: [] });
  });

  test.each<[string, readonly object[]]>([
    ['an act less', rows(ACTS.slice(0, 2))],
    ['an act more', rows([...ACTS, sha256('d')])],
    ['another act in place of one', rows([ACTS[0]!, ACTS[1]!, sha256('d')])],
    ['another order', rows([ACTS[0]!, ACTS[2]!, ACTS[1]!])],
    ['an act twice', rows([...ACTS, ACTS[2]!])],
    ['a signature of somebody else among them', lastWith({ personId: 'p2' })],
    ['a signature by password among them', lastWith({ method: 'signature:password' })],
    ['other evidence of one of them', lastWith({ evidence: sha256('x') })],
    ['a waste witnessed among them', lastWith({ meaning: 'witnessed' })],
    ['an intent that is no text', lastWith({ intent: 7 })],
    ['no signature at all', []],
  ])('is wrong with %s', (_, signatures) => {
    const { good, wrong } = check(signatures);
    expect(good).toEqual([]);
    expect(wrong.length).toBeGreaterThan(0);
  });

  test('an answer to one act is none to the list of that act, nor the other way round', () => {
    const one = [ACTS[0]!];
    const toAct = answerTo(key, ACTS[0]!, 's0');
    const toList = answerTo(key, intentOfList(one), 's0');
    expect(check(rows(one, keyEvidence(toAct)), toAct).wrong).toEqual([]);
    expect(check(rows(one, keyEvidence(toList)), toList).wrong).toEqual([]);
    const lifted = { ...toAct, intent: intentOfList(one) };
    expect(check(rows(one, keyEvidence(lifted)), lifted).wrong).toEqual([
      "the key's signature s0: it signs something else",
    ]);
    const unpacked = { ...toList, intent: ACTS[0]! };
    expect(check(rows(one, keyEvidence(unpacked)), unpacked).wrong).toEqual([
      "the key's signature s0: it signs something else",
    ]);
    // An answer to one act beside the signature of another covers that one only.
    const two = rows(ACTS.slice(0, 2), keyEvidence(toAct));
    expect(check(two, toAct).wrong).toEqual([
      'the signature s1 says that a key signed, and no answer of a key is there',
    ]);
  });
});

test('sixty acts signed with the longest key we take fit a record', () => {
  const key = new SoftAuthenticator({
    kind: 'RS256',
    deviceBound: true,
    origin: `https://${'long.'.repeat(20)}example`,
  });
  const signatures = Array.from({ length: 60 }, (_, nth): NewSignature => {
    const intent = sha256(`act ${nth}`);
    return { signatureId: randomUUID(), intent, tokenHash: intent };
  }) as [NewSignature, ...NewSignature[]];
  const intent = intentOfList(signatures.map((one) => one.intent));
  const answer = {
    ...answerTo(key, intent, signatures[0].signatureId),
    passkeyId: randomUUID(),
    personId: randomUUID(),
  };
  const signer = { id: randomUUID(), role: 'none', meaning: 'checked', method: 'signature:passkey' } as const;
  const state = {
    recordedAt: '2026-03-02T08:00:00.000Z',
    site: { policy: DEFAULT_SITE_POLICY },
    rows: (table: string) =>
      table === 'role_grant'
        ? [
            {
              personId: signer.id,
              role: 'pharmacist',
              validFrom: '2026-01-01T00:00:00Z',
              validUntil: null,
              withdrawnAt: null,
            },
          ]
        : [],
  };
  const outcome = sign(
    {
      signatures,
      signer: { ...signer, evidence: keyEvidence(answer) },
      performerId: randomUUID(),
      intent,
      isOfList: true,
      act: 'counts',
      attests: [],
      key: answer,
    },
    state as never,
  );
  if ('code' in outcome) throw new Error(outcome.code);
  const bytes = recordBytes({
    origin: `${'ledger.'.repeat(10)}example/countersign/site/${randomUUID()}`,
    seq: 10_000_000,
    id: randomUUID(),
    type: 'signature',
    occurredAt: state.recordedAt,
    recordedAt: state.recordedAt,
    actors: [outcome.performer!],
    act: outcome.act!,
    changes: outcome.changes!,
    subjects: outcome.subjects!,
    nth: Array.from({ length: 70 }, () => 100_000),
  });
  expect(bytes.length).toBeLessThan(14_000);
});
