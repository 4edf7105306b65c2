import { Module } from '@nestjs/common';
import { PendingWastesService } from './pending-wastes.service.js';
import { WastageController } from './wastage.controller.js';
import { WastageReader } from './wastage.reader.js';
import { WastageService } from './wastage.service.js';

@Module({ controllers: [WastageController], providers: [WastageService, PendingWastesService, WastageReader] })
export class WastageModule {}
