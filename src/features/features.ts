import type { Type } from '@nestjs/common';
import { ReportsModule } from './reports/reports.module.js';

/** One module for each thing people do, in the order of a clinic's day. */
export const FEATURES: Type[] = [ReportsModule];
