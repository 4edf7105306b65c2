import { Body, Controller, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiRecorded } from '../../platform/http/answers.js';
import { WriteRefuses } from '../../platform/http/openapi.js';
import { ClosedOutDto } from './close-outs.answers.js';
import { CloseOutDto } from './close-outs.dto.js';
import { CloseOutsService } from './close-outs.service.js';

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
  @ApiRecorded(ClosedOutDto)
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
