import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { PageQuery } from '../../platform/http/pagination.js';
import {
  PatientDetailsDto,
  PatientDto,
  PatientListedDto,
  PatientNamesDto,
  PatientNamesRequestDto,
  PatientRegisteredDto,
  PatientSearchDto,
  PatientsFoundDto,
} from './patients.dto.js';
import { PatientsService } from './patients.service.js';

const PRIVATE = 'Personal data is sealed with a key outside the database; the log holds commitments to it.';
const READ_IS_RECORDED = 'Each reading is a record that names who was shown. It needs no `Idempotency-Key`.';

@ApiTags('patients')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId/patients')
export class PatientsController {
  constructor(private readonly patients: PatientsService) {}

  @Post()
  @Requires('patient:register')
  @ApiOperation({ summary: 'Registers a patient.', description: PRIVATE })
  @ApiRecorded(PatientRegisteredDto)
  @WriteRefuses()
  register(@Act() act: ActContext, @Body() body: PatientDetailsDto) {
    return this.patients.register(act, body);
  }

  @Get()
  @Requires('patient:read')
  @ApiOperation({ summary: 'The patients of a site, without personal data.' })
  @ApiPage(PatientListedDto)
  @Refuses()
  list(@Asked() access: Access, @Query() page: PageQuery) {
    return this.patients.list(access.siteId, page);
  }

  @Post('search')
  @HttpCode(200)
  @Requires('patient:read')
  @ApiOperation({ summary: 'Finds at most 20 patients by their details.', description: READ_IS_RECORDED })
  @ApiOkResponse({ type: PatientsFoundDto })
  @Refuses()
  search(@Asked() access: Access, @Body() body: PatientSearchDto) {
    return this.patients.search(access, body.text);
  }

  @Post('names')
  @HttpCode(200)
  @Requires('patient:read')
  @ApiOperation({
    summary: 'Who these patients are: name, date of birth and reference.',
    description: `For a screen that lists patients: it asks once for those it does not know yet. ${READ_IS_RECORDED}`,
  })
  @ApiOkResponse({ type: PatientNamesDto })
  @Refuses()
  names(@Asked() access: Access, @Body() body: PatientNamesRequestDto) {
    return this.patients.names(access, body.patientIds);
  }

  @Get(':patientId')
  @Requires('patient:read')
  @ApiOperation({ summary: "A patient's details.", description: READ_IS_RECORDED })
  @ApiOkResponse({ type: PatientDto })
  @Refuses('not_found')
  one(@Asked() access: Access, @Param('patientId', ParseUUIDPipe) patientId: string) {
    return this.patients.one(access, patientId.toLowerCase());
  }

  @Post(':patientId/details')
  @Requires('patient:register')
  @ApiOperation({
    summary: 'Replaces the details of a patient, the whole set.',
    description: `${PRIVATE} Earlier details stay with the records they were true for.`,
  })
  @ApiRecorded(PatientRegisteredDto)
  @WriteRefuses('not_found', 'patient_erased')
  change(
    @Act() act: ActContext,
    @Param('patientId', ParseUUIDPipe) patientId: string,
    @Body() body: PatientDetailsDto,
  ) {
    return this.patients.change(act, { ...body, patientId: patientId.toLowerCase() });
  }
}
