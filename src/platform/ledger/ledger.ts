import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { RefusedError, refuse, type Refusal } from '../../domain/refusal.js';
import { Vault } from '../crypto/vault.js';
import type { Attempted, Command, Posted } from './command.js';
import { isConflict, refusalOfConstraint } from './constraints.js';
import { SiteQueues } from './site-queues.js';
import { writeInTransaction, type Written } from './write.js';

const ATTEMPTS = 5;
const LARGEST_GROUP = 32;

type Result = { readonly result: Written } | { readonly error: unknown };

/**
 * The one door: nothing else writes the ledger, the log or what follows it. Lock, load, decide, append, COMMIT, and
 * only then answer (design.md section 3, "The life of one write").
 */
@Injectable()
export class Ledger {
  readonly #queues = new SiteQueues<Attempted, Written>((commands) => this.#writeGroup(commands), LARGEST_GROUP);
  readonly #keysInFlight = new Set<string>();

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
    const written = await this.#alone(command, () => this.#queues.run(command.siteId, command));
    if (!('refused' in written)) return written.posted;
    if (written.unrecorded) await this.recordRefusedAttempt(command, written.refused);
    throw new RefusedError(written.refused);
  }

  /** Records an attempt that was refused before it came to the door (a permission, a wrong password). */
  async recordRefusedAttempt(command: Omit<Attempted, 'decide' | 'reads'>, refusal: Refusal): Promise<void> {
    const { idempotencyKey: _, ...rest } = command;
    await this.#queues.run(command.siteId, { ...rest, reads: [], decide: () => refusal });
  }

  /** Opens the log of a new site; its first record, which makes the site, follows through `post`. */
  async openLog(siteId: string, origin: string): Promise<void> {
    await this.source.query('SELECT countersign.ledger_open_log($1, $2)', [siteId, origin]);
  }

  /** The same key twice at the same moment: the second is told to come back for the answer of the first. */
  async #alone(command: Command, write: () => Promise<Written>): Promise<Written> {
    if (command.idempotencyKey === undefined) return write();
    const key = `${command.siteId}/${command.idempotencyKey}`;
    if (this.#keysInFlight.has(key)) return { refused: refuse('request_in_progress') };
    this.#keysInFlight.add(key);
    try {
      return await write();
    } finally {
      this.#keysInFlight.delete(key);
    }
  }

  /** One transaction for all; where the database refuses one of them, each gets a transaction of its own. */
  async #writeGroup(commands: readonly Attempted[]): Promise<readonly Result[]> {
    if (commands.length > 1) {
      try {
        return await this.#inOneTransaction((runner) => this.#writeEach(runner, commands));
      } catch {
        // Rolled back as a whole, and nothing has been answered: below each is tried for itself.
      }
    }
    const results: Result[] = [];
    for (const command of commands) results.push(await this.#writeAlone(command));
    return results;
  }

  /** A command that fails in our own code, before the database was told anything of it, fails alone. */
  async #writeEach(runner: QueryRunner, commands: readonly Attempted[]): Promise<readonly Result[]> {
    const results: Result[] = [];
    for (const command of commands) {
      try {
        results.push({ result: await writeInTransaction(runner, command, this.vault) });
      } catch (error) {
        if ((error as { driverError?: unknown }).driverError !== undefined) throw error;
        results.push({ error });
      }
    }
    return results;
  }

  async #writeAlone(command: Attempted): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return { result: await this.#inOneTransaction((runner) => writeInTransaction(runner, command, this.vault)) };
      } catch (error) {
        if (isConflict(error) && attempt < ATTEMPTS) continue;
        const refusal = refusalOfConstraint(error);
        return refusal ? { result: { refused: refusal, unrecorded: true } } : { error };
      }
    }
  }

  /** The answer of `work` is worth nothing before the COMMIT has come back. */
  async #inOneTransaction<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.startTransaction();
      const answer = await work(runner);
      await runner.commitTransaction();
      return answer;
    } catch (error) {
      await rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

async function rollBack(runner: QueryRunner): Promise<void> {
  try {
    await runner.rollbackTransaction();
  } catch {
    // The connection is gone, and the transaction with it.
  }
}
