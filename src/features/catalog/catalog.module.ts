import { Module } from '@nestjs/common';
import { PartnersController } from './partners.controller.js';
import { PartnersService } from './partners.service.js';
import { ProductsController } from './products.controller.js';
import { ProductsService } from './products.service.js';

/** What is handled, who sends it and who orders it. */
@Module({ controllers: [ProductsController, PartnersController], providers: [ProductsService, PartnersService] })
export class CatalogModule {}
