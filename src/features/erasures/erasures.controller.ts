import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { ErasableDto, ErasedDto, ErasureDto } from './erasures.dto.js';
import { ErasuresService } from './erasures.service.js';

/** What was known of a patient is destroyed, by two people, when nobody may ask for it any more. */
@ApiTags('patients')
@ApiBearerAuth()
@ApiCookieAuth()
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId')
export class ErasuresController {
  constructor(private readonly erasures: ErasuresService) {}

  @Post('erasures')
  @Requires('erasure:perform')
  @ApiOperation({
    summary: 'Destroys a patient’s private values and their salts, for good.',
    description:
      'Amounts, times and signatures stay, and so does every proof. An administrator, pharmacist, prescriber or another ' +
      'compliance officer approves it. Before the retention period is over it is refused with the day from which it is allowed.',
  })
  @ApiRecorded(ErasedDto)
  @WriteRefuses(
    'not_found',
    'second_person_is_performer',
    'second_person_missing',
    'signature_invalid',
    'signature_expired',
    'signature_already_used',
    'signer_not_eligible',
    'retention_not_over',
    'patient_erased',
  )
  erase(@Act() act: ActContext, @Body() body: ErasureDto) {
    return this.erasures.erase(act, body);
  }

  @Get('patients/:patientId/erasable')
  @Requires('erasure:perform')
  @ApiOperation({
    summary: 'What an erasure would destroy of a patient, and from when on it may. Shows nothing of them.',
  })
  @ApiOkResponse({ type: ErasableDto })
  @Refuses('not_found')
  erasable(@Asked() access: Access, @Param('patientId', ParseUUIDPipe) patientId: string): Promise<ErasableDto> {
    return this.erasures.erasable(access, patientId.toLowerCase());
  }
}
