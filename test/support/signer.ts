import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { Organisation } from '../../src/platform/access/organisation.js';
import { Alarms } from '../../src/platform/alarms/alarms.js';
import { configFrom } from '../../src/platform/config/config.js';
import { Vault } from '../../src/platform/crypto/vault.js';
import { connect } from '../../src/platform/database/data-source.js';
import { Ledger } from '../../src/platform/ledger/ledger.js';
import type { Runtime } from '../../src/platform/runtime.js';
import { HeadsWebhook } from '../../src/platform/outside/heads-webhook.js';
import { HeadsOutside } from '../../src/platform/outside/heads-outside.js';
import { Signer } from '../../src/platform/signer/signer.js';

export function newSignerFolder(): string {
  return mkdtempSync(join(tmpdir(), `countersign-test-${process.pid}-signer-`));
}

/** A signer as the program runs one, on a database and a folder of the test's choice, and no server around it. */
export class RunningSigner {
  private constructor(
    readonly signer: Signer,
    readonly outside: HeadsOutside,
    readonly webhook: HeadsWebhook,
    private readonly source: DataSource,
  ) {}

  static async start(of: {
    appUrl: string;
    signerUrl: string;
    folder: string;
    env?: NodeJS.ProcessEnv;
  }): Promise<RunningSigner> {
    const source = await connect(of.appUrl, 3);
    const alarms = new Alarms(source, new Ledger(source, new Vault(Buffer.alloc(32, 7))), new Organisation(source));
    const runtime = { config: configFrom(of.env ?? {}), signerUrl: of.signerUrl, signerFolder: of.folder };
    const signer = new Signer(runtime as unknown as Runtime, alarms);
    const outside = new HeadsOutside(runtime as unknown as Runtime, source, signer, alarms);
    outside.onApplicationBootstrap();
    const webhook = new HeadsWebhook(runtime as unknown as Runtime, source, signer, alarms);
    webhook.onApplicationBootstrap();
    signer.onApplicationBootstrap();
    return new RunningSigner(signer, outside, webhook, source);
  }

  async stop(): Promise<void> {
    await this.signer.beforeApplicationShutdown();
    await this.outside.beforeApplicationShutdown();
    await this.webhook.beforeApplicationShutdown();
    await this.source.destroy();
  }

  /** The kinds of what the signer says is wrong, once it says anything. */
  async problems(withinMs = 5000): Promise<string[]> {
    await until(() => this.signer.state.problems.length > 0, withinMs);
    return this.signer.state.problems.map(({ kind }) => kind);
  }
}

/** Throws when the condition does not come true in time. */
export async function until(condition: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not come true in time');
    await sleep(20);
  }
}
