import { Module, type DynamicModule } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { FEATURES } from './features/features.js';
import { AccessModule } from './platform/access/access.module.js';
import { CosigningModule } from './platform/cosigning/cosigning.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { AboutController } from './platform/http/about.controller.js';
import { ErrorsController } from './platform/http/errors.controller.js';
import { HealthController } from './platform/http/health.controller.js';
import { MetricsController } from './platform/observe/metrics.controller.js';
import { Metrics } from './platform/observe/metrics.js';
import type { Runtime } from './platform/runtime.js';
import { SignerModule } from './platform/signer/signer.module.js';

/** The whole server: the platform, and one module for each thing people do. */
@Module({})
export class AppModule {
  static on(runtime: Runtime): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.on(runtime),
        AccessModule,
        SignerModule,
        CosigningModule,
        TerminusModule.forRoot({ logger: false }),
        ...FEATURES,
      ],
      controllers: [AboutController, ErrorsController, HealthController, MetricsController],
      providers: [Metrics],
    };
  }
}
