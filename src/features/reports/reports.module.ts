import { Module } from '@nestjs/common';
import { ListsController } from './lists.controller.js';
import { ListsService } from './lists.service.js';
import { Periods } from './period.service.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationService } from './reconciliation.service.js';
import { RecordedReads } from './recorded-reads.service.js';

/** What the record tells, in numbers and lists. */
@Module({
  controllers: [ReconciliationController, ListsController],
  providers: [Periods, ReconciliationService, ListsService, RecordedReads],
})
export class ReportsModule {}
