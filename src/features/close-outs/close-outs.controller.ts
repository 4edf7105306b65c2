import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { ApiRecordedLike } from '../../platform/http/answers-by-example.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { WriteRefuses } from '../../platform/http/openapi.js';
import { CloseOutDto } from './close-outs.dto.js';
import { CloseOutsService } from './close-outs.service.js';

const CLOSED_OUT = {
  containerId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b30',
  container: '20260831-0002-01',
  varianceMg: '12',
  percentOfLabel: '2.40',
  class: 'overfill_gain',
  bookMg: '-12',
  containerState: 'empty',
  seq: 240,
  leafHash: 'q1ZQ0pUZg7wqgB3j8uDqv8Yl0c4yFh0nS2m8m3H0b1E=',
  recordedAt: '2026-09-08T22:00:00.000Z',
};

@ApiTags('close-outs')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId/close-outs')
export class CloseOutsController {
  constructor(private readonly closeOuts: CloseOutsService) {}

  @Post()
  @Requires('closeout:record')
  @ApiOperation({
    summary: 'An open vial has given its last drop: its book is brought to what was measured.',
    description:
      'The witness signs with meaning `witnessed`, attesting `label`, `volume` and `act`. `class` is `exact`, ' +
      '`overfill_gain`, `close_out_shortage` or `discrepancy`; a discrepancy has its `discrepancyId`.',
  })
  @ApiRecordedLike(CLOSED_OUT)
  @WriteRefuses(
    'unknown_container',
    'witness_missing',
    'witness_is_performer',
    'witnesses_must_differ',
    'signature_invalid',
    'signature_expired',
    'signature_already_used',
    'signer_not_eligible',
    'attestation_missing',
    'amount_invalid',
    'amount_unit_wrong',
    'container_not_open',
    'container_not_empty',
  )
  closeOut(@Act() act: ActContext, @Body() body: CloseOutDto) {
    return this.closeOuts.closeOut(act, body);
  }
}
