import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { roleMay } from '../../domain/roles.js';
import { Asked } from '../../platform/access/asked.js';
import type { Access } from '../../platform/access/caller.js';
import { Requires } from '../../platform/access/requires.js';
import { Act, type ActContext } from '../../platform/http/act-context.js';
import { ApiPage, ApiRecorded } from '../../platform/http/answers.js';
import { Refuses, WriteRefuses } from '../../platform/http/openapi.js';
import { ReceiptDetailsDto, ReceiptListedDto, ReceivedDto } from './receipts.answers.js';
import { ReceiptDto, ReceiptsQuery } from './receiving.dto.js';
import { ScanDto, ScanReadDto } from './scans.dto.js';
import { ReceiptsService } from './receipts.service.js';
import { ReceivingService } from './receiving.service.js';
import { ScansService } from './scans.service.js';

@ApiTags('receiving')
@ApiParam({ name: 'siteId', format: 'uuid' })
@Controller('sites/:siteId')
export class ReceivingController {
  constructor(
    private readonly receiving: ReceivingService,
    private readonly receipts: ReceiptsService,
    private readonly scans: ScansService,
  ) {}

  @Post('receipts')
  @Requires('receipt:record')
  @ApiOperation({
    summary: 'Records the arrival of sealed containers of one lot, counted by two persons.',
    description:
      'The second person signs with meaning `checked`. A lot that is expired on arrival is booked and flagged; a count ' +
      'that differs from the invoice opens a discrepancy of kind `receipt`, which moves no stock.',
  })
  @ApiRecorded(ReceivedDto)
  @WriteRefuses(
    'invalid_dea_number',
    'invalid_barcode',
    'second_person_is_performer',
    'second_person_missing',
    'signature_invalid',
    'signature_expired',
    'signature_already_used',
    'signer_not_eligible',
    'too_many_containers',
    'serial_already_received',
    'label_already_used',
    'lot_conflict',
    'unknown_reference',
    'already_exists',
  )
  receive(@Act() act: ActContext, @Body() body: ReceiptDto) {
    return this.receiving.receive(act, body);
  }

  @Get('receipts')
  @Requires('stock:read')
  @ApiOperation({ summary: 'The receipts of a site, last first.' })
  @ApiPage(ReceiptListedDto)
  @Refuses()
  list(@Asked() access: Access, @Query() query: ReceiptsQuery) {
    return this.receipts.list(access.siteId, query);
  }

  @Get('receipts/:receiptId')
  @Requires('stock:read')
  @ApiOperation({ summary: 'A receipt and the containers that came with it.' })
  @ApiOkResponse({ type: ReceiptDetailsDto })
  @Refuses('not_found')
  one(@Asked() access: Access, @Param('receiptId', ParseUUIDPipe) receiptId: string) {
    return this.receipts.one(access.siteId, receiptId.toLowerCase());
  }

  @Post('scans')
  @HttpCode(200)
  @Requires('catalog:read')
  @ApiOperation({
    summary: 'Reads a scan: what it says, and what of the site it is.',
    description: 'Records nothing and needs no `Idempotency-Key`: for a screen that shows what was scanned.',
  })
  @ApiOkResponse({ type: ScanReadDto })
  @Refuses('invalid_barcode')
  scan(@Asked() access: Access, @Body() body: ScanDto) {
    const { caller, siteId } = access;
    const mayReadStock = (caller.roles.get(siteId) ?? []).some((role) => roleMay(role, 'stock:read'));
    return this.scans.read(siteId, body.scan, mayReadStock);
  }
}
