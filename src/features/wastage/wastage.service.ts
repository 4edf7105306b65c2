import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { decideOpenPendingWaste } from '../../domain/acts/open-pending-waste.js';
import { decideWaste } from '../../domain/acts/waste.js';
import type { Read } from '../../domain/ledger/state.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { pendingOfContainerRead, sessionReads, signatureReads } from '../../platform/ledger/act-reads.js';
import type { Posted } from '../../platform/ledger/command.js';
import { containerReads } from '../../platform/ledger/container-ref.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { PendingWasteDto, WasteDto } from './wastage.dto.js';

/** Waste, and the waste that waits for its witnesses. */
@Injectable()
export class WastageService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  async waste(act: ActContext, body: WasteDto): Promise<Posted> {
    const { intent, signatureHashes } = act;
    const request = { ...wasteOf(body), performerId: act.caller.personId, intent, signatureHashes };
    return this.ledger.post({
      ...requested(act),
      type: 'waste',
      reads: [...(await this.#sourceReads(act.siteId, body)), signatureReads(signatureHashes)],
      decide: (state) => decideWaste(request, state),
    });
  }

  async open(act: ActContext, body: PendingWasteDto): Promise<Posted> {
    const { intent } = act;
    const request = { ...wasteOf(body), performerId: act.caller.personId, intent, pendingWasteId: uuidv7() };
    return this.ledger.post({
      ...requested(act),
      type: 'waste_pending',
      reads: await this.#sourceReads(act.siteId, body),
      decide: (state) => decideOpenPendingWaste(request, state),
    });
  }

  async #sourceReads(siteId: string, of: { sessionId?: string; container?: string }): Promise<readonly Read[]> {
    const { sessionId, container } = of;
    const [fromSession, fromContainer, pending] = await Promise.all([
      sessionId === undefined ? [] : sessionReads(this.source, siteId, sessionId),
      container === undefined ? [] : containerReads(this.source, siteId, container),
      container === undefined ? [] : pendingOfContainerRead(this.source, siteId, container),
    ]);
    return [...fromSession, ...fromContainer, pending].flat();
  }
}

function wasteOf(body: PendingWasteDto) {
  const { sessionId, container, amountMg, volumeMl, deviceCount, reason = '', occurredAt, lateReason } = body;
  return { sessionId, container, quantity: { amountMg, volumeMl, deviceCount }, reason, occurredAt, lateReason };
}
