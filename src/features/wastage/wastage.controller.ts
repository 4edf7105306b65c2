import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { KeyQuestionAnswer } from '../../platform/access/passkeys/passkeys.dto.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { PendingWastesService } from './pending-wastes.service.js';
import {
  PendingWasteListedDto,
  PendingWasteOpenedDto,
  PendingWasteSignedDto,
  PendingWasteWithdrawnDto,
  WastedDto,
} from './wastage.answers.js';
import { PendingWasteDto, PendingWastesQuery, WasteDto, WithdrawDto, WitnessDto } from './wastage.dto.js';
import { WastageReader } from './wastage.reader.js';
import { WastageService } from './wastage.service.js';

const OF_A_WASTE = [
  'unknown_container',
  'insufficient_amount',
  'exceeds_amount_in_hand',
  'reason_missing',
  'amount_invalid',
  'amount_not_exact',
  'amount_unit_wrong',
  'unknown_session',
  'session_ended',
  'wrong_product',
  'container_not_usable',
  'container_not_open',
  'container_required',
] as const;
const OF_A_SIGNATURE = [
  'witness_is_performer',
  'witnesses_must_differ',
  'signature_invalid',
  'signature_expired',
  'signature_already_used',
  'signer_not_eligible',
  'attestation_missing',
] as const;

/** Waste under two witnesses: at one terminal, or pending and signed on own devices (design.md section 1). */
@ApiTags('wastage')
@ApiBearerAuth()
@ApiCookieAuth('countersign')
@Controller('sites/:siteId')
export class WastageController {
  constructor(
    private readonly wastage: WastageService,
    private readonly pendingWastes: PendingWastesService,
    private readonly reader: WastageReader,
  ) {}

  @Post('wastes')
  @Requires('wastage:record')
  @ApiOperation({
    summary: 'An amount is wasted before witnesses who sign at this terminal.',
    description: 'Each witness signs with meaning `witnessed`, attesting `label`, `volume` and `act`.',
  })
  @ApiRecorded(WastedDto)
  @WriteRefuses('witness_missing', ...OF_A_SIGNATURE, ...OF_A_WASTE)
  waste(@Act() act: ActContext, @Body() body: WasteDto) {
    return this.wastage.waste(act, body);
  }

  @Post('pending-wastes')
  @Requires('wastage:record')
  @ApiOperation({ summary: 'A waste is opened and waits for its witnesses; the amount stays where it is.' })
  @ApiRecorded(PendingWasteOpenedDto)
  @WriteRefuses(...OF_A_WASTE)
  open(@Act() act: ActContext, @Body() body: PendingWasteDto) {
    return this.wastage.open(act, body);
  }

  @Get('pending-wastes')
  @Requires('wastage:read')
  @ApiOperation({ summary: 'Wastes that wait for witnesses, the oldest first.' })
  @ApiPage(PendingWasteListedDto)
  @Refuses()
  list(@Param('siteId', ParseUUIDPipe) siteId: string, @Query() query: PendingWastesQuery) {
    return this.reader.pending(siteId, query);
  }

  @Post('pending-wastes/:pendingWasteId/signatures')
  @Requires('signature:make')
  @ApiOperation({
    summary: 'A witness signs a pending waste in their own session.',
    description: 'The signature that completes the required number records the waste itself.',
  })
  @ApiRecorded(PendingWasteSignedDto)
  @WriteRefuses(
    'invalid_credentials',
    'second_factor_required',
    'passkey_address_wrong',
    'passkey_counts_back',
    'device_bound_key_required',
    'not_found',
    'pending_waste_closed',
    ...OF_A_SIGNATURE,
    'insufficient_amount',
    'exceeds_amount_in_hand',
    'container_not_usable',
  )
  witness(
    @Act() act: ActContext,
    @Param('pendingWasteId', ParseUUIDPipe) pendingWasteId: string,
    @Body() body: WitnessDto,
  ) {
    return this.pendingWastes.witness(act, pendingWasteId, body);
  }

  @Post('pending-wastes/:pendingWasteId/signatures/options')
  @Requires('signature:make')
  @HttpCode(200)
  @ApiOperation({
    summary: 'What a key of the witness is asked: its challenge is the digest of what was opened.',
    description: 'Needs no `Idempotency-Key`: it records nothing. The answer goes to `signatures` as `assertion`.',
  })
  @ApiOkResponse({ type: KeyQuestionAnswer })
  @Refuses('not_found', 'passkey_address_wrong', 'csrf_token_invalid')
  question(
    @Asked() access: Access,
    @Req() request: FastifyRequest,
    @Param('pendingWasteId', ParseUUIDPipe) pendingWasteId: string,
  ) {
    return this.pendingWastes.question(access, pendingWasteId, request.headers.origin);
  }

  @Post('pending-wastes/:pendingWasteId/withdraw')
  @Requires('wastage:record')
  @ApiOperation({ summary: 'Who opened a pending waste withdraws it.' })
  @ApiRecorded(PendingWasteWithdrawnDto)
  @WriteRefuses('not_found', 'reason_missing', 'pending_waste_closed')
  withdraw(
    @Act() act: ActContext,
    @Param('pendingWasteId', ParseUUIDPipe) pendingWasteId: string,
    @Body() body: WithdrawDto,
  ) {
    return this.pendingWastes.withdraw(act, pendingWasteId, body);
  }
}
