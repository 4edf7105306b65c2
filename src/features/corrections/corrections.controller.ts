import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { ApiRecordedLike } from '../../platform/http/answers-by-example.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { WriteRefuses } from '../../platform/http/openapi.js';
import { ReversalDto } from './corrections.dto.js';
import { CorrectionsService } from './corrections.service.js';

const REVERSED = {
  reversesSeq: 118,
  reversedType: 'draw',
  sessionId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11',
  inHandMg: '0',
  containerState: 'open',
  seq: 130,
  leafHash: 'q1ZQ0pUZg7wqgB3j8uDqv8Yl0c4yFh0nS2m8m3H0b1E=',
  recordedAt: '2026-08-31T15:00:00.000Z',
};

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
  @ApiRecordedLike(REVERSED)
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
