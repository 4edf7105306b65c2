import { Module } from '@nestjs/common';
import { CloseOutsController } from './close-outs.controller.js';
import { CloseOutsService } from './close-outs.service.js';

@Module({ controllers: [CloseOutsController], providers: [CloseOutsService] })
export class CloseOutsModule {}
