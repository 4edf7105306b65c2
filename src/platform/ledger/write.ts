import type { QueryRunner } from 'typeorm';
import type { Outcome } from '../../domain/ledger/outcome.js';
import type { RecordBody } from '../../domain/ledger/record.js';
import { LedgerState } from '../../domain/ledger/state.js';
import { numbered, type SubjectFacts } from '../../domain/ledger/subjects.js';
import { equalBytes } from '../../domain/log/bytes.js';
import { said } from '../../domain/refusal-details.js';
import { refuse, type Refusal } from '../../domain/refusal.js';
import type { Vault } from '../crypto/vault.js';
import type { Attempted, Posted } from './command.js';
import { draftOutcome, draftRefusal, recordingOf, type Draft, type Recording } from './recording.js';
import { loadedState, type LoadAnswer } from './rows-from-database.js';

/** What one command came to: done, or refused. A refusal is in the log unless it says that it is not. */
export type Written = { readonly posted: Posted } | { readonly refused: Refusal; readonly unrecorded?: true };

interface KnownAnswer {
  readonly digest: string;
  readonly seq: number;
  readonly status: number;
  readonly answer: object;
  readonly leafHash: string;
  readonly recordedAt: string;
}

type Loaded = LoadAnswer & {
  readonly busy?: true;
  readonly unknownSite?: true;
  readonly known?: KnownAnswer;
  /** The record's time to the microsecond, as `ledger_append` wants it back. */
  readonly at: string;
  /** Subject → how many records are about it, and what they must name besides. */
  readonly subjects: SubjectsAnswer;
};

type SubjectsAnswer = Readonly<Record<string, SubjectFacts>>;

/** Lock, load, decide, append: one command inside an open transaction. Nothing of it holds before the COMMIT. */
export async function writeInTransaction(runner: QueryRunner, command: Attempted, vault: Vault): Promise<Written> {
  const loaded = await load(runner, command);
  if (loaded.busy) return { refused: refuse('request_in_progress') };
  if (loaded.unknownSite) return { refused: refuse('not_found', { detail: said('no_site') }) };
  if (loaded.known) return firstAnswer(loaded.known, command);

  const state = new LedgerState(loadedState(loaded));
  const decided = command.decide(state);
  if (isRefusal(decided)) {
    const draft = draftRefusal(command, state, decided);
    await append(runner, command, recordingOf(draft, await numberedBody(runner, draft, command, loaded)), loaded.at);
    return { refused: decided };
  }
  const draft = draftOutcome(command, state, decided, vault);
  const recording = recordingOf(draft, await numberedBody(runner, draft, command, loaded));
  const row = decided.nextOrigin
    ? await beginIncarnation(runner, { command, recording, at: loaded.at, origin: decided.nextOrigin })
    : await append(runner, command, recording, loaded.at);
  for (const { text, values } of decided.alongside ?? []) await runner.query(text, [...values]);
  return {
    posted: {
      siteId: command.siteId,
      status: recording.status ?? 201,
      replayed: false,
      body: {
        ...recording.answer,
        seq: Number(row.seq),
        leafHash: row.leaf_hash.toString('base64'),
        recordedAt: state.recordedAt,
      },
    },
  };
}

async function load(runner: QueryRunner, command: Attempted): Promise<Loaded> {
  const [{ loaded }] = (await runner.query('SELECT countersign.ledger_load($1, $2, $3, $4) AS loaded', [
    command.siteId,
    command.idempotencyKey ?? null,
    JSON.stringify(command.reads.filter((read) => read.values.length > 0)),
    [command.actor.id],
  ])) as [{ loaded: Loaded }];
  return loaded;
}

/**
 * The running numbers of everything the record is about. `ledger_load` answers with those of what the act had to see, which
 * is enough for a dose; what else it turned out to be about is asked for, under the lock that the transaction holds.
 */
async function numberedBody(
  runner: QueryRunner,
  draft: Draft,
  command: Attempted,
  loaded: Loaded,
): Promise<RecordBody> {
  const known = new Map(Object.entries(loaded.subjects));
  for (;;) {
    const tried = numbered(draft.body, known);
    if ('body' in tried) return tried.body;
    const [{ found }] = (await runner.query('SELECT countersign.ledger_subjects($1, $2) AS found', [
      command.siteId,
      tried.unknown,
    ])) as [{ found: SubjectsAnswer }];
    for (const [id, facts] of Object.entries(found)) known.set(id, facts);
  }
}

function isRefusal(decided: Outcome | Refusal): decided is Refusal {
  return 'code' in decided;
}

function firstAnswer(known: KnownAnswer, command: Attempted): Written {
  const same = command.requestDigest && equalBytes(Buffer.from(known.digest, 'base64'), command.requestDigest);
  if (!same) return { refused: refuse('idempotency_key_reused', { field: 'Idempotency-Key' }), unrecorded: true };
  const { seq, leafHash, recordedAt, status } = known;
  return {
    posted: { siteId: command.siteId, status, replayed: true, body: { ...known.answer, seq, leafHash, recordedAt } },
  };
}

async function append(
  runner: QueryRunner,
  command: Attempted,
  recording: Recording,
  at: string,
): Promise<{ seq: string; leaf_hash: Buffer }> {
  const [row] = (await runner.query(
    'SELECT seq, leaf_hash FROM countersign.ledger_append($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      command.siteId,
      [Buffer.from(recording.record)],
      [Buffer.from(recording.salt)],
      [recording.sealedPrivate && Buffer.from(recording.sealedPrivate)],
      [at],
      [recording.key],
      [recording.digest && Buffer.from(recording.digest)],
      [recording.status],
      [recording.answer && JSON.stringify(recording.answer)],
    ],
  )) as [{ seq: string; leaf_hash: Buffer }];
  return row;
}

/** As `append`, and from this record on the log has another origin. */
async function beginIncarnation(
  runner: QueryRunner,
  of: { command: Attempted; recording: Recording; at: string; origin: string },
): Promise<{ seq: string; leaf_hash: Buffer }> {
  const { command, recording, at, origin } = of;
  const [row] = (await runner.query(
    'SELECT seq, leaf_hash FROM countersign.ledger_begin_incarnation($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [
      command.siteId,
      origin,
      Buffer.from(recording.record),
      Buffer.from(recording.salt),
      recording.sealedPrivate && Buffer.from(recording.sealedPrivate),
      at,
      recording.key,
      recording.digest && Buffer.from(recording.digest),
      recording.status,
      recording.answer && JSON.stringify(recording.answer),
    ],
  )) as [{ seq: string; leaf_hash: Buffer }];
  return row;
}
