import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { decideCountOpen, decideCountSealed } from '../../domain/acts/count-stock.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { signatureReads } from '../../platform/ledger/act-reads.js';
import type { Posted } from '../../platform/ledger/command.js';
import { containerReads } from '../../platform/ledger/container-ref.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { CountDto } from './counts.dto.js';

/** Blind counts: what the book says is in no answer before the count is signed and recorded. */
@Injectable()
export class CountsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  count(act: ActContext, body: CountDto): Promise<Posted> {
    const { container, measuredVolumeMl, deviceCount, locationId, productId, countedContainers } = body;
    const ofSealed = [locationId, productId, countedContainers].filter((field) => field !== undefined).length;
    const ofOpen = [measuredVolumeMl, deviceCount].filter((field) => field !== undefined).length;
    if (container === undefined && ofSealed === 3 && ofOpen === 0) return this.#sealed(act, body);
    if (container !== undefined && ofSealed === 0 && ofOpen === 1) return this.#open(act, body);
    return refuseNow('request_invalid', {
      detail: said('count_unclear'),
    });
  }

  #sealed(act: ActContext, body: CountDto): Promise<Posted> {
    const { locationId, productId, countedContainers } = body as Required<CountDto>;
    const request = { ...this.#common(act, body), locationId, productId, countedContainers };
    return this.ledger.post({
      ...requested(act),
      type: 'count',
      reads: [
        { table: 'location', values: [locationId] },
        { table: 'product', values: [productId] },
        { table: 'stock', values: [`${locationId}:${productId}`] },
        signatureReads(act.signatureHashes),
      ],
      decide: (state) => decideCountSealed(request, state),
    });
  }

  async #open(act: ActContext, body: CountDto): Promise<Posted> {
    const { container, measuredVolumeMl: volumeMl, deviceCount } = body;
    const request = {
      ...this.#common(act, body),
      container: container as string,
      quantity: { volumeMl, deviceCount },
    };
    return this.ledger.post({
      ...requested(act),
      type: 'count',
      reads: [
        ...(await containerReads(this.source, act.siteId, request.container)),
        signatureReads(act.signatureHashes),
      ],
      decide: (state) => decideCountOpen(request, state),
    });
  }

  #common({ caller, intent, signatureHashes }: ActContext, body: CountDto) {
    const { occurredAt, lateReason, measuredVolumeMl } = body;
    return {
      performerId: caller.personId,
      intent,
      signatureHashes,
      countId: uuidv7(),
      discrepancyId: uuidv7(),
      method: body.method ?? (measuredVolumeMl === undefined ? 'exact' : 'measured'),
      occurredAt,
      lateReason,
    } as const;
  }
}
