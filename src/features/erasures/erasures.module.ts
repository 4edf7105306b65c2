import { Module } from '@nestjs/common';
import { ErasuresController } from './erasures.controller.js';
import { ErasuresService } from './erasures.service.js';

/** What is forgotten. */
@Module({ controllers: [ErasuresController], providers: [ErasuresService] })
export class ErasuresModule {}
