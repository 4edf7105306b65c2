import { Module } from '@nestjs/common';
import { ReceiptsService } from './receipts.service.js';
import { ReceivingController } from './receiving.controller.js';
import { ReceivingService } from './receiving.service.js';
import { ScansService } from './scans.service.js';

/** What comes in, from the scan to the label. */
@Module({ controllers: [ReceivingController], providers: [ReceivingService, ReceiptsService, ScansService] })
export class ReceivingModule {}
