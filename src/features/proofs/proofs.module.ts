import { Module } from '@nestjs/common';
import { HeadComparisons } from './head-comparison.js';
import { ProofsController } from './proofs.controller.js';
import { ProofsService } from './proofs.service.js';
import { ReceiptsReader } from './receipts.reader.js';

@Module({ controllers: [ProofsController], providers: [ProofsService, ReceiptsReader, HeadComparisons] })
export class ProofsModule {}
