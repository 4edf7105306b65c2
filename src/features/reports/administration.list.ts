import { initials } from '../../domain/initials.js';
import { given } from './given.js';
import type { PeriodList } from './list.js';
import { ADMINISTRATIONS } from './lists.sql.js';
import { MOVED, movedOf, type Moved, type MovedFound } from './moved.fields.js';
import type { Field } from './table.js';

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

type AdministrationFound = MovedFound & {
  patient_id: string | null;
  route: string | null;
  prescriber_name: string | null;
  prescriber_dea_number: string | null;
  lot_numbers: string[] | null;
  private_seq: string | null;
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
