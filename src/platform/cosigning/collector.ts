import { consistencyProof } from '../../domain/log/merkle-proof.js';
import { isWitnessed } from '../../domain/log/cosignatures.js';
import { nodesRead, type NodeLookup } from '../../domain/log/merkle.js';
import type { TlogPolicy } from '../../domain/log/tlog-policy.js';
import type { CosignatureStore, StoredHead } from './cosignature-store.js';
import { askWitness, type Asked, type Witness } from './witness-client.js';

/** A head on its way to the witnesses. */
export interface SignedHead extends StoredHead {
  readonly note: string;
}

/** Why a witness does not cosign. `not_asked`: on our side, what it is to be asked cannot be read. */
export type TroubleKind = Exclude<Asked['kind'], 'cosigned'> | 'not_asked';

/** How it went with a witness of late. */
export interface WitnessState {
  readonly name: string;
  /** When it cosigned last; undefined: not since the program started. */
  readonly cosignedAt: Date | undefined;
  /** Why it does not cosign at present; undefined: it does. */
  readonly problem: string | undefined;
  readonly kind: TroubleKind | undefined;
}

interface Trouble {
  readonly kind: TroubleKind;
  readonly problem: string;
}

export interface CollectorParts {
  readonly policy: TlogPolicy;
  readonly store: CosignatureStore;
  /** Told of every head as soon as enough witnesses stand under it, with the note that has them all. */
  readonly onWitnessed: (head: SignedHead) => void;
  /** Told of what came of asking a witness, where it was no cosignature or it had forgotten one. */
  readonly onTrouble: (head: SignedHead, witness: Witness, asked: Asked) => void;
  readonly timeoutMs?: number;
}

/** A witness that fails is asked again after so long, and each time twice as long, up to the longest. */
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;
/** A cosignature further in the future is of a clock that nobody can use. */
const CLOCK_TOLERANCE_MS = 3_600_000;

/**
 * Asks the witnesses of a policy to cosign what was signed. Each witness is asked about a log once at a time and always about its
 * newest head, so that a slow one is asked less often and never delays another. Nothing waits for it.
 */
export class Collector {
  readonly #witnesses: readonly Witness[];
  readonly #newest = new Map<string, SignedHead>();
  /** `witness origin` → the work under way. */
  readonly #asking = new Map<string, Promise<void>>();
  /** By the name of the witness: how it went with it, whatever the log. */
  readonly #states = new Map<string, WitnessState>();
  /** Origin → the same, of that log alone. */
  readonly #byLog = new Map<string, Map<string, WitnessState>>();
  readonly #stopping = new AbortController();

  constructor(private readonly parts: CollectorParts) {
    this.#witnesses = parts.policy.witnesses.flatMap(({ name, key, url }) =>
      url === undefined ? [] : [{ name, key, url }],
    );
    for (const { name } of this.#witnesses) this.#states.set(name, nothingOf(name));
  }

  get witnesses(): readonly WitnessState[] {
    return [...this.#states.values()];
  }

  /** How it went with a witness about one log. */
  stateOf(origin: string, name: string): WitnessState {
    return this.#byLog.get(origin)?.get(name) ?? nothingOf(name);
  }

  /** Takes a new head; returns at once. */
  collect(head: SignedHead): void {
    if (head.size < (this.#newest.get(head.origin)?.size ?? 0)) return;
    this.#newest.set(head.origin, head);
    for (const witness of this.#witnesses) this.#ask(witness, head.origin);
  }

  /** The log goes on under another name: nothing is asked about this one any more. */
  forget(origin: string): void {
    this.#newest.delete(origin);
    this.#byLog.delete(origin);
  }

  /** Ends when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#asking.values());
  }

  #ask(witness: Witness, origin: string): void {
    const key = `${witness.name} ${origin}`;
    if (this.#asking.has(key)) return;
    const work = this.#askUntilNewest(witness, origin).finally(() => this.#asking.delete(key));
    this.#asking.set(key, work);
  }

  /** Asks until the newest head is cosigned; rests where the witness does not do it. Never throws. */
  async #askUntilNewest(witness: Witness, origin: string): Promise<void> {
    let restMs = FIRST_REST_MS;
    for (let done: SignedHead | undefined; done !== this.#newest.get(origin);) {
      const head = this.#newest.get(origin);
      if (!head) return;
      const cosigned = await this.#cosigned(witness, head).catch((error: Error) => {
        const problem = `What it is to be asked cannot be read: ${error.message}`;
        this.#note(witness, origin, { kind: 'not_asked', problem });
        return false;
      });
      if (this.#stopping.signal.aborted) return;
      if (cosigned) {
        done = head;
        restMs = FIRST_REST_MS;
      } else {
        await this.#rest(restMs);
        restMs = Math.min(2 * restMs, LONGEST_REST_MS);
      }
    }
  }

  async #cosigned(witness: Witness, head: SignedHead): Promise<boolean> {
    const { store, policy } = this.parts;
    const lastSize = await store.lastSize(head, witness.key);
    // After a start the newest head is told again; what stands under it already need not be asked for.
    if (lastSize < head.size && !(await this.#collected(witness, head, lastSize))) return false;
    this.#note(witness, head.origin, undefined);
    const note = await store.note(head);
    if (note !== undefined && isWitnessed(note, policy)) this.parts.onWitnessed({ ...head, note });
    return true;
  }

  async #collected(witness: Witness, head: SignedHead, lastSize: number): Promise<boolean> {
    const asked = await this.#asked(witness, head, lastSize);
    if (asked.kind !== 'cosigned' || asked.forgot) this.parts.onTrouble(head, witness, asked);
    if (asked.kind === 'cosigned') await this.parts.store.insert(head, asked.cosignature);
    else {
      const problem = asked.kind === 'saw_more' ? `It saw ${asked.size} records before.` : asked.reason;
      this.#note(witness, head.origin, { kind: asked.kind, problem });
    }
    return asked.kind === 'cosigned';
  }

  async #asked(witness: Witness, head: SignedHead, lastSize: number): Promise<Asked> {
    const path = (oldSize: number) => this.#path(head, oldSize);
    const { timeoutMs } = this.parts;
    const asked = await askWitness({
      witness,
      head: { ...head, path },
      lastSize,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    const latest = BigInt(Math.floor((Date.now() + CLOCK_TOLERANCE_MS) / 1000));
    if (asked.kind === 'cosigned' && asked.cosignature.timestamp > latest)
      return { kind: 'wrong_answer', reason: 'Its cosignature says a time that is not yet.' };
    return asked;
  }

  async #path({ siteId, size }: SignedHead, oldSize: number): Promise<readonly Uint8Array[]> {
    const prove = (lookup: NodeLookup) => consistencyProof({ oldSize, newSize: size, lookup });
    const ids = nodesRead(prove);
    const hashes = ids.length === 0 ? [] : await this.parts.store.nodes(siteId, ids);
    const found = new Map(ids.map(({ level, n }, at) => [`${level}/${n}`, hashes[at] as Uint8Array]));
    return prove(({ level, n }) => found.get(`${level}/${n}`));
  }

  #note({ name }: Witness, origin: string, trouble: Trouble | undefined): void {
    const ofLog = this.#byLog.get(origin) ?? new Map<string, WitnessState>();
    this.#byLog.set(origin, ofLog);
    for (const states of [this.#states, ofLog]) {
      const cosignedAt = trouble === undefined ? new Date() : states.get(name)?.cosignedAt;
      states.set(name, { name, cosignedAt, problem: trouble?.problem, kind: trouble?.kind });
    }
  }

  #rest(milliseconds: number): Promise<void> {
    const { signal } = this.#stopping;
    return new Promise((rested) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        rested();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }
}

function nothingOf(name: string): WitnessState {
  return { name, cosignedAt: undefined, problem: undefined, kind: undefined };
}
