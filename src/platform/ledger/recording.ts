import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Outcome } from '../../domain/ledger/outcome.js';
import { recordBytes, withoutUndefined, type JsonObject, type RecordBody } from '../../domain/ledger/record.js';
import type { LedgerState } from '../../domain/ledger/state.js';
import type { UnnumberedBody } from '../../domain/ledger/subjects.js';
import { encodeBase64 } from '../../domain/log/base64.js';
import { fieldCommitment, SALT_BYTES } from '../../domain/log/commitment.js';
import type { Refusal } from '../../domain/refusal.js';
import type { Vault } from '../crypto/vault.js';
import type { Attempted } from './command.js';

/** A record that is decided and has no running numbers yet. */
export interface Draft extends Omit<Recording, 'record' | 'salt'> {
  readonly body: UnnumberedBody;
}

/** One row of what `ledger_append` takes. */
export interface Recording {
  readonly record: Uint8Array;
  readonly salt: Uint8Array;
  readonly sealedPrivate: Uint8Array | null;
  readonly key: string | null;
  readonly digest: Uint8Array | null;
  readonly status: number | null;
  readonly answer: JsonObject | null;
}

/** A private value as it is sealed: with its own salt, so that one can be shown or erased without the others. */
export interface PrivateValue {
  readonly name: string;
  readonly salt: string;
  readonly value: string;
}

/** What the sealed private values of a record are bound to: moved to another record they do not open. */
export function privateContext(siteId: string, seq: number): string {
  return `audit_secret/${siteId}/${seq}`;
}

/** The record of an act that was done. */
export function draftOutcome(command: Attempted, state: LedgerState, outcome: Outcome, vault: Vault): Draft {
  const values = privateValues(outcome.private ?? {});
  const performer = outcome.performer ?? command.actor;
  const body: UnnumberedBody = {
    ...place(state),
    origin: outcome.nextOrigin ?? state.origin,
    id: command.idempotencyKey ?? uuidv7(),
    type: outcome.type ?? command.type,
    occurredAt: outcome.occurredAt ?? state.recordedAt,
    actors: [performer, ...(outcome.cosigners ?? [])],
    act: outcome.act,
    entry: outcome.entry && { ...outcome.entry, intent: outcome.intent ?? command.intent ?? '' },
    lines: outcome.entry && (outcome.lines ?? []),
    changes: outcome.changes,
    subjects: outcome.subjects,
    private: values.length > 0 ? commitments(values) : undefined,
  };
  return {
    body,
    sealedPrivate:
      values.length > 0 ? vault.seal(JSON.stringify(values), privateContext(command.siteId, state.seq)) : null,
    key: command.idempotencyKey ?? null,
    digest: command.requestDigest ?? null,
    status: outcome.status ?? 201,
    answer: withoutUndefined(outcome.answer),
  };
}

/**
 * The record of an act that was refused: who, what, why, and what it was about. It claims no key: the same act may be
 * sent again once what was missing is there.
 */
export function draftRefusal(command: Attempted, state: LedgerState, refusal: Refusal): Draft {
  const body: UnnumberedBody = {
    ...place(state),
    id: uuidv7(),
    type: 'refused',
    occurredAt: state.recordedAt,
    actors: [command.actor],
    refusal: { code: refusal.code, of: command.type, field: refusal.field },
    subjects: subjectsSeen(state),
  };
  return { body, sealedPrivate: null, ...NO_KEY };
}

/** The bytes, once the body has its running numbers, and a salt of their own. */
export function recordingOf({ body: _, ...draft }: Draft, body: RecordBody): Recording {
  return { ...draft, record: recordBytes(body), salt: randomBytes(SALT_BYTES) };
}

const NO_KEY = { key: null, digest: null, status: null, answer: null };

function place(state: LedgerState): Pick<RecordBody, 'origin' | 'seq' | 'recordedAt'> {
  return { origin: state.origin, seq: state.seq, recordedAt: state.recordedAt };
}

/** A refused attempt shows in the life of what it was about: container, session, product, lot and patient. */
function subjectsSeen(state: LedgerState): string[] | undefined {
  const seen = [
    ...state.rows('container').map((row) => row.containerId),
    ...state.rows('treatment_session').map((row) => row.sessionId),
    ...state.rows('product').map((row) => row.productId),
    ...state.rows('lot').map((row) => row.lotId),
    ...state.rows('patient').map((row) => row.patientId),
  ].slice(0, 20);
  return seen.length > 0 ? seen : undefined;
}

function privateValues(given: Readonly<Record<string, string | undefined>>): PrivateValue[] {
  return Object.entries(given)
    .filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '')
    .map(([name, value]) => ({
      name,
      salt: encodeBase64(randomBytes(SALT_BYTES)),
      value: value.normalize('NFC'),
    }));
}

function commitments(values: readonly PrivateValue[]): Record<string, string> {
  return Object.fromEntries(
    values.map(({ name, salt, value }) => [
      name,
      encodeBase64(fieldCommitment({ name, salt: Buffer.from(salt, 'base64'), value })),
    ]),
  );
}
