import { Module } from '@nestjs/common';
import { CountsController } from './counts.controller.js';
import { CountsReader } from './counts.reader.js';
import { CountsService } from './counts.service.js';

@Module({ controllers: [CountsController], providers: [CountsService, CountsReader] })
export class CountsModule {}
