import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Outcome } from '../../domain/ledger/outcome.js';
import { LedgerState } from '../../domain/ledger/state.js';
import { equalBytes } from '../../domain/log/bytes.js';
import { RefusedError, refuse, type Refusal } from '../../domain/refusal.js';
import { Vault } from '../crypto/vault.js';
import type { Command, Posted } from './command.js';
import { isConflict, refusalOfConstraint } from './constraints.js';
import { recordOutcome, recordRefusal, type Recording } from './recording.js';
import { loadedState } from './rows-from-database.js';

const ATTEMPTS = 5;

interface Loaded {
  busy?: true;
  unknownSite?: true;
  known?: { digest: string; seq: number; status: number; answer: object; leafHash: string; recordedAt: string };
  at: string;
}

/** What one transaction came to. */
type Written = { readonly posted: Posted } | { readonly refused: Refusal; readonly unrecorded?: true };

/**
 * The one door: nothing else writes the ledger, the log or what follows it. Lock, load, decide, append, COMMIT, and
 * only then answer (design.md section 3, "The life of one write").
 */
@Injectable()
export class Ledger {
  readonly #log = new Logger(Ledger.name);

  constructor(
    private readonly source: DataSource,
    private readonly vault: Vault,
  ) {}

  /**
   * Records an act, or the refused attempt of one. A resolved promise means: committed.
   * Throws RefusedError with the refusal; any other error means that nothing is known to be recorded, and the same
   * command with the same key may be sent again.
   */
  async post(command: Command): Promise<Posted> {
    const written = await this.#repeated(() => this.#write(command));
    if (!('refused' in written)) return written.posted;
    if (written.unrecorded) await this.recordRefusedAttempt(command, written.refused);
    throw new RefusedError(written.refused);
  }

  /** Records an attempt that was refused before it came to the door (a permission, a wrong password). */
  async recordRefusedAttempt(command: Omit<Command, 'decide' | 'reads'>, refusal: Refusal): Promise<void> {
    const { idempotencyKey: _, ...rest } = command;
    await this.#repeated(() => this.#write({ ...rest, reads: [], decide: () => refusal }));
  }

  /** Opens the log of a new site; its first record, which makes the site, follows through `post`. */
  async openLog(siteId: string, origin: string): Promise<void> {
    await this.source.query('SELECT countersign.ledger_open_log($1, $2)', [siteId, origin]);
  }

  async #repeated(write: () => Promise<Written>): Promise<Written> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await write();
      } catch (error) {
        if (!isConflict(error) || attempt === ATTEMPTS) throw error;
        this.#log.debug(`conflict, attempt ${attempt} is repeated`);
      }
    }
  }

  async #write(command: Command): Promise<Written> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      const written = await this.#inTransaction(runner, command);
      // Whatever was written is an answer only once this line is through.
      await runner.commitTransaction();
      return written;
    } catch (error) {
      await rollBack(runner);
      const refusal = refusalOfConstraint(error);
      if (!refusal) throw error;
      return { refused: refusal, unrecorded: true };
    } finally {
      await runner.release();
    }
  }

  async #inTransaction(runner: QueryRunner, command: Command): Promise<Written> {
    const loaded = await this.#load(runner, command);
    if (loaded.busy) return { refused: refuse('request_in_progress') };
    if (loaded.unknownSite) return { refused: refuse('not_found', { detail: 'There is no such site.' }) };
    if (loaded.known) return firstAnswer(loaded.known, command);

    const state = new LedgerState(loadedState(loaded as never));
    const decided = command.decide(state);
    if (isRefusal(decided)) {
      await append(runner, command, recordRefusal(command, state, decided), loaded.at);
      return { refused: decided };
    }
    const recording = recordOutcome(command, state, decided, this.vault);
    const [row] = await append(runner, command, recording, loaded.at);
    for (const { text, values } of decided.alongside ?? []) await runner.query(text, [...values]);
    return {
      posted: {
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

  async #load(runner: QueryRunner, command: Command): Promise<Loaded> {
    const [{ loaded }] = (await runner.query('SELECT countersign.ledger_load($1, $2, $3) AS loaded', [
      command.siteId,
      command.idempotencyKey ?? null,
      JSON.stringify(command.reads.filter((read) => read.values.length > 0)),
    ])) as [{ loaded: Loaded }];
    return loaded;
  }
}

function isRefusal(decided: Outcome | Refusal): decided is Refusal {
  return 'code' in decided;
}

function firstAnswer(known: NonNullable<Loaded['known']>, command: Command): Written {
  const same = command.requestDigest && equalBytes(Buffer.from(known.digest, 'base64'), command.requestDigest);
  if (!same) return { refused: refuse('idempotency_key_reused', { field: 'Idempotency-Key' }), unrecorded: true };
  const { seq, leafHash, recordedAt, status } = known;
  return { posted: { status, replayed: true, body: { ...known.answer, seq, leafHash, recordedAt } } };
}

async function append(
  runner: QueryRunner,
  command: Command,
  recording: Recording,
  at: string,
): Promise<[{ seq: string; leaf_hash: Buffer }]> {
  return (await runner.query(
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
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction();
  } catch {
    // The connection is gone, and the transaction with it.
  }
}
