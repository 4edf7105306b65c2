import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { decideCloseOut } from '../../domain/acts/close-out-vial.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { pendingOfContainerRead, signatureReads } from '../../platform/ledger/act-reads.js';
import type { Posted } from '../../platform/ledger/command.js';
import { containerReads } from '../../platform/ledger/container-ref.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { CloseOutDto } from './close-outs.dto.js';

@Injectable()
export class CloseOutsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  async closeOut(act: ActContext, body: CloseOutDto): Promise<Posted> {
    const { siteId, intent, signatureHashes } = act;
    const performerId = act.caller.personId;
    const request = { ...body, performerId, intent, signatureHashes, discrepancyId: uuidv7() };
    return this.ledger.post({
      ...requested(act),
      type: 'close_out',
      reads: [
        ...(await containerReads(this.source, siteId, body.container)),
        await pendingOfContainerRead(this.source, siteId, body.container),
        signatureReads(signatureHashes),
      ],
      decide: (state) => decideCloseOut(request, state),
    });
  }
}
