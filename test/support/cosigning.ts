import type { DataSource } from 'typeorm';
import { Organisation } from '../../src/platform/access/organisation.js';
import { Alarms } from '../../src/platform/alarms/alarms.js';
import { LogProofs } from '../../src/platform/audit/log-proofs.js';
import { configFrom } from '../../src/platform/config/config.js';
import { ConfirmedOutside } from '../../src/platform/cosigning/confirmed-outside.js';
import { Cosigning } from '../../src/platform/cosigning/cosigning.js';
import { Vault } from '../../src/platform/crypto/vault.js';
import { connect } from '../../src/platform/database/data-source.js';
import { Ledger } from '../../src/platform/ledger/ledger.js';
import { HeadsOutside } from '../../src/platform/outside/heads-outside.js';
import type { Runtime } from '../../src/platform/runtime.js';
import { Signer } from '../../src/platform/signer/signer.js';

/** A signer and the collecting of cosignatures, as the program runs them, with no server around. */
export class RunningCosigning {
  private constructor(
    readonly signer: Signer,
    readonly cosigning: Cosigning,
    private readonly outside: HeadsOutside,
    private readonly source: DataSource,
  ) {}

  /** Proofs as they are served. */
  get proofs(): LogProofs {
    return new LogProofs(this.source, this.cosigning);
  }

  static async start(of: {
    appUrl: string;
    signerUrl: string;
    folder: string;
    policyFile: string;
  }): Promise<RunningCosigning> {
    const source = await connect(of.appUrl, 3);
    const alarms = new Alarms(source, new Ledger(source, new Vault(Buffer.alloc(32, 7))), new Organisation(source));
    const config = configFrom({ COUNTERSIGN_POLICY: of.policyFile });
    const runtime = { config, signerUrl: of.signerUrl, signerFolder: of.folder } as unknown as Runtime;
    const signer = new Signer(runtime, alarms);
    const cosigning = new Cosigning(runtime, alarms, signer);
    const outside = new HeadsOutside(runtime, source, signer, alarms);
    new ConfirmedOutside(cosigning, outside);
    await cosigning.onModuleInit();
    outside.onApplicationBootstrap();
    signer.onApplicationBootstrap();
    return new RunningCosigning(signer, cosigning, outside, source);
  }

  async stop(): Promise<void> {
    await this.signer.beforeApplicationShutdown();
    await this.cosigning.beforeApplicationShutdown();
    await this.outside.beforeApplicationShutdown();
    await this.source.destroy();
  }
}
