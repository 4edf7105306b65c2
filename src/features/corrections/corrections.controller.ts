import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiRecorded } from '../../platform/http/answers.js';
import { WriteRefuses } from '../../platform/http/openapi.js';
import { ReversedDto } from './corrections.answers.js';
import { ReversalDto } from './corrections.dto.js';
import { CorrectionsService } from './corrections.service.js';

@ApiTags('corrections')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId/reversals')
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  @Post()
  @Requires('correction:record')
  @ApiOperation({
    summary: 'A wrong entry is undone by its mirror, which points at it; the wrong one stays visible.',
    description:
      'A second person signs with meaning `approved`: neither the one who reverses nor the one who made the entry. ' +
      'Counts, reversals, and what opened a discrepancy are not reversed; nor is what later entries rest on.',
  })
  @ApiRecorded(ReversedDto)
  @WriteRefuses(
    'not_found',
    'second_person_is_performer',
    'second_person_missing',
    'signature_invalid',
    'signature_expired',
    'signature_already_used',
    'signer_not_eligible',
    'reason_missing',
    'entry_not_reversible',
    'entry_already_reversed',
    'own_act',
  )
  reverse(@Act() act: ActContext, @Body() body: ReversalDto) {
    return this.corrections.reverse(act, body);
  }
}
