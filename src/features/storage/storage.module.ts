import { Module } from '@nestjs/common';
import { ContainersService } from './containers.service.js';
import { MovesService } from './moves.service.js';
import { StorageController } from './storage.controller.js';

/** Where everything is, and how it gets elsewhere. */
@Module({ controllers: [StorageController], providers: [ContainersService, MovesService] })
export class StorageModule {}
