import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { given } from './given.js';
import type { PeriodList } from './list.js';
import { WASTES } from './lists.sql.js';
import { MOVED, movedOf, type Moved, type MovedFound } from './moved.fields.js';
import type { Field } from './table.js';

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

type WasteFound = MovedFound & {
  line_no: number;
  source: 'in_hand' | 'container';
  container_id: string | null;
  label: string | null;
  lot_number: string | null;
  witnesses: (Omit<WitnessOfWaste, 'name'> & { readonly name: string | null })[];
};

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
