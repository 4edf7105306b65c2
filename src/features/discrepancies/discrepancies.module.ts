import { Module } from '@nestjs/common';
import { DiscrepanciesController } from './discrepancies.controller.js';
import { DiscrepanciesReader } from './discrepancies.reader.js';

@Module({ controllers: [DiscrepanciesController], providers: [DiscrepanciesReader] })
export class DiscrepanciesModule {}
