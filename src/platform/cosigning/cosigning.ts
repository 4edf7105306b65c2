import { join } from 'node:path';
import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { fewestForQuorum, isWitnessed } from '../../domain/log/cosignatures.js';
import { LogError } from '../../domain/log/log-error.js';
import { parseTlogPolicy, type TlogPolicy } from '../../domain/log/tlog-policy.js';
import {
  headSigned,
  headWitnessed,
  NOTHING_SIGNED,
  UNWITNESSED_PATIENCE_MS,
  unwitnessedMs,
  type Witnessing,
} from '../../domain/log/unwitnessed.js';
import { Alarms } from '../alarms/alarms.js';
import { RUNTIME, type Runtime } from '../runtime.js';
import { readIfThere } from '../signer/durable-file.js';
import { Signer } from '../signer/signer.js';
import { Collector, type SignedHead, type WitnessState } from './collector.js';
import { CosignatureStore } from './cosignature-store.js';
import type { Asked, Witness } from './witness-client.js';

/** How it stands with the witnesses. `off`: no policy names one. */
export interface CosigningState {
  readonly status: 'off' | 'collecting' | 'policy_unusable';
  /** True when something has gone unconfirmed for longer than people are to be left in peace about it. */
  readonly degraded: boolean;
  readonly witnesses: readonly WitnessState[];
  /** Logs with a head that too few witnesses have confirmed, and for how long. */
  readonly unwitnessed: readonly { readonly siteId: string; readonly origin: string; readonly seconds: number }[];
  /** Why the policy cannot be used. */
  readonly problem?: string;
}

const LOOK_MS = 5_000;
/** Longer than witnesses that are well ever take. */
export const WORTH_WAITING_SECONDS = 10;

/** Where the policy lies unless COUNTERSIGN_POLICY says otherwise. */
export function policyFileOf({ config, signerFolder }: Pick<Runtime, 'config' | 'signerFolder'>): string {
  return config.policyFile ?? join(signerFolder, 'policy.txt');
}

/** The policy that says which witnesses are asked; undefined where there is none. Throws one sentence that names the file. */
export async function readWitnessPolicy(
  runtime: Pick<Runtime, 'config' | 'signerFolder'>,
): Promise<TlogPolicy | undefined> {
  const file = policyFileOf(runtime);
  const text = await readIfThere(file);
  if (text === undefined && runtime.config.policyFile !== undefined)
    throw new Error(`COUNTERSIGN_POLICY names ${file}, which is not there: no witness is asked.`);
  if (text === undefined) return undefined;
  try {
    return parseTlogPolicy(text);
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    throw new Error(`The policy ${file} cannot be used, and no witness is asked: ${error.message}`, { cause: error });
  }
}

/**
 * Has the heads that the signer signs confirmed by witnesses outside, and tells people where that has not been done for five
 * minutes (docs/audit-log.md, "Witnesses outside"). Neither care nor signing ever waits for it.
 */
@Injectable()
export class Cosigning implements OnModuleInit, BeforeApplicationShutdown {
  readonly #log = new Logger('Cosigning');
  readonly #store: CosignatureStore;
  readonly #listeners: ((head: SignedHead) => void)[] = [];
  readonly #logs = new Map<string, { siteId: string; witnessing: Witnessing }>();
  #policy: TlogPolicy | undefined;
  #collector: Collector | undefined;
  #problem: string | undefined;
  #looking: NodeJS.Timeout | undefined;

  constructor(
    @Inject(RUNTIME) private readonly runtime: Runtime,
    private readonly alarms: Alarms,
    signer: Signer,
  ) {
    this.#store = new CosignatureStore(runtime.signerUrl);
    signer.onSigned((heads) => heads.forEach((head) => this.#signed(head)));
  }

  async onModuleInit(): Promise<void> {
    try {
      this.#policy = await readWitnessPolicy(this.runtime);
    } catch (error) {
      // Care goes on without witnesses; that they are missing is said in health and by an alarm.
      this.#problem = (error as Error).message;
      this.#log.error(this.#problem);
    }
    if (this.#policy && (this.#policy.quorum !== undefined || this.#policy.witnesses.length > 0)) {
      this.#collector = new Collector({
        policy: this.#policy,
        store: this.#store,
        onWitnessed: (head) => this.#witnessed(head),
        onTrouble: (head, witness, asked) => this.#trouble(head, witness, asked),
      });
    }
    this.#looking = setInterval(() => void this.#look(), LOOK_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#looking);
    await this.#collector?.stop();
    await this.#store.close();
  }

  /** The policy that heads are confirmed by; undefined where there is none. */
  get policy(): TlogPolicy | undefined {
    return this.#policy;
  }

  /** Whether enough witnesses stand under this checkpoint; true where no policy asks for any. */
  isWitnessed(note: string): boolean {
    try {
      return this.#policy === undefined || isWitnessed(note, this.#policy);
    } catch (error) {
      if (error instanceof LogError) return false;
      throw error;
    }
  }

  /** With how many cosignatures a head can have enough at the least: for looking heads up. */
  get fewest(): number {
    return this.#policy === undefined ? 0 : fewestForQuorum(this.#policy);
  }

  /** Whether the witnesses of a log answer at present, so that it is worth a moment's waiting for them. */
  answersFor(siteId: string): boolean {
    return !this.#unwitnessed().some((log) => log.siteId === siteId && log.seconds > WORTH_WAITING_SECONDS);
  }

  get state(): CosigningState {
    const unwitnessed = this.#unwitnessed();
    const degraded =
      this.#problem !== undefined || unwitnessed.some(({ seconds }) => seconds * 1000 >= UNWITNESSED_PATIENCE_MS);
    const witnesses = this.#collector?.witnesses ?? [];
    const status = this.#problem !== undefined ? 'policy_unusable' : this.#collector ? 'collecting' : 'off';
    return {
      status,
      degraded,
      witnesses,
      unwitnessed,
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
    };
  }

  /** How it went of late with a witness about one log. Undefined where none is asked. */
  stateOf(origin: string, name: string): WitnessState | undefined {
    return this.#collector?.stateOf(origin, name);
  }

  /** Told of every head as soon as enough witnesses have confirmed it, with the note that carries them all. Must not throw. */
  onWitnessed(listener: (head: SignedHead) => void): void {
    this.#listeners.push(listener);
  }

  /** Resolves when enough witnesses confirmed a head that covers the record, or when `withinMs` are over. */
  confirms(of: { siteId: string; seq: number; withinMs: number }): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#listeners.splice(this.#listeners.indexOf(listener), 1);
        resolve();
      };
      const listener = ({ siteId, size }: SignedHead) => {
        if (siteId === of.siteId && size > of.seq) done();
      };
      const timer = setTimeout(done, of.withinMs);
      this.#listeners.push(listener);
    });
  }

  #signed(head: SignedHead): void {
    if (!this.#collector) return;
    const { siteId, origin, size } = head;
    this.#forgetOthers(siteId, origin);
    const { witnessing } = this.#logs.get(origin) ?? { witnessing: NOTHING_SIGNED };
    this.#logs.set(origin, { siteId, witnessing: headSigned(witnessing, { size, atMs: performance.now() }) });
    this.#collector.collect(head);
  }

  /** A log that got another name (a declared restore) has no heads under the old one that could still be confirmed. */
  #forgetOthers(siteId: string, origin: string): void {
    for (const [other, log] of this.#logs) {
      if (log.siteId !== siteId || other === origin) continue;
      this.#logs.delete(other);
      this.#collector?.forget(other);
    }
  }

  #witnessed(head: SignedHead): void {
    const { siteId, origin, size } = head;
    const { witnessing } = this.#logs.get(origin) ?? { witnessing: NOTHING_SIGNED };
    this.#logs.set(origin, { siteId, witnessing: headWitnessed(witnessing, size) });
    for (const listener of [...this.#listeners]) listener(head);
  }

  #unwitnessed(): CosigningState['unwitnessed'] {
    const now = performance.now();
    return [...this.#logs]
      .map(([origin, { siteId, witnessing }]) => ({
        siteId,
        origin,
        seconds: Math.round(unwitnessedMs(witnessing, now) / 1000),
      }))
      .filter(({ seconds }) => seconds > 0);
  }

  /** What a witness says against a log is told at once: it saw another story than the one we have. */
  #trouble({ siteId, size }: SignedHead, { name }: Witness, asked: Asked): void {
    if (asked.kind === 'saw_more')
      void this.#raise(
        siteId,
        'witness_saw_more',
        `The witness ${name} cosigned ${asked.size} records of this log; ${size} are signed here.`,
      );
    if (asked.kind === 'disagrees')
      void this.#raise(
        siteId,
        'witness_disagrees',
        `The witness ${name} saw another story of this log than its ${size} records: ${asked.reason}`,
      );
    if (asked.kind === 'cosigned')
      void this.#raise(
        siteId,
        'witness_forgot',
        `The witness ${name} had forgotten what it cosigned of this log; its memory was set back.`,
      );
  }

  async #look(): Promise<void> {
    if (this.#problem !== undefined) await this.#raise(undefined, 'policy_unusable', this.#problem);
    for (const { siteId, origin, seconds } of this.#unwitnessed()) {
      if (seconds * 1000 < UNWITNESSED_PATIENCE_MS) continue;
      const answers = (this.#policy?.witnesses ?? []).flatMap(({ name }) => {
        const problem = this.stateOf(origin, name)?.problem;
        return problem ? [`${name}: ${problem}`] : [];
      });
      await this.#raise(
        siteId,
        'head_unwitnessed',
        `For five minutes too few witnesses have confirmed this log. ${answers.join(' ')}`.trim(),
      );
    }
  }

  async #raise(siteId: string | undefined, kind: string, detail: string): Promise<void> {
    await this.alarms.raise({ siteId, kind, detail, by: 'cosigning' });
  }
}
