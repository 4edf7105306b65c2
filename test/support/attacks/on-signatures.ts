import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../../src/domain/ledger/record.js';
import { hashOf, performer, type RawClinic } from '../raw-clinic.js';
import type { RawRecord } from '../raw-log.js';
import { attack, type LedgerAttack } from './attack.js';
import { inHand, note, put } from './acts.js';

async function wasteWith(
  clinic: RawClinic,
  people: readonly string[],
  more: Partial<RawRecord> = {},
): Promise<unknown> {
  const session = await inHand(clinic);
  const intent = randomUUID();
  const cosigners = [];
  for (const person of people) cosigners.push((await clinic.sign({ person, intent })).actor);
  return clinic.log.append({ ...clinic.waste('2', { intent, cosigners, session }), ...more });
}

async function signedWaste(
  clinic: RawClinic,
  of: { sign?: JsonObject; actor?: JsonObject; meaning?: string; intent?: string },
): Promise<unknown> {
  const session = await inHand(clinic);
  const intent = randomUUID();
  const ann = await clinic.sign({ person: clinic.ids.ann, intent });
  const ben = await clinic.sign(
    { person: clinic.ids.ben, intent: of.intent ?? intent, ...(of.meaning ? { meaning: of.meaning } : {}) },
    of.sign,
  );
  const cosigners = [ann.actor, { ...ben.actor, ...of.actor } as never];
  return clinic.log.append(clinic.waste('2', { intent, cosigners, session }));
}

/** Attacks on signatures. */
export const ON_SIGNATURES: readonly LedgerAttack[] = [
  attack('entry_fully_signed', 'a waste nobody saw', (c) => wasteWith(c, [])),
  attack('entry_fully_signed', 'a waste one person saw', (c) => wasteWith(c, [c.ids.ann])),
  attack('entry_fully_signed', 'a witness who checked instead of seeing', (c) =>
    signedWaste(c, { meaning: 'checked' }),
  ),
  attack('entry_fully_signed', 'other evidence than the signature has', (c) =>
    signedWaste(c, { actor: { evidence: hashOf('no') } }),
  ),
  attack('entry_fully_signed', 'a signature that had expired', async (c) => {
    const { recordedAt } = await c.log.place();
    const madeAt = new Date(Date.parse(recordedAt) - 600_000).toISOString();
    return signedWaste(c, { sign: { madeAt, expiresAt: new Date(Date.parse(madeAt) + 120_000).toISOString() } });
  }),
  attack('entry_fully_signed', 'an expired signature, said to have been given in an earlier record', async (c) => {
    const { seq } = await c.log.append(note(c));
    const { recordedAt } = await c.log.place();
    const madeAt = new Date(Date.parse(recordedAt) - 120_000).toISOString();
    return signedWaste(c, {
      sign: { madeAt, expiresAt: new Date(Date.parse(madeAt) + 1).toISOString() },
      actor: { signedSeq: seq },
    });
  }),
  attack('entry_signature_pk', 'two equal witnesses', (c) => wasteWith(c, [c.ids.ann, c.ids.ann])),
  attack('entry_signature_pk', 'the performer as a witness', (c) => wasteWith(c, [c.ids.ann, c.ids.nurse])),
  attack('entry_signature_used_once', 'a signature used twice', async (c) => {
    const session = await inHand(c);
    const cosigners = await c.witnesses('once');
    await c.log.append(c.waste('1', { intent: 'once', cosigners, session }));
    return c.log.append(c.waste('1', { intent: 'once', cosigners, session }));
  }),
  attack('entry_signature_signs_this_intent', 'a signature made for another act', (c) =>
    signedWaste(c, { intent: 'another' }),
  ),
  attack('entry_signature_signs_this_intent', "somebody else's signature", (c) =>
    signedWaste(c, { actor: { id: c.ids.pharmacist } }),
  ),
  attack('entry_signature_signs_this_intent', 'a signature nobody made', (c) =>
    signedWaste(c, { actor: { signatureId: randomUUID() } }),
  ),
  attack('entry_signature_signs_this_intent', 'a signature given another meaning', (c) =>
    signedWaste(c, { actor: { meaning: 'checked' } }),
  ),
  attack('entry_signature_second_person_signed', 'a witness by name only', async (c) => {
    const session = await inHand(c);
    const { signatureId: _, ...named } = (await c.sign({ person: c.ids.ann, intent: 'x' })).actor;
    return c.log.append(c.waste('1', { intent: 'x', cosigners: [named], session }));
  }),
  attack('entry_has_one_performer', 'a colleague named as performing too', async (c) => {
    const session = await inHand(c);
    return c.log.append({ ...c.give('1', session), actors: [performer(c.ids.nurse), performer(c.ids.ann)] });
  }),
  attack('entry_signed_by_performer', 'an act whose performer only checked', async (c) => {
    const session = await inHand(c);
    const { actor } = await c.sign({ person: c.ids.nurse, intent: 'give', meaning: 'checked' });
    return c.log.append({ ...c.give('1', session), actors: [actor] });
  }),
  attack('signature_meaning_known', 'an unknown meaning', (c) =>
    c.sign({ person: c.ids.ann, intent: 'x', meaning: 'liked' }),
  ),
  attack('signature_token_unique', 'one token for two signatures', async (c) => {
    const { row } = await c.sign({ person: c.ids.ann, intent: 'x' });
    return c.sign({ person: c.ids.ben, intent: 'x' }, { tokenHash: row.tokenHash });
  }),
  attack('signature_lasts_two_minutes', 'a signature for a day', (c) =>
    c.sign({ person: c.ids.ann, intent: 'x' }, { expiresAt: new Date(Date.now() + 86_400_000).toISOString() }),
  ),
  attack('signature_made_now', 'a signature for tomorrow', (c) => {
    const tomorrow = Date.now() + 86_400_000;
    const [madeAt, expiresAt] = [new Date(tomorrow).toISOString(), new Date(tomorrow + 120_000).toISOString()];
    return c.sign({ person: c.ids.ann, intent: 'x' }, { madeAt, expiresAt });
  }),
  attack('signature_keeps_its_identity', 'a signature given two more minutes', async (c) => {
    const { row } = await c.sign({ person: c.ids.ann, intent: 'x' });
    const madeAt = (await c.log.place()).recordedAt;
    return put(c, { ...row, madeAt, expiresAt: new Date(Date.parse(madeAt) + 120_000).toISOString() });
  }),
];
