import { Module } from '@nestjs/common';
import { PatientsController } from './patients.controller.js';
import { PatientsService } from './patients.service.js';

/** Who gets the doses. Whoever looks is in the log. */
@Module({ controllers: [PatientsController], providers: [PatientsService] })
export class PatientsModule {}
