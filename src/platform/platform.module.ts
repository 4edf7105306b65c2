import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LogProofs } from './audit/log-proofs.js';
import { RecordReader } from './audit/record-reader.js';
import { PrivateValues } from './audit/private-values.js';
import { Vault } from './crypto/vault.js';
import { dataSourceOptions } from './database/data-source.js';
import { Ledger } from './ledger/ledger.js';
import { RUNTIME, type Runtime } from './runtime.js';

/** What every feature stands on. */
@Global()
@Module({})
export class PlatformModule {
  static on(runtime: Runtime): DynamicModule {
    return {
      module: PlatformModule,
      imports: [TypeOrmModule.forRoot({ ...dataSourceOptions(runtime.appUrl), retryAttempts: 0 })],
      providers: [
        { provide: RUNTIME, useValue: runtime },
        { provide: Vault, useFactory: () => new Vault(runtime.secrets.vaultKey) },
        Ledger,
        PrivateValues,
        RecordReader,
        LogProofs,
      ],
      exports: [RUNTIME, Vault, Ledger, PrivateValues, RecordReader, LogProofs],
    };
  }
}
