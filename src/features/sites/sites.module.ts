import { Module } from '@nestjs/common';
import { SitesController } from './sites.controller.js';
import { SitesService } from './sites.service.js';

/** Clinics: one DEA registration, one address, one log each. */
@Module({ controllers: [SitesController], providers: [SitesService] })
export class SitesModule {}
