import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { mgFromUg, mlFromUl } from '../../domain/amounts.js';
import { initials } from '../../domain/initials.js';
import { localDate } from '../../domain/local-date.js';
import { FORMS } from '../../domain/product.js';
import { given } from './given.js';
import type { PeriodList } from './list.js';
import { ADMINISTRATIONS, WASTES } from './lists.sql.js';
import type { Field } from './table.js';

/** What both logs say of an entry. */
interface Moved {
  readonly seq: number;
  readonly localDate: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly late: boolean;
  readonly productCode?: string;
  readonly productName?: string;
  readonly productId?: string;
  readonly form?: string;
  readonly strength?: string;
  readonly amountMg: string;
  readonly volumeMl?: string;
  readonly deviceCount?: number;
  readonly sessionId?: string;
  readonly personId: string;
  readonly personName?: string;
  /** The entry that takes it back: it never happened. */
  readonly reversedBySeq?: number;
}

export class WitnessOfWaste {
  @ApiProperty({ example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b17' })
  readonly personId!: string;

  @ApiPropertyOptional({ example: 'Ann Witness' })
  readonly name?: string;

  @ApiProperty({ example: 'witness' })
  readonly role!: string;

  @ApiProperty({ description: 'How they authenticated.', example: 'signature:password' })
  readonly method!: string;

  @ApiProperty({ description: 'The record in which they signed.', example: 1041 })
  readonly signedSeq!: number;
}

export interface Waste extends Moved {
  readonly lineNo: number;
  readonly source: 'in_hand' | 'container';
  readonly containerLabel?: string;
  readonly containerId?: string;
  readonly lotNumber?: string;
  readonly witnesses: readonly WitnessOfWaste[];
  readonly reason?: string;
  readonly lateReason?: string;
}

export interface Administration extends Moved {
  readonly patientId?: string;
  readonly patientName?: string;
  readonly patientAddress?: string;
  readonly initials?: string;
  readonly prescriberName?: string;
  readonly prescriberDeaNumber?: string;
  readonly route?: string;
  readonly lotNumbers: readonly string[];
}

const MOVED: readonly Field<Moved>[] = [
  { name: 'seq', description: 'The record.', example: 1042 },
  { name: 'localDate', description: 'The day it happened, at the site.', example: '2026-08-03' },
  { name: 'occurredAt', description: 'When it happened, as the person says.', example: '2026-08-03T14:00:00.000Z' },
  { name: 'recordedAt', description: 'When it was recorded.', example: '2026-08-03T14:01:10.000Z' },
  { name: 'late', description: 'Recorded later than the site’s policy allows without a reason.', example: false },
  { name: 'productCode', description: 'The product’s code.', example: 'KET50-10' },
  { name: 'productName', description: 'The substance.', example: 'Ketamine hydrochloride' },
  { name: 'productId', description: 'The product’s id.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b11' },
  { name: 'form', description: 'Its finished form.', example: 'injection', oneOf: FORMS },
  { name: 'strength', description: 'Its strength.', example: '50 mg/mL' },
  { name: 'amountMg', description: 'How much, mg.', example: '37.5' },
  {
    name: 'volumeMl',
    description: 'The same as a volume, where it was measured as one.',
    example: '0.75',
    optional: true,
  },
  { name: 'deviceCount', description: 'The same in devices.', example: 2, optional: true },
  { name: 'sessionId', description: 'The session.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b15', optional: true },
  { name: 'personId', description: 'Who did it.', example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b16' },
  { name: 'personName', description: 'Their name.', example: 'Nora Quill', optional: true },
  {
    name: 'reversedBySeq',
    description: 'The record that takes it back, where there is one.',
    example: 1050,
    optional: true,
  },
];

/** Each waste, from what, and who saw it (regulations.md section 11, 4). */
export const wastageLog: PeriodList<Waste> = {
  name: 'wastage-log',
  model: 'WasteRow',
  isOfPeriod: true,
  first: [-1, -1],
  keyOf: (row) => [row.seq, row.lineNo],
  filters: ['productId', 'personId', 'locationId'],
  fields: [
    ...(MOVED as readonly Field<Waste>[]),
    { name: 'lineNo', description: 'Its line of the record.', example: 0 },
    {
      name: 'source',
      description: 'Wasted from what was `in_hand`, or from a `container`.',
      example: 'in_hand',
      oneOf: ['in_hand', 'container'],
    },
    { name: 'containerLabel', description: 'The container’s label.', example: 'R-0001-01', optional: true },
    {
      name: 'containerId',
      description: 'The container’s id.',
      example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b14',
      optional: true,
    },
    { name: 'lotNumber', description: 'The container’s lot.', example: '4821A', optional: true },
    {
      name: 'witnesses',
      description: 'Who saw it and signed, in which role, how, and in which record.',
      example: [
        {
          personId: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b17',
          name: 'Ann Witness',
          role: 'witness',
          method: 'signature:password',
          signedSeq: 1041,
        },
      ],
      items: WitnessOfWaste,
      csv: (row) => row.witnesses.map(({ name, personId, role }) => `${name ?? personId} (${role})`).join('; '),
    },
    {
      name: 'reason',
      description: 'Why; only to whom may read patients’ data.',
      example: 'Left in the syringe',
      optional: true,
    },
    {
      name: 'lateReason',
      description: 'Why it is late; only to whom may read patients’ data.',
      example: 'Power cut',
      optional: true,
    },
  ],
  async read({ view, siteId, period, after, limit, names, timeZone, privates, only }) {
    const { productId = null, personId = null, locationId = null } = only;
    const page = [siteId, period.fromSeq, period.untilSeq, ...after, limit];
    const rows = (await view.query(WASTES, [...page, productId, personId, locationId])) as WasteFound[];
    const said = await privates?.(rows.map(({ seq }) => Number(seq)));
    return rows.map((row) => {
      const { reason, lateReason } = said?.get(Number(row.seq)) ?? {};
      return {
        ...movedOf(row, timeZone),
        ...names.product(row.product_id),
        ...names.form(row.product_id),
        lineNo: row.line_no,
        source: row.source,
        ...given({
          containerId: row.container_id,
          containerLabel: row.label,
          lotNumber: row.lot_number,
          reason,
          lateReason,
        }),
        witnesses: row.witnesses.map(({ name, ...witness }) => ({ ...witness, ...given({ name }) })),
      };
    });
  },
};

/**
 * Each dose with what 21 CFR 1304.22(c) asks for: substance, form and strength, how much, the name and address of whom it
 * was given to, the date, and the name or initials of who gave it (regulations.md section 1.3).
 */
export const administrationLog: PeriodList<Administration> = {
  name: 'administration-log',
  model: 'AdministrationRow',
  isOfPeriod: true,
  first: [-1],
  keyOf: (row) => [row.seq],
  patientOf: (row) => row.patientId,
  filters: ['productId', 'personId', 'locationId'],
  fields: [
    ...(MOVED as readonly Field<Administration>[]),
    {
      name: 'patientId',
      description: 'The patient’s id.',
      example: '01990f6e-7d53-7c1e-a6a1-4f0a5c2f9b18',
      optional: true,
    },
    {
      name: 'patientName',
      description: 'Their name when the dose was recorded.',
      example: 'Synthia Placeholder',
      optional: true,
    },
    {
      name: 'patientAddress',
      description: 'Their address then.',
      example: '1 Example Way, Springfield',
      optional: true,
    },
    { name: 'initials', description: 'The initials of who gave it.', example: 'NQ', optional: true },
    { name: 'prescriberName', description: 'Who ordered it.', example: 'Dr. Order', optional: true },
    { name: 'prescriberDeaNumber', description: 'Their DEA number.', example: 'FE3541263', optional: true },
    { name: 'route', description: 'How it was given.', example: 'intravenous', optional: true },
    {
      name: 'lotNumbers',
      description: 'The lots drawn for the session.',
      example: ['4821A'],
      csv: (row) => row.lotNumbers.join(' '),
    },
  ],
  async read({ view, siteId, period, after, limit, names, timeZone, privates, only }) {
    const { productId = null, personId = null, locationId = null } = only;
    const page = [siteId, period.fromSeq, period.untilSeq, ...after, limit];
    const rows = (await view.query(ADMINISTRATIONS, [
      ...page,
      productId,
      personId,
      locationId,
    ])) as AdministrationFound[];
    const known = rows.flatMap((row) => (row.private_seq === null ? [] : [Number(row.private_seq)]));
    const said = await privates?.([...new Set(known)]);
    return rows.map((row) => {
      const patient = said?.get(Number(row.private_seq));
      return {
        ...movedOf(row, timeZone),
        ...names.product(row.product_id),
        ...names.form(row.product_id),
        ...given({
          patientId: row.patient_id,
          patientName: patient?.name,
          patientAddress: patient?.address,
          initials: row.display_name === null ? undefined : initials(row.display_name),
          prescriberName: row.prescriber_name,
          prescriberDeaNumber: row.prescriber_dea_number,
          route: row.route,
        }),
        lotNumbers: row.lot_numbers ?? [],
      };
    });
  },
};

interface MovedFound {
  seq: string;
  occurred_at: Date;
  recorded_at: Date;
  late: boolean;
  session_id: string | null;
  performer_id: string;
  display_name: string | null;
  product_id: string;
  amount_ug: string;
  volume_ul: string | null;
  device_count: number | null;
  reversed_by_seq: string | null;
}

type WasteFound = MovedFound & {
  line_no: number;
  source: 'in_hand' | 'container';
  container_id: string | null;
  label: string | null;
  lot_number: string | null;
  witnesses: (Omit<WitnessOfWaste, 'name'> & { readonly name: string | null })[];
};

type AdministrationFound = MovedFound & {
  patient_id: string | null;
  route: string | null;
  prescriber_name: string | null;
  prescriber_dea_number: string | null;
  lot_numbers: string[] | null;
  private_seq: string | null;
};

function movedOf(row: MovedFound, timeZone: string): Moved {
  return {
    seq: Number(row.seq),
    localDate: localDate(row.occurred_at.getTime(), timeZone),
    occurredAt: row.occurred_at.toISOString(),
    recordedAt: row.recorded_at.toISOString(),
    late: row.late,
    amountMg: mgFromUg(Number(row.amount_ug)),
    personId: row.performer_id,
    ...given({
      volumeMl: row.volume_ul === null ? undefined : mlFromUl(Number(row.volume_ul)),
      sessionId: row.session_id,
      personName: row.display_name,
    }),
    ...(row.device_count === null ? {} : { deviceCount: row.device_count }),
    ...(row.reversed_by_seq === null ? {} : { reversedBySeq: Number(row.reversed_by_seq) }),
  };
}
