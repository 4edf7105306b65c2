import { createHash, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../src/domain/ledger/record.js';
import { confirmationIntent } from '../../../src/domain/webauthn/confirmed.js';
import { intentOfList } from '../../../src/domain/webauthn/intent-of-list.js';
import { keyEvidence, type KeySignature } from '../../../src/domain/webauthn/signed-by-key.js';
import { attack, type LedgerAttack } from './attack.js';
import { SoftAuthenticator, type Lies } from '../authenticator.js';
import { hashOf, performer, type RawClinic } from '../raw-clinic.js';

/** A person of the clinic's log with a key of their own, as their records say it. */
export interface Enrolled {
  readonly person: string;
  readonly key: SoftAuthenticator;
  readonly row: JsonObject;
}

const voucher = (id: string): JsonObject => ({ ...performer(id), meaning: 'checked' });

/** Appends a person and then their key; `more` is said of the key instead of what is right. */
export async function enrol(
  clinic: RawClinic,
  of: { more?: JsonObject; actors?: (person: string) => JsonObject[]; deviceBound?: boolean } = {},
): Promise<Enrolled> {
  const person = randomUUID();
  await clinic.log.append({
    type: 'person_added',
    actors: [performer(clinic.ids.pharmacist, 'administrator')],
    changes: [{ table: 'person', personId: person, username: person, displayName: 'Key', disabled: false }],
  });
  const key = new SoftAuthenticator({ deviceBound: of.deviceBound ?? true });
  const { recordedAt } = await clinic.log.place();
  const row = {
    table: 'passkey',
    passkeyId: randomUUID(),
    personId: person,
    credentialHash: createHash('sha256').update(key.credentialId).digest('base64'),
    publicKey: key.cosePublicKey.toString('base64'),
    algorithm: -7,
    aaguid: '00000000-0000-0000-0000-000000000000',
    rpId: 'localhost',
    deviceBound: of.deviceBound ?? true,
    addedAt: recordedAt,
    ...of.more,
  };
  const actors = of.actors?.(person) ?? [{ ...performer(person) }, voucher(clinic.ids.ann)];
  await clinic.log.append({ type: 'passkey_added', actors, changes: [row] });
  return { person, key, row };
}

/** Appends a person and their first key, which somebody vouches for with a key; `answered` is what that key answered to instead. */
export async function enrolVouchedByKey(clinic: RawClinic, by: Enrolled, answered: JsonObject = {}): Promise<void> {
  const person = randomUUID();
  await clinic.log.append({
    type: 'person_added',
    actors: [performer(clinic.ids.pharmacist, 'administrator')],
    changes: [{ table: 'person', personId: person, username: person, displayName: 'Key', disabled: false }],
  });
  const key = new SoftAuthenticator({ deviceBound: true });
  const credentialHash = createHash('sha256').update(key.credentialId).digest('base64');
  const publicKey = key.cosePublicKey.toString('base64');
  const made = { credentialHash, publicKey, rpId: 'localhost', deviceBound: true };
  const intent = confirmationIntent({ type: 'passkey_added', personId: person, ...made, ...answered });
  const { recordedAt } = await clinic.log.place();
  const { signatureId, tokenHash } = newSignature(intent);
  const answer = answerOf(by, intent, signatureId);
  const said = { signatureId, meaning: 'checked', method: 'signature:passkey', evidence: keyEvidence(answer) };
  const expiresAt = new Date(Date.parse(recordedAt) + 120_000).toISOString();
  const times = { madeAt: recordedAt, expiresAt };
  await clinic.log.append({
    type: 'passkey_added',
    actors: [performer(person), { id: by.person, role: 'nurse', ...said }],
    changes: [
      {
        table: 'signature',
        personId: by.person,
        intent,
        act: 'passkey_added',
        attests: [],
        tokenHash,
        ...said,
        ...times,
      },
      { table: 'passkey_signature', ...answer },
      {
        table: 'passkey',
        passkeyId: randomUUID(),
        personId: person,
        algorithm: -7,
        aaguid: '00000000-0000-0000-0000-000000000000',
        addedAt: recordedAt,
        ...made,
      },
    ],
  });
}

/** The record of a signature with a key; `signature` and `answer` say something else than is right. */
export async function signByKey(
  clinic: RawClinic,
  who: Enrolled,
  of: { intent: string; lies?: Lies; signature?: JsonObject; answer?: JsonObject; meaning?: string },
): Promise<{ signature: JsonObject; answer: KeySignature }> {
  const intent = hashOf(of.intent);
  const signature = { ...newSignature(intent), meaning: of.meaning ?? 'witnessed', act: 'wastes', attests: ALL_SEEN };
  const answer = { ...answerOf(who, intent, signature.signatureId, of.lies), ...of.answer } as unknown as KeySignature;
  signature.signatureId = answer.signatureId;
  const [made] = await putSigned(clinic, who, answer, [{ ...signature, ...of.signature }]);
  return { signature: made!, answer };
}

/**
 * The record of the acts of a list, signed with one answer of a key to the list; `made` says which acts get a signature by it, where
 * these are not the right ones, and `signature` what is wrong with the last of them.
 */
export async function signListByKey(
  clinic: RawClinic,
  who: Enrolled,
  of: { acts: string[]; made?: string[]; signature?: JsonObject; all?: JsonObject; lies?: Lies },
): Promise<{ signatures: JsonObject[]; answer: KeySignature }> {
  const checked = { meaning: 'checked', act: 'counts', attests: [], ...of.all };
  const made: JsonObject[] = (of.made ?? of.acts).map((act) => ({ ...newSignature(hashOf(act)), ...checked }));
  const last = made.pop()!;
  made.push({ ...last, ...of.signature });
  const answer = answerOf(who, intentOfList(of.acts.map(hashOf)), String(made[0]!.signatureId), of.lies);
  return { signatures: await putSigned(clinic, who, answer, made), answer };
}

const ALL_SEEN = ['label', 'volume', 'act'];
const newSignature = (intent: string): { signatureId: string; intent: string; tokenHash: string } => ({
  signatureId: randomUUID(),
  intent,
  tokenHash: hashOf(randomUUID()),
});

function answerOf({ person, key, row }: Enrolled, intent: string, signatureId: string, lies?: Lies): KeySignature {
  const { response } = key.get({ challenge: Buffer.from(intent, 'base64').toString('base64url') }, lies);
  const standard = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  return {
    signatureId,
    passkeyId: row.passkeyId,
    personId: person,
    intent,
    publicKey: row.publicKey,
    rpId: 'localhost',
    deviceBound: row.deviceBound,
    signCount: Buffer.from(response.authenticatorData, 'base64url').readUInt32BE(33),
    authenticatorData: standard(response.authenticatorData),
    clientData: standard(response.clientDataJSON),
    assertion: standard(response.signature),
  } as unknown as KeySignature;
}

async function putSigned(clinic: RawClinic, { person }: Enrolled, answer: KeySignature, made: readonly JsonObject[]) {
  const { recordedAt } = await clinic.log.place();
  const common = {
    table: 'signature',
    personId: person,
    method: 'signature:passkey',
    evidence: keyEvidence(answer),
    madeAt: recordedAt,
    expiresAt: new Date(Date.parse(recordedAt) + 120_000).toISOString(),
  };
  const signatures: JsonObject[] = made.map((one) => ({ ...common, ...one }));
  await clinic.log.append({
    type: 'signature',
    actors: [performer(person)],
    changes: [...signatures, { table: 'passkey_signature', ...answer }],
  });
  return signatures;
}

const right = { intent: 'of a key' } as const;
const put = (clinic: RawClinic, ...changes: JsonObject[]): Promise<unknown> =>
  clinic.log.append({ type: 'changed', actors: [performer(clinic.ids.nurse)], changes });
const setPolicy = (clinic: RawClinic, policy: JsonObject) => put(clinic, clinic.siteRow(policy));

/** Attacks on keys of people, and on what keys sign. */
export const KEY_ATTACKS: readonly LedgerAttack[] = [
  attack('passkey_enrolled_by_its_owner', 'a key enrolled by an administrator', (c) =>
    enrol(c, { actors: () => [performer(c.ids.pharmacist) as never, voucher(c.ids.ann)] }),
  ),
  attack('passkey_enrolled_by_its_owner', 'a key enrolled as removed', (c) =>
    enrol(c, { more: { removedAt: '2026-01-02T15:00:00.000Z' } }),
  ),
  attack('passkey_first_is_vouched_for', 'a first key that nobody vouches for', (c) =>
    enrol(c, { actors: (person) => [performer(person) as never] }),
  ),
  attack('passkey_first_is_vouched_for', 'a first key its owner vouches for', (c) =>
    enrol(c, { actors: (person) => [performer(person) as never, voucher(person)] }),
  ),
  attack('passkey_first_is_vouched_for', 'a first key that whoever made the account vouches for', (c) =>
    enrol(c, { actors: (person) => [performer(person) as never, voucher(c.ids.pharmacist)] }),
  ),
  attack('passkey_first_is_vouched_for', 'a first key vouched for by a key that is not in the record', (c) =>
    enrol(c, {
      actors: (person) => [performer(person) as never, { ...voucher(c.ids.ann), method: 'signature:passkey' }],
    }),
  ),
  attack('passkey_first_is_vouched_for', 'a first key vouched for by a key that answered to another key', async (c) => {
    const by = await enrol(c);
    return enrolVouchedByKey(c, by, { credentialHash: hashOf('another key') });
  }),
  attack('passkey_of_person', 'a key of nobody', async (c) => enrol(c, { more: { personId: randomUUID() } })),
  attack('passkey_algorithm_known', 'a key of an unknown kind', (c) => enrol(c, { more: { algorithm: -8000 } })),
  attack('passkey_credential_unique', 'one key for two people', async (c) => {
    const { row } = await enrol(c);
    return enrol(c, { more: { credentialHash: row.credentialHash } });
  }),
  attack('passkey_keeps_its_identity', 'another public key', async (c) => {
    const { row } = await enrol(c);
    return put(c, { table: 'passkey', passkeyId: row.passkeyId, publicKey: 'AAAA' });
  }),
  attack('passkey_stays_removed', 'a removed key given back', async (c) => {
    const { row } = await enrol(c);
    await put(c, { table: 'passkey', passkeyId: row.passkeyId, removedAt: '2026-01-02T15:00:00.000Z' });
    return put(c, { table: 'passkey', passkeyId: row.passkeyId, clear: ['removedAt'] });
  }),
  attack('passkey_signature_is_of_a_live_key', 'a signature with a removed key', async (c) => {
    const who = await enrol(c);
    await put(c, { table: 'passkey', passkeyId: who.row.passkeyId, removedAt: '2026-01-02T15:00:00.000Z' });
    return signByKey(c, who, right);
  }),
  attack('passkey_signature_is_of_a_live_key', 'a signature with a key nobody enrolled', async (c) =>
    signByKey(c, await enrol(c), { ...right, answer: { passkeyId: randomUUID() } }),
  ),
  attack('passkey_signature_is_of_a_live_key', "a signature with a colleague's key", async (c) => {
    const [one, other] = [await enrol(c), await enrol(c)];
    return signByKey(c, { ...one, person: other.person }, right);
  }),
  attack('passkey_signature_is_of_its_intent', 'an answer of a key to another act', async (c) => {
    const challenge = Buffer.from(hashOf('another'), 'base64').toString('base64url');
    return signByKey(c, await enrol(c), { ...right, lies: { challenge } });
  }),
  attack('passkey_signature_is_of_its_intent', 'an answer of a key given when it was made', async (c) =>
    signByKey(c, await enrol(c), { ...right, lies: { type: 'webauthn.create' } }),
  ),
  attack('passkey_signature_verified_the_person', 'a key touched by anybody', async (c) =>
    signByKey(c, await enrol(c), { ...right, lies: { userVerified: false } }),
  ),
  attack('passkey_signature_verified_the_person', 'a key of another domain', async (c) =>
    signByKey(c, await enrol(c), { ...right, lies: { rpId: 'evil.example' } }),
  ),
  attack('passkey_signature_verified_the_person', 'a synchronised key that is called bound to its device', async (c) =>
    signByKey(c, await enrol(c), { ...right, lies: { backupEligible: true } }),
  ),
  attack('passkey_signs_an_act_once', 'an answer of a key used for a second signature', async (c) => {
    const who = await enrol(c);
    await signByKey(c, who, { intent: 'twice', lies: { signCount: 5 } });
    return signByKey(c, who, { intent: 'twice', lies: { signCount: 5 } });
  }),
  attack('passkey_signs_an_act_once', 'an act signed twice by a key that does not count', async (c) => {
    const who = await enrol(c, { deviceBound: false });
    await signByKey(c, who, { intent: 'twice' });
    return signByKey(c, who, { intent: 'twice' });
  }),
  attack('passkey_signature_verified_the_person', 'a counter said otherwise', async (c) =>
    signByKey(c, await enrol(c), { ...right, answer: { signCount: 77 } }),
  ),
  attack('passkey_signature_of_signature', 'an answer of a key that belongs to no signature', async (c) =>
    signByKey(c, await enrol(c), {
      ...right,
      answer: { signatureId: randomUUID() },
      signature: { signatureId: randomUUID() },
    }),
  ),
  attack('passkey_signature_is_of_its_signature', 'a signature by password with the answer of a key', async (c) =>
    signByKey(c, await enrol(c), { ...right, signature: { method: 'signature:password' } }),
  ),
  attack('passkey_signature_keeps_its_identity', 'an answer of a key exchanged', async (c) => {
    const { answer } = await signByKey(c, await enrol(c), { intent: 'kept' });
    return put(c, { table: 'passkey_signature', signatureId: answer.signatureId, assertion: 'AAAA' });
  }),
  attack('signature_has_its_assertion', 'a signature that says a key made it', (c) =>
    c.sign({ person: c.ids.ann, intent: 'x' }, { method: 'signature:passkey' }),
  ),
  attack('passkey_signature_is_of_its_signature', 'an answer to a list used for fewer acts than it holds', async (c) =>
    signListByKey(c, await enrol(c), { acts: ['l1', 'l2', 'l3'], made: ['l1', 'l2'] }),
  ),
  attack('passkey_signature_is_of_its_signature', 'an answer to a list used for one act more', async (c) =>
    signListByKey(c, await enrol(c), { acts: ['l1', 'l2'], made: ['l1', 'l2', 'l3'] }),
  ),
  attack('passkey_signature_is_of_its_signature', 'an answer to a list used for it in another order', async (c) =>
    signListByKey(c, await enrol(c), { acts: ['l1', 'l2'], made: ['l2', 'l1'] }),
  ),
  attack('passkey_signature_is_of_its_signature', 'an answer to a list of one used for another act', async (c) =>
    signListByKey(c, await enrol(c), { acts: ['l1'], made: ['l2'] }),
  ),
  attack('passkey_signature_is_of_its_signature', "a colleague's signature among those of a list", async (c) =>
    signListByKey(c, await enrol(c), { acts: ['l1', 'l2'], signature: { personId: c.ids.ann } }),
  ),
  attack('passkey_signature_is_of_its_signature', 'a signature by password among those of a list', async (c) =>
    signListByKey(c, await enrol(c), { acts: ['l1', 'l2'], signature: { method: 'signature:password' } }),
  ),
  attack('passkey_signs_lists_that_are_checked', 'two wastes witnessed with one touch of a key', async (c) =>
    signListByKey(c, await enrol(c), {
      acts: ['l1', 'l2'],
      all: { meaning: 'witnessed', act: 'wastes', attests: ALL_SEEN },
    }),
  ),
  attack('passkey_signs_an_act_once', 'a list signed twice by a key that does not count', async (c) => {
    const who = await enrol(c, { deviceBound: false });
    await signListByKey(c, who, { acts: ['t1', 't2'] });
    return signListByKey(c, who, { acts: ['t1', 't2'] });
  }),
  attack('signature_has_its_assertion', 'a signature by key beside the answer to another act', async (c) => {
    const who = await enrol(c);
    const first = { ...newSignature(hashOf('b1')), meaning: 'checked', act: 'counts', attests: [] };
    const second = { ...first, ...newSignature(hashOf('b2')) };
    return putSigned(c, who, answerOf(who, first.intent, first.signatureId), [first, second]);
  }),
  attack('witness_signs_with_a_device_bound_key', 'a second person by password where a key is asked', async (c) => {
    await setPolicy(c, { requireDeviceBoundKeys: true });
    try {
      return await c.sign({ person: c.ids.ann, intent: 'x', meaning: 'checked' });
    } finally {
      await setPolicy(c, {});
    }
  }),
  attack(
    'witness_signs_with_a_device_bound_key',
    'a list signed with a synchronised key where a bound one is asked',
    async (c) => {
      const who = await enrol(c, { deviceBound: false });
      await setPolicy(c, { requireDeviceBoundKeys: true });
      try {
        return await signListByKey(c, who, { acts: ['s1', 's2'] });
      } finally {
        await setPolicy(c, {});
      }
    },
  ),
  attack('witness_signs_with_a_device_bound_key', 'a witness by password where a key is asked', async (c) => {
    await setPolicy(c, { requireDeviceBoundKeys: true });
    try {
      return await c.sign({ person: c.ids.ann, intent: 'x' });
    } finally {
      await setPolicy(c, {});
    }
  }),
  attack(
    'witness_signs_with_a_device_bound_key',
    'a witness with a synchronised key where a bound one is asked',
    async (c) => {
      const who = await enrol(c, { deviceBound: false });
      await setPolicy(c, { requireDeviceBoundKeys: true });
      try {
        return await signByKey(c, who, { intent: 'synchronised' });
      } finally {
        await setPolicy(c, {});
      }
    },
  ),
];
