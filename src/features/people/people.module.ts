import { Module } from '@nestjs/common';
import { PeopleController } from './people.controller.js';
import { PeopleQueries } from './people.queries.js';
import { PeopleService } from './people.service.js';
import { RolesController } from './roles.controller.js';
import { RolesService } from './roles.service.js';

/** Accounts, and who is what at a site. */
@Module({
  controllers: [PeopleController, RolesController],
  providers: [PeopleService, RolesService, PeopleQueries],
})
export class PeopleModule {}
