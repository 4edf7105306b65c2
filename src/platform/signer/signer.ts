import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { signCheckpointWith } from '../../domain/log/checkpoint.js';
import { nodesForNextHead } from '../../domain/log/next-head.js';
import { Alarms } from '../alarms/alarms.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { LogKeys } from './log-keys.js';
import { PublicKeys } from './public-keys.js';
import { candidatesAmong, headsToSign, type Candidate, type Problem, type ProblemKind } from './sign-round.js';
import { SignedHeads, type SignedHead } from './signed-heads.js';
import { SignerDatabase, type LogHead } from './signer-database.js';

/** A head that was signed just now and is in the database. */
export interface NewHead {
  readonly siteId: string;
  readonly origin: string;
  readonly size: number;
  /** The checkpoint, a signed note. */
  readonly note: string;
}

/** How the signer is. `standby`: another process signs on this database. */
export interface SignerState {
  readonly status: 'off' | 'starting' | 'signing' | 'standby' | 'stopped';
  readonly problems: readonly (Omit<Problem, 'kind'> & { readonly kind: ProblemKind | SignerProblem })[];
}

type SignerProblem = 'log_keys_missing' | 'signer_stopped';

const POLL_MS = 1000;
/** A log is signed at most once in this time. */
const REST_MS = 1000;
/** However many ask for it, rounds are not closer than this. */
const CLOSEST_MS = 20;
/** So long the database may be away before somebody is told that nothing is signed. */
const PATIENCE_MS = 30_000;

/**
 * Signs the heads of all logs as they grow: reads every head in one query, proves with the nodes of the tree that each grew out
 * of the one it signed last, remembers that on disk, and only then lets the signature out. A log that is smaller or another
 * than what was signed is not signed on, people are told, and care goes on (docs/audit-log.md, "Signed heads").
 */
@Injectable()
export class Signer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('Signer');
  readonly #database: SignerDatabase;
  readonly #folder: string;
  readonly #listeners: ((heads: readonly NewHead[]) => void)[] = [];
  /** Origin → when it was signed last. */
  readonly #signedAt = new Map<string, number>();
  #keys: LogKeys | undefined;
  #publicKeys: PublicKeys | undefined;
  #signedHeads: SignedHeads | undefined;
  #problems: SignerState['problems'] = [];
  #status: SignerState['status'] = 'starting';
  #looked = false;
  #stopping = false;
  #lastGoodAt = performance.now();
  #wake: () => void = () => undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly alarms: Alarms,
  ) {
    this.#database = new SignerDatabase(runtime.signerUrl);
    this.#folder = runtime.signerFolder;
  }

  onApplicationBootstrap(): void {
    if (this.runtime.config.signing) this.#running = this.#run();
    else this.#status = 'off';
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#running;
    await this.#database.close();
  }

  get state(): SignerState {
    return { status: this.#status, problems: this.#problems };
  }

  /** Told of every head as soon as it is in the database. Must not throw and must not take long. */
  onSigned(listener: (heads: readonly NewHead[]) => void): void {
    this.#listeners.push(listener);
  }

  /** The last head signed of a log, by its origin, as the signer remembers it. */
  remembered(origin: string): SignedHead | undefined {
    return this.#signedHeads?.heads.get(origin);
  }

  /** Resolves true when a signed head covers the record, false when `withinMs` are over before. */
  covers(of: { siteId: string; seq: number; withinMs: number }): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (answer: boolean) => {
        clearTimeout(timer);
        this.#listeners.splice(this.#listeners.indexOf(listener), 1);
        resolve(answer);
      };
      const listener = (heads: readonly NewHead[]) => {
        if (heads.some(({ siteId, size }) => siteId === of.siteId && size > of.seq)) done(true);
      };
      const timer = setTimeout(() => done(false), of.withinMs);
      this.#listeners.push(listener);
      this.#wake();
    });
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      const began = performance.now();
      let waitMs = POLL_MS;
      try {
        if (await this.#ready()) waitMs = await this.#round();
        this.#lastGoodAt = performance.now();
      } catch (error) {
        this.#failed(error as Error);
      }
      await this.#sleep(Math.max(CLOSEST_MS, waitMs - (performance.now() - began)));
    }
  }

  /** Opens keys and memory once. False: there is nothing to sign with, and a person must see to it. */
  async #ready(): Promise<boolean> {
    if (this.#keys && this.#signedHeads) return true;
    const fromEnvironment = this.runtime.config.logKeys;
    this.#signedHeads ??= await SignedHeads.open(this.#folder);
    this.#publicKeys ??= await PublicKeys.open(this.#folder);
    const held = await LogKeys.open({ folder: this.#folder, fromEnvironment });
    const heads = await this.#database.heads();
    this.#status = heads ? 'starting' : 'standby';
    if (!heads) return false;
    const known = this.#publicKeys;
    // With a new key, or one that nobody who verifies has heard of, no log that was signed is signed on.
    const lost = held
      ? heads.some(({ origin }) => known.isStrange(origin, held.signersOf(origin)))
      : await this.#everSigned(heads);
    if (lost) {
      const detail = held
        ? 'The keys that were given are none of those that signed before: give the keys of before as well (countersign keys).'
        : 'Heads were signed before, and the keys that signed them are not there: restore them from the backup of keys.';
      await this.#tell([{ kind: 'log_keys_missing', detail }]);
      return false;
    }
    if (!held) await LogKeys.make(this.#folder);
    this.#keys = held ?? (await LogKeys.open({ folder: this.#folder, fromEnvironment }));
    return true;
  }

  async #everSigned(heads: readonly LogHead[]): Promise<boolean> {
    if ((this.#signedHeads?.heads.size ?? 0) > 0) return true;
    return (await this.#database.newest(heads.map(({ siteId }) => siteId))).size > 0;
  }

  /** Answers after how many milliseconds the next round is due. */
  async #round(): Promise<number> {
    const { heads: remembered } = this.#signedHeads as SignedHeads;
    await this.#keys?.refresh();
    const heads = await this.#database.heads();
    this.#status = heads ? 'signing' : 'standby';
    if (!heads) return POLL_MS;
    const found = candidatesAmong(heads, remembered, { grownOnly: this.#looked });
    const { begun, lost } = await this.#beginnings(found.candidates);
    const rested = begun.filter(({ head }) => this.#restMs(head.origin) <= 0);
    const wanted = rested.flatMap(({ head, last }) =>
      nodesForNextHead({ ...head, last }).map((node) => ({ siteId: head.siteId, ...node })),
    );
    const { signed, problems } = headsToSign(rested, await this.#database.nodes(wanted));
    await this.#sign(signed);
    this.#looked = true;
    await this.#tell([...found.problems, ...lost, ...problems]);
    return Math.min(POLL_MS, ...begun.map(({ head }) => this.#restMs(head.origin)).filter((rest) => rest > 0));
  }

  /** A log of which nothing is remembered, and whose database has signed heads: the memory was lost, or another's put there. */
  async #beginnings(candidates: readonly Candidate[]): Promise<{ begun: Candidate[]; lost: Problem[] }> {
    const fresh = candidates.filter(({ last }) => !last);
    const newest = fresh.length > 0 ? await this.#database.newest(fresh.map(({ head }) => head.siteId)) : new Map();
    const lost = fresh.filter(({ head }) => newest.has(head.siteId));
    return {
      begun: candidates.filter((candidate) => !lost.includes(candidate)),
      lost: lost.map(({ head: { siteId } }) => ({
        siteId,
        kind: 'signed_heads_lost',
        detail: `The database has heads of this log up to ${newest.get(siteId)?.size} records, and the signer remembers none.`,
      })),
    };
  }

  async #sign(
    signed: readonly { head: { origin: string; size: number; rootHash: Uint8Array }; siteId: string }[],
  ): Promise<void> {
    if (signed.length === 0) return;
    const newHeads = signed.map(({ head, siteId }): NewHead => {
      const signers = (this.#keys as LogKeys).signersOf(head.origin);
      const note = signCheckpointWith({ head, privateKeys: signers.map(({ privateKey }) => privateKey) });
      return { siteId, origin: head.origin, size: head.size, note };
    });
    for (const { origin } of newHeads) this.#publicKeys?.know((this.#keys as LogKeys).signersOf(origin));
    await this.#publicKeys?.save();
    // From here on it is signed, whatever happens: a crash before the insert leaves a head that the next start signs again.
    await this.#signedHeads?.remember(new Map(signed.map(({ head }) => [head.origin, head])));
    await this.#database.insert(newHeads);
    const now = performance.now();
    for (const { origin } of newHeads) this.#signedAt.set(origin, now);
    for (const listener of [...this.#listeners]) listener(newHeads);
  }

  #restMs(origin: string): number {
    return (this.#signedAt.get(origin) ?? -Infinity) + REST_MS - performance.now();
  }

  async #tell(problems: SignerState['problems']): Promise<void> {
    this.#problems = problems;
    for (const problem of problems) await this.alarms.raise({ ...problem, by: 'signer' });
  }

  #failed(error: Error): void {
    // A head may be remembered and not be in the database: as after a start, the next round signs all logs again.
    this.#looked = false;
    if (this.#stopping) return;
    const forMs = performance.now() - this.#lastGoodAt;
    if (forMs < PATIENCE_MS && this.#status !== 'starting') return;
    if (this.#status !== 'stopped') this.#log.error(`nothing is signed: ${error.message}`);
    this.#status = 'stopped';
    const problem = {
      kind: 'signer_stopped' as const,
      detail: 'No head is signed at present; the log of the program says why.',
    };
    this.#problems = [problem];
    void this.alarms.raise({ ...problem, by: 'signer' });
  }

  #sleep(milliseconds: number): Promise<void> {
    if (this.#stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        // Those who ask at the same moment share a round.
        setTimeout(resolve, CLOSEST_MS);
      };
    });
  }
}
