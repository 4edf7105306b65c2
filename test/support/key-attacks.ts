import { createHash, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../src/domain/ledger/record.js';
import { keyEvidence, type KeySignature } from '../../src/domain/webauthn/signed-by-key.js';
import { attack, type LedgerAttack } from './attack.js';
import { SoftAuthenticator, type Lies } from './authenticator.js';
import { hashOf, performer, type RawClinic } from './raw-clinic.js';

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

/** The record of a signature with a key; `signature` and `answer` say something else than is right. */
export async function signByKey(
  clinic: RawClinic,
  { person, key, row }: Enrolled,
  of: { intent: string; lies?: Lies; signature?: JsonObject; answer?: JsonObject; meaning?: string },
): Promise<{ signature: JsonObject; answer: KeySignature }> {
  const { recordedAt } = await clinic.log.place();
  const intent = hashOf(of.intent);
  const challenge = Buffer.from(intent, 'base64').toString('base64url');
  const { response } = key.get({ challenge }, of.lies);
  const standard = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  const answer = {
    signatureId: randomUUID(),
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
    ...of.answer,
  } as unknown as KeySignature;
  const signature: JsonObject = {
    table: 'signature',
    signatureId: answer.signatureId,
    personId: person,
    meaning: of.meaning ?? 'witnessed',
    method: 'signature:passkey',
    intent,
    act: 'wastes',
    attests: ['label', 'volume', 'act'],
    tokenHash: hashOf(randomUUID()),
    evidence: keyEvidence(answer),
    madeAt: recordedAt,
    expiresAt: new Date(Date.parse(recordedAt) + 120_000).toISOString(),
    ...of.signature,
  };
  await clinic.log.append({
    type: 'signature',
    actors: [performer(person)],
    changes: [signature, { table: 'passkey_signature', ...answer }],
  });
  return { signature, answer };
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
