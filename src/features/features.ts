import type { Type } from '@nestjs/common';
import { CatalogModule } from './catalog/catalog.module.js';
import { AlarmsModule } from './alarms/alarms.module.js';
import { BundlesModule } from './bundles/bundles.module.js';
import { AuditModule } from './audit/audit.module.js';
import { CloseOutsModule } from './close-outs/close-outs.module.js';
import { CorrectionsModule } from './corrections/corrections.module.js';
import { CountsModule } from './counts/counts.module.js';
import { DiscrepanciesModule } from './discrepancies/discrepancies.module.js';
import { ErasuresModule } from './erasures/erasures.module.js';
import { HistoryModule } from './history/history.module.js';
import { LocationsModule } from './locations/locations.module.js';
import { PatientsModule } from './patients/patients.module.js';
import { PeopleModule } from './people/people.module.js';
import { ProofsModule } from './proofs/proofs.module.js';
import { ReceivingModule } from './receiving/receiving.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { SitesModule } from './sites/sites.module.js';
import { StorageModule } from './storage/storage.module.js';
import { WastageModule } from './wastage/wastage.module.js';

/** One module for each thing people do, in the order of a clinic's day. */
export const FEATURES: Type[] = [
  SitesModule,
  LocationsModule,
  CatalogModule,
  PatientsModule,
  ErasuresModule,
  ReceivingModule,
  StorageModule,
  PeopleModule,
  SessionsModule,
  WastageModule,
  CloseOutsModule,
  CountsModule,
  DiscrepanciesModule,
  CorrectionsModule,
  HistoryModule,
  ReportsModule,
  AuditModule,
  ProofsModule,
  AlarmsModule,
  BundlesModule,
];
