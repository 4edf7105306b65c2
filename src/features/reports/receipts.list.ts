import { given } from './given.js';
import type { PeriodList } from './list.js';
import { named, parametersOf, REGISTER, REGISTERED, type Found, type Registered } from './register.js';
import { RECEIPTS } from './register.sql.js';
import type { Field } from './table.js';

export interface ReceiptRow extends Registered {
  readonly receivedAt: string;
  readonly receiptId: string;
  readonly supplierName: string;
  readonly supplierDeaNumber: string;
  readonly invoice: string;
  readonly lotNumber: string;
  readonly expiresOn: string;
  readonly invoicedCount: number;
  readonly countedCount: number;
}

type ReceiptFound = Found & {
  seq: string;
  receipt_id: string;
  received_at: Date;
  invoice: string;
  invoiced_count: number;
  counted_count: number;
  supplier_name: string;
  supplier_dea_number: string;
  lot_number: string;
  expires_on: string;
  performer_id: string | null;
};

/** What was received in a period, counted against invoiced (regulations.md section 1.3, 21 CFR 1304.22). */
export const receipts: PeriodList<ReceiptRow> = {
  ...REGISTER,
  name: 'receipts',
  model: 'ReceiptRow',
  fields: [
    ...(REGISTERED as readonly Field<ReceiptRow>[]),
    { name: 'receivedAt', description: 'When.', example: '2026-08-31T13:00:00.000Z' },
    { name: 'receiptId', description: 'The receipt’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b17' },
    { name: 'supplierName', description: 'From whom.', example: 'Example Wholesale Drug Co' },
    { name: 'supplierDeaNumber', description: 'Their DEA number.', example: 'PE8711079' },
    { name: 'invoice', description: 'The invoice.', example: 'INV-1' },
    { name: 'lotNumber', description: 'The manufacturer’s lot.', example: '4821A' },
    { name: 'expiresOn', description: 'The lot’s last day.', example: '2028-01-31' },
    { name: 'invoicedCount', description: 'Containers by the invoice.', example: 25 },
    { name: 'countedCount', description: 'Containers counted.', example: 25 },
  ],
  async read(reading) {
    const rows = (await reading.view.query(RECEIPTS, parametersOf(reading))) as ReceiptFound[];
    return rows.map((row) => ({
      seq: Number(row.seq),
      ...named(reading, row),
      ...given({ personId: row.performer_id }),
      receivedAt: row.received_at.toISOString(),
      receiptId: row.receipt_id,
      supplierName: row.supplier_name,
      supplierDeaNumber: row.supplier_dea_number,
      invoice: row.invoice,
      lotNumber: row.lot_number,
      expiresOn: row.expires_on,
      invoicedCount: row.invoiced_count,
      countedCount: row.counted_count,
    }));
  },
};
