import { changedRows, type JsonObject, type RecordBody } from '../ledger/record.js';
import { checkKeySignatures, type CheckedKeySignature } from '../webauthn/signed-by-key.js';
import { uuid } from './projection.js';
import type { States } from './states.js';

/** A key as the organisation's log enrolled it, whichever log is checked. Times in ms. */
export interface EnrolledKey {
  readonly personId: string;
  readonly publicKey: string;
  readonly rpId: string;
  readonly deviceBound: boolean;
  readonly addedMs: number;
  readonly removedMs: number | undefined;
}

/** Two logs are written side by side: a record may be dated this much before it is there (migrations/0008). */
const SIDE_BY_SIDE_MS = 10_000;

const ABOUT_KEYS: ReadonlySet<string> = new Set(['signature', 'passkey', 'passkey_signature']);
/** Records in which somebody may have confirmed with a key. */
const CONFIRMED: ReadonlySet<string> = new Set(['passkey_added', 'person_invited']);

/** Rules of keys while a log is replayed: migrations/0016 said again, and the signatures themselves, which SQL cannot check. */
export class KeyRules {
  readonly #counts = new Map<string, number>();
  readonly #answers = new Set<string>();
  readonly #openedBy = new Map<string, string>();
  #founder: string | undefined;

  /** Undefined: the enrolled keys are not known here, and the key a record names is taken for the right one. */
  constructor(private readonly enrolled: ReadonlyMap<string, EnrolledKey> | undefined) {}

  /** What is wrong with a record, whose changes the states hold already. Each is a sentence. */
  *broken(states: States, body: RecordBody): Generator<string> {
    if (body.seq === 0) this.#founder = uuid(body.actors[0]?.id ?? '');
    const changes = body.changes ?? [];
    this.#opening(body);
    if (!CONFIRMED.has(body.type) && !changes.some(({ table }) => ABOUT_KEYS.has(table))) return;
    const { good, wrong } = checkKeySignatures(body);
    yield* wrong;
    for (const one of good) yield* this.#brokenSignature(body, one);
    for (const row of changedRows(changes)) {
      if (row.table === 'signature') yield* brokenWitness(states, row, good);
      if (row.table === 'passkey' && row.personId !== undefined) yield* this.#brokenEnrolment(states, body, row);
    }
  }

  #opening(body: RecordBody): void {
    const by = uuid(body.actors[0]?.id ?? '');
    if (body.type === 'person_invited') this.#openedBy.set(uuid(String(body.act?.personId)), by);
    if (body.type !== 'person_added') return;
    for (const row of changedRows(body.changes ?? []))
      if (row.table === 'person') this.#openedBy.set(uuid(String(row.personId)), by);
  }

  *#brokenSignature(body: RecordBody, { signed }: CheckedKeySignature): Generator<string> {
    const id = uuid(signed.passkeyId);
    const { signCount } = signed;
    const last = this.#counts.get(id) ?? 0;
    if (signed.deviceBound && (last > 0 || signCount > 0) && signCount <= last)
      yield `the key ${id} had signed ${last} times before, and says ${signCount}`;
    this.#counts.set(id, signCount);
    const answer = `${id} ${signed.intent} ${signCount}`;
    if (this.#answers.has(answer)) yield `the key ${id} has signed this before, and its answer counts once`;
    this.#answers.add(answer);
    if (!this.enrolled) return;
    const key = this.enrolled.get(id);
    const at = Date.parse(body.recordedAt);
    if (!key) yield `the key ${id} was never enrolled`;
    else if (key.personId !== uuid(signed.personId)) yield `the key ${id} is that of ${key.personId}`;
    else if (
      key.publicKey !== signed.publicKey ||
      key.rpId !== signed.rpId ||
      key.deviceBound !== signed.deviceBound ||
      key.addedMs > at + SIDE_BY_SIDE_MS
    )
      yield `the key ${id} was not enrolled like this`;
    else if (key.removedMs !== undefined && key.removedMs + SIDE_BY_SIDE_MS < at)
      yield `the key ${id} had been removed`;
  }

  *#brokenEnrolment(states: States, body: RecordBody, row: JsonObject): Generator<string> {
    const person = uuid(String(row.personId));
    const id = uuid(String(row.passkeyId));
    if (uuid(body.actors[0]?.id ?? '') !== person) yield `the key ${id} is enrolled by somebody else than its owner`;
    const others = [...states.rows('passkey')].filter(
      ([other, { values }]) => other !== id && values.person_id === person && (values.removed_at ?? null) === null,
    );
    const openedBy = this.#openedBy.get(person);
    if (others.length > 0 || (openedBy === undefined && this.#founder === person)) return;
    const vouched = body.actors.some(
      (one, nth) => nth > 0 && one.meaning === 'checked' && uuid(one.id) !== person && uuid(one.id) !== openedBy,
    );
    if (!vouched) yield `the first key of ${person} is vouched for by nobody`;
  }
}

function* brokenWitness(
  states: States,
  signature: JsonObject,
  good: readonly CheckedKeySignature[],
): Generator<string> {
  if (!asksForDeviceBoundKeys(states)) return;
  const id = String(signature.signatureId);
  const byKey = good.find(({ signatureIds }) => signatureIds.includes(id));
  if (!byKey?.signed.deviceBound) yield `the second person of signature ${id} used no key that stays on its device`;
}

function asksForDeviceBoundKeys(states: States): boolean {
  for (const [, site] of states.rows('site'))
    if ((JSON.parse(String(site.values.policy)) as JsonObject).requireDeviceBoundKeys === true) return true;
  return false;
}
