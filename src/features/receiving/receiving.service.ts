import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { receive } from '../../domain/acts/receive.js';
import { receiptReads } from '../../domain/acts/receipt-checks.js';
import { MAX_CONTAINERS_PER_RECEIPT, type Receipt, type SupplierGiven } from '../../domain/acts/receipt.js';
import { instantMs, localDate } from '../../domain/local-date.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { packageGiven } from '../../interop/package-given.js';
import { readScan } from '../../interop/read-scan.js';
import { verifiedDeaNumber } from '../../interop/verified.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { ReceiptDto, SupplierGivenDto } from './receiving.dto.js';
import { ScansService } from './scans.service.js';

@Injectable()
export class ReceivingService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
    private readonly scans: ScansService,
  ) {}

  async receive(act: ActContext, body: ReceiptDto): Promise<Posted> {
    const receipt = await this.#receiptOf(act, body);
    return this.ledger.post({
      ...requested(act),
      type: 'receipt',
      reads: [...receiptReads(receipt), { table: 'signature', column: 'token_hash', values: act.signatureHashes }],
      decide: receive(receipt),
    });
  }

  async #receiptOf(act: ActContext, body: ReceiptDto): Promise<Receipt> {
    const { siteId, intent, signatureHashes, caller } = act;
    const receiptId = body.receiptId ?? uuidv7();
    const day = await this.#day(siteId, body.occurredAt);
    const scan = body.scan === undefined ? undefined : readScan(body.scan, { referenceYear: Number(day.slice(0, 4)) });
    // One more than can be received is enough to be refused.
    const count = Math.min(body.countedCount, MAX_CONTAINERS_PER_RECEIPT + 1);
    const scannedSerials = scan?.ok && scan.serial !== undefined && count === 1 ? [scan.serial] : undefined;
    return {
      ...body,
      receiptId,
      supplier: supplierOf(body.supplier),
      package: packageGiven({ scan, typed: body, product: await this.scans.productOf(siteId, scan, body.productId) }),
      labels: body.labels ?? labelsOf(body.labelPrefix ?? prefixOf(day, receiptId), count),
      containerIds: body.containerIds ?? Array.from({ length: count }, () => uuidv7()),
      serials: body.serials ?? scannedSerials,
      newLotId: uuidv7(),
      newDiscrepancyId: uuidv7(),
      performerId: caller.personId,
      intent,
      signatureHashes,
    };
  }

  /** The clinic's day of the receipt, YYYY-MM-DD; of now, where the time given is none (which is refused later). */
  async #day(siteId: string, occurredAt: string | undefined): Promise<string> {
    const [site] = (await this.source.query(
      `SELECT time_zone, countersign.ledger_clock() AS now FROM countersign.site WHERE site_id = $1 AND id = $1`,
      [siteId],
    )) as { time_zone: string; now: Date }[];
    if (!site) return refuseNow('not_found', { detail: said('no_site') });
    return localDate(isInstant(occurredAt) ? occurredAt : site.now.getTime(), site.time_zone);
  }
}

function supplierOf({ supplierId, name, deaNumber, address }: SupplierGivenDto): SupplierGiven {
  if (supplierId !== undefined) return { supplierId };
  if (name === undefined || deaNumber === undefined || address === undefined) {
    return refuseNow('request_invalid', {
      detail: said('supplier_unnamed'),
      field: 'supplier',
    });
  }
  return {
    newSupplierId: uuidv7(),
    name,
    deaNumber: verifiedDeaNumber(deaNumber, 'supplier.deaNumber'),
    address,
  };
}

/** `20260831-5c2f9b`: the day, and the random end of the receipt's id. */
function prefixOf(day: string, receiptId: string): string {
  return `${day.replaceAll('-', '')}-${receiptId.slice(-6)}`;
}

function labelsOf(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, nth) => `${prefix}-${String(nth + 1).padStart(2, '0')}`);
}

function isInstant(text: string | undefined): text is string {
  try {
    return text !== undefined && instantMs(text) > 0;
  } catch {
    return false;
  }
}
