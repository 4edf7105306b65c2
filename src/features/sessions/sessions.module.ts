import { Module } from '@nestjs/common';
import { DosingController } from './dosing.controller.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsReader } from './sessions.reader.js';
import { SessionsService } from './sessions.service.js';

@Module({ controllers: [SessionsController, DosingController], providers: [SessionsService, SessionsReader] })
export class SessionsModule {}
