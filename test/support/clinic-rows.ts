import { randomUUID as uuid } from 'node:crypto';
import type { JsonObject } from '../../src/domain/ledger/record.js';
import { DEFAULT_SITE_POLICY, type SitePolicy } from '../../src/domain/site-policy.js';
import { newDeaNumber } from './dea-number.js';

const randomUUID = (): string => uuid();

/** Ids of a small clinic. */
const newIds = () => ({
  nurse: randomUUID(),
  pharmacist: randomUUID(),
  ann: randomUUID(),
  ben: randomUUID(),
  safe: randomUUID(),
  room: randomUUID(),
  vial: randomUUID(),
  kit: randomUUID(),
  supplier: randomUUID(),
  prescriber: randomUUID(),
  patient: randomUUID(),
  lot: randomUUID(),
  kitLot: randomUUID(),
  receipt: randomUUID(),
  /** Ten vials of 500 mg. */
  vials: Array.from({ length: 10 }, () => randomUUID()),
  session: randomUUID(),
});

const CODES = { ndc11: '00143950810', ndc: '0143-9508-10', schedule: 'CIII', deaCode: '7285', active: true };

/** The rows of a small clinic as its records write them: each is right, and a test changes one thing of it. */
export class ClinicRows {
  readonly ids = newIds();

  constructor(readonly siteId: string) {}

  siteRow(policy: JsonObject | Partial<SitePolicy> = {}): JsonObject {
    return {
      table: 'site',
      id: this.siteId,
      kind: 'clinic',
      name: 'Clinic',
      deaNumber: newDeaNumber(),
      address: '1 Example Way',
      timeZone: 'America/Chicago',
      policy: { ...DEFAULT_SITE_POLICY, ...policy } as unknown as JsonObject,
    };
  }

  protected catalog(): JsonObject[] {
    const { ids } = this;
    return [
      { table: 'location', locationId: ids.safe, code: 'SAFE', name: 'Safe', active: true },
      { table: 'location', locationId: ids.room, code: 'ROOM', name: 'Room 1', active: true },
      this.product(),
      {
        ...CODES,
        table: 'product',
        productId: ids.kit,
        code: 'SPR84',
        name: 'Spray kit',
        form: 'nasal_device',
        dosing: 'single_dose',
        devicesPerContainer: 3,
        deviceAmountMg: '28',
        labelAmountMg: '84',
        overfillAllowanceMg: '0',
      },
      {
        table: 'supplier',
        supplierId: ids.supplier,
        name: 'Wholesale',
        deaNumber: 'RB1234562',
        address: 'There',
        active: true,
      },
      { table: 'prescriber', prescriberId: ids.prescriber, name: 'Dr. Order', npi: '1234567893', active: true },
    ];
  }

  /** The vial's row; with changes, another product. */
  product(): JsonObject {
    return {
      ...CODES,
      table: 'product',
      productId: this.ids.vial,
      code: 'KET50',
      name: 'Ketamine 50 mg/mL',
      form: 'injection',
      dosing: 'multi_dose',
      strengthUgPerMl: 50_000,
      containerVolumeMl: '10',
      labelAmountMg: '500',
      overfillAllowanceMg: '25',
      beyondUseDays: 28,
    };
  }

  containerRow(containerId: string, label: string, more: JsonObject = {}): JsonObject {
    return {
      table: 'container',
      containerId,
      label,
      receiptId: this.ids.receipt,
      productId: this.ids.vial,
      lotId: this.ids.lot,
      locationId: this.ids.safe,
      state: 'sealed',
      labelAmountMg: '500',
      overfillAllowanceMg: '25',
      expiresOn: '2099-12-31',
      ...more,
    };
  }

  receiptRow(more: JsonObject = {}): JsonObject {
    const { ids } = this;
    return {
      table: 'receipt',
      receiptId: ids.receipt,
      supplierId: ids.supplier,
      invoice: 'INV-1',
      invoicedCount: 10,
      countedCount: 10,
      productId: ids.vial,
      lotId: ids.lot,
      locationId: ids.safe,
      receivedAt: '2026-01-02T15:00:00.000Z',
      ...more,
    };
  }

  sessionRow(sessionId: string, more: JsonObject = {}): JsonObject {
    const { ids } = this;
    return {
      table: 'treatment_session',
      sessionId,
      patientId: ids.patient,
      prescriberId: ids.prescriber,
      productId: ids.vial,
      locationId: ids.safe,
      nurseId: ids.nurse,
      route: 'iv',
      orderedMg: '40',
      status: 'open',
      startedAt: '2026-01-02T15:00:00.000Z',
      dischargedEarly: false,
      ...more,
    };
  }

  countRow(countId: string, more: JsonObject = {}): JsonObject {
    const { ids } = this;
    return {
      table: 'stock_count',
      countId,
      locationId: ids.safe,
      productId: ids.vial,
      method: 'exact',
      countedContainers: 8,
      bookContainers: 9,
      bookMg: '4500',
      countedMg: '4000',
      varianceMg: '-500',
      varianceContainers: -1,
      withinTolerance: false,
      countedBy: ids.nurse,
      countedAt: '2026-01-02T15:00:00.000Z',
      ...more,
    };
  }

  discrepancyRow(discrepancyId: string, more: JsonObject = {}): JsonObject {
    const { ids } = this;
    return {
      table: 'discrepancy',
      discrepancyId,
      kind: 'count',
      productId: ids.vial,
      locationId: ids.safe,
      varianceMg: '-500',
      status: 'open',
      openedBy: ids.nurse,
      openedAt: '2026-01-02T15:00:00.000Z',
      openedSeq: 1,
      ...more,
    };
  }

  opened(vial: string): JsonObject {
    return { table: 'container', containerId: vial, state: 'open', openedOn: '2026-01-02', beyondUseOn: '2026-01-30' };
  }

  line(holder: string, id: string | undefined, amountMg: string, more: JsonObject = {}): JsonObject {
    return {
      holder,
      ...(id === undefined ? {} : { ids: [id] }),
      productId: this.ids.vial,
      locationId: this.ids.safe,
      amountMg,
      ...more,
    };
  }
}
