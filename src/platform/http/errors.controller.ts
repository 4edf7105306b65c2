import { Controller, Get, Header, VERSION_NEUTRAL } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../access/requires.js';
import { errorsPage } from './errors-page.js';

/** Where the `type` of every problem leads. */
@ApiExcludeController()
@Controller({ path: 'api/errors', version: VERSION_NEUTRAL })
export class ErrorsController {
  @Get()
  @Public()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return errorsPage();
  }
}
