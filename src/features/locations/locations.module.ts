import { Module } from '@nestjs/common';
import { LocationsController } from './locations.controller.js';
import { LocationsService } from './locations.service.js';

/** Places of a site where stock is kept or used. */
@Module({ controllers: [LocationsController], providers: [LocationsService] })
export class LocationsModule {}
