import { stat } from 'node:fs/promises';
import { LogError } from '../../domain/log/log-error.js';
import type { VerifierKey } from '../../domain/log/note-key.js';
import { parseTlogPolicy } from '../../domain/log/tlog-policy.js';
import { readIfThere } from '../../platform/signer/durable-file.js';

/** The logs that a witness watches, out of a policy file (c2sp.org/tlog-policy): its `log` lines. Logs are added beside a running witness. */
export class WatchedLogs {
  #keys: readonly VerifierKey[] = [];
  #seen = '';

  private constructor(
    private readonly file: string,
    private readonly say: (line: string) => void,
  ) {}

  /** Throws one sentence where the file is not there or is no policy. */
  static async open(file: string, say: (line: string) => void): Promise<WatchedLogs> {
    const logs = new WatchedLogs(file, say);
    await logs.#read(await logs.#state());
    return logs;
  }

  /** The keys of all logs, each named by its origin. Reads the file again where it changed; keeps the last good ones where it is broken. */
  async keys(): Promise<readonly VerifierKey[]> {
    const state = await this.#state();
    if (state !== this.#seen) {
      try {
        await this.#read(state);
        this.say(`watches ${this.#keys.length} keys of logs now`);
      } catch (error) {
        this.#seen = state;
        this.say(`goes on with the logs known so far: ${(error as Error).message}`);
      }
    }
    return this.#keys;
  }

  async #state(): Promise<string> {
    const found = await stat(this.file).catch(() => undefined);
    return found ? `${found.ino}/${found.mtimeMs}/${found.size}` : '';
  }

  async #read(state: string): Promise<void> {
    const text = await readIfThere(this.file);
    if (text === undefined) throw new Error(`There is no policy file ${this.file}: list there the logs to watch.`);
    try {
      this.#keys = parseTlogPolicy(text).logs.map(({ key }) => key);
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
      throw new Error(`The policy file ${this.file} cannot be used: ${error.message}`, { cause: error });
    }
    this.#seen = state;
  }
}
