import { Body, Controller, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiRecorded } from '../../http/answers.js';
import { Refuses } from '../../http/openapi.js';
import type { Posted } from '../../ledger/command.js';
import { Public } from '../requires.js';
import { SetupAnswer, SetupBody } from './login.dto.js';
import { SetupService } from './setup.service.js';

@ApiTags('setup')
@Controller('setup')
export class SetupController {
  constructor(private readonly setup: SetupService) {}

  @Post()
  @Public()
  @ApiOperation({
    summary: 'Makes the organisation and its first administrator, with the link the server printed at its first start.',
    description: 'Needs no `Idempotency-Key`: it can be done once. Then log in.',
  })
  @ApiRecorded(SetupAnswer)
  @Refuses('token_invalid', 'password_too_weak', 'too_many_requests')
  setUp(@Body() body: SetupBody): Promise<Posted> {
    return this.setup.setUp(body);
  }
}
