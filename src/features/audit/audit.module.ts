import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { LogService } from './log.service.js';
import { VerificationService } from './verification.service.js';

@Module({ controllers: [AuditController], providers: [LogService, VerificationService] })
export class AuditModule {}
