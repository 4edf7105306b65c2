import { Module } from '@nestjs/common';
import { AlarmsController } from './alarms.controller.js';
import { AlarmsService } from './alarms.service.js';
import { WitnessesReader } from './witnesses.reader.js';

@Module({ controllers: [AlarmsController], providers: [AlarmsService, WitnessesReader] })
export class AlarmsModule {}
