import { Module } from '@nestjs/common';
import { BundleHeads } from './bundle-heads.js';
import { BundlesController } from './bundles.controller.js';
import { BundlesService } from './bundles.service.js';

/** What an inspector takes along, and can verify without us. */
@Module({ controllers: [BundlesController], providers: [BundlesService, BundleHeads] })
export class BundlesModule {}
