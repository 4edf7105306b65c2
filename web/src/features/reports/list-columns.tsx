import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { components } from '../../api/schema.gen.js';
import { age, amount, dateTime, day } from '../../i18n/format.js';
import type { Say } from '../../i18n/strings.js';
import { RecordLink, RecordMarks, SiteLink } from '../../records/record-link.js';
import { refusalTitle } from '../../records/record-words.js';
import { Meaning } from '../../ui/badges.js';
import type { Column } from '../../ui/data-list.js';
import type en from './strings.en.js';

type Schemas = components['schemas'];
/** The rows of each list of the interface. */
export interface ListRows {
  'administration-log': Schemas['AdministrationRow'];
  'wastage-log': Schemas['WasteRow'];
  'open-vials': Schemas['OpenVialRow'];
  stock: Schemas['StockRow'];
  'late-entries': Schemas['LateEntryRow'];
  'refused-attempts': Schemas['RefusedAttemptRow'];
  receipts: Schemas['ReceiptRow'];
  counts: Schemas['CountRow'];
  discrepancies: Schemas['DiscrepancyRow'];
}
export type ListName = keyof ListRows;

export interface Telling {
  readonly say: Say<typeof en>;
  readonly typeWords: (type: string) => string;
  readonly placeOf: (id: string) => string;
  readonly timeZone: string;
}

type Columns<Row> = (telling: Telling) => readonly Column<Row>[];

const NARROW = 'minmax(4.75rem, 8rem)';
const MIDDLE = 'minmax(6rem, 12rem)';
const MOMENT = { width: 'minmax(6rem, 13rem)' } as const;

const seq = <R extends { seq: number }>({ say }: Telling, wideOnly = false): Column<R> => ({
  key: 'seq',
  title: say('col_seq'),
  width: 'minmax(4.25rem, 5.5rem)',
  wideOnly,
  cell: (row) => <RecordLink seq={row.seq}>{String(row.seq)}</RecordLink>,
});
const text = <R,>(
  key: string,
  title: string,
  cell: (row: R) => ReactNode,
  more: Partial<Column<R>> = {},
): Column<R> => ({
  key,
  title,
  cell,
  ...more,
});
const container = (label: string | undefined) =>
  label === undefined ? undefined : <SiteLink to={`containers/${encodeURIComponent(label)}`}>{label}</SiteLink>;
const session = (id: string | undefined, words: string) =>
  id === undefined ? words : <SiteLink to={`sessions/${id}`}>{words}</SiteLink>;
const small = (words: ReactNode) => (
  <Text span size="sm" c="dimmed">
    {words}
  </Text>
);
/** How much of what: on a phone there is no room for a column each. */
const amountOfProduct = (mg: string, product: string | undefined) => (
  <>
    {amount(mg, 'mg')}
    <div>{small(product)}</div>
  </>
);
const takenBack = ({ say }: Telling, bySeq: number | undefined) =>
  bySeq === undefined ? null : (
    <div>{small(<RecordLink seq={bySeq}>{say('takenBack', { seq: bySeq })}</RecordLink>)}</div>
  );

const administrations: Columns<ListRows['administration-log']> = (telling) => {
  const { say, timeZone } = telling;
  return [
    seq(telling, true),
    text(
      'when',
      say('col_when'),
      (row) => (
        <>
          {session(row.sessionId, dateTime(row.occurredAt, timeZone))}
          <RecordMarks record={row} />
          {takenBack(telling, row.reversedBySeq)}
        </>
      ),
      MOMENT,
    ),
    text('patient', say('col_patient'), (row) => (
      <>
        {row.patientName}
        <div>{small(row.patientAddress)}</div>
      </>
    )),
    text('product', say('col_product'), (row) => `${row.productName} ${row.strength}`, { wideOnly: true }),
    text('amount', say('col_amount'), (row) => amount(row.amountMg, 'mg'), { numeric: true, width: NARROW }),
    text('prescriber', say('col_prescriber'), (row) => row.prescriberName, { wideOnly: true, width: MIDDLE }),
    text('lots', say('col_lots'), (row) => row.lotNumbers.join(', '), { wideOnly: true, width: NARROW }),
    text('who', say('col_who'), (row) => row.personName ?? row.personId, { wideOnly: true, width: NARROW }),
  ];
};

const wastes: Columns<ListRows['wastage-log']> = (telling) => {
  const { say, timeZone } = telling;
  return [
    seq(telling),
    text(
      'when',
      say('col_when'),
      (row) => (
        <>
          {dateTime(row.occurredAt, timeZone)}
          <RecordMarks record={row} />
          {takenBack(telling, row.reversedBySeq)}
        </>
      ),
      MOMENT,
    ),
    text('amount', say('col_amount'), (row) => amountOfProduct(row.amountMg, row.productCode), {
      numeric: true,
      width: NARROW,
    }),
    text(
      'from',
      say('col_from'),
      (row) => container(row.containerLabel) ?? session(row.sessionId, say('inHandSource')),
      {
        wideOnly: true,
        width: MIDDLE,
      },
    ),
    text('who', say('col_who'), (row) => row.personName ?? row.personId, { wideOnly: true, width: NARROW }),
    text(
      'witnesses',
      say('col_witnesses'),
      (row) => row.witnesses.map(({ name, personId }) => name ?? personId).join(', '),
      {
        wideOnly: true,
      },
    ),
    text('reason', say('col_reason'), (row) => row.reason, { wideOnly: true }),
  ];
};

const openVials: Columns<ListRows['open-vials']> = ({ say }) => [
  text(
    'vial',
    say('col_vial'),
    (row) => (
      <>
        {container(row.containerLabel)}
        <div>{small(row.productCode)}</div>
      </>
    ),
    { width: 'minmax(6rem, 1fr)' },
  ),
  text('place', say('col_place'), (row) => row.locationCode, { wideOnly: true, width: NARROW }),
  text('lot', say('col_lot'), (row) => row.lotNumber, { wideOnly: true, width: NARROW }),
  text('opened', say('col_opened'), (row) => day(row.openedOn), { wideOnly: true, width: MIDDLE }),
  text('book', say('col_book'), (row) => amount(row.bookMg, 'mg'), { numeric: true, width: NARROW }),
  text('useBy', say('col_useBy'), (row) => (
    <>
      {day(row.useBy)} {row.pastUse && <Meaning is="missing">{say('past')}</Meaning>}
    </>
  )),
];

const stock: Columns<ListRows['stock']> = ({ say }) => [
  text(
    'place',
    say('col_place'),
    (row) => (
      <>
        {row.locationCode}
        <div>{small(row.productCode)}</div>
      </>
    ),
    { width: NARROW },
  ),
  text('lot', say('col_lot'), (row) => <SiteLink to={`stock?lotId=${row.lotId}`}>{row.lotNumber}</SiteLink>),
  text(
    'expires',
    say('col_expires'),
    (row) => (
      <>
        {day(row.expiresOn)} {row.expired && <Meaning is="missing">{say('past')}</Meaning>}
      </>
    ),
    { wideOnly: true },
  ),
  text('sealed', say('col_sealed'), (row) => row.sealedContainers, { numeric: true, wideOnly: true, width: NARROW }),
  text('open', say('col_open'), (row) => row.openContainers, { numeric: true, wideOnly: true, width: NARROW }),
  text('book', say('col_book'), (row) => amount(row.bookMg, 'mg'), { numeric: true, width: NARROW }),
];

const late: Columns<ListRows['late-entries']> = (telling) => {
  const { say, timeZone, typeWords, placeOf } = telling;
  return [
    seq(telling),
    text('what', say('col_what'), (row) => (
      <>
        {session(row.sessionId, typeWords(row.type))}
        <div>{small(say(row.relation))}</div>
      </>
    )),
    text('happened', say('col_happened'), (row) => dateTime(row.occurredAt, timeZone), { wideOnly: true, ...MOMENT }),
    text('later', say('col_later'), (row) => age(row.minutesLater), { numeric: true, width: NARROW }),
    text('amount', say('col_amount'), (row) => (row.amountMg === undefined ? '' : amount(row.amountMg, 'mg')), {
      numeric: true,
      wideOnly: true,
      width: NARROW,
    }),
    text('place', say('col_place'), (row) => placeOf(row.locationId), { wideOnly: true, width: NARROW }),
    text('who', say('col_who'), (row) => row.personName ?? row.personId, { wideOnly: true, width: NARROW }),
    text('reason', say('col_reason'), (row) => row.lateReason, { wideOnly: true }),
  ];
};

const refused: Columns<ListRows['refused-attempts']> = (telling) => {
  const { say, timeZone, typeWords } = telling;
  return [
    seq(telling),
    text('when', say('col_when'), (row) => dateTime(row.recordedAt, timeZone), { wideOnly: true, ...MOMENT }),
    text('who', say('col_who'), (row) => row.personName ?? row.personId, { width: NARROW }),
    text('tried', say('col_tried'), (row) => typeWords(row.act), { wideOnly: true }),
    text('why', say('col_why'), (row) => refusalTitle(row.code), { width: 'minmax(0, 2fr)' }),
  ];
};

const receipts: Columns<ListRows['receipts']> = (telling) => {
  const { say, timeZone } = telling;
  return [
    seq(telling, true),
    text('when', say('col_when'), (row) => dateTime(row.receivedAt, timeZone), { wideOnly: true, ...MOMENT }),
    text(
      'supplier',
      say('col_supplier'),
      (row) => (
        <>
          {row.supplierName}
          <div>{small(row.supplierDeaNumber)}</div>
        </>
      ),
      { wideOnly: true },
    ),
    text('invoice', say('col_invoice'), (row) => <SiteLink to={`deliveries/${row.receiptId}`}>{row.invoice}</SiteLink>),
    text('product', say('col_product'), (row) => row.productCode, { width: NARROW }),
    text('lot', say('col_lot'), (row) => row.lotNumber, { wideOnly: true, width: NARROW }),
    text(
      'counted',
      say('col_counted'),
      (row) => (
        <>
          {row.countedCount} / {row.invoicedCount}{' '}
          {row.countedCount !== row.invoicedCount && <Meaning is="missing">{say('short')}</Meaning>}
        </>
      ),
      { numeric: true, width: MIDDLE },
    ),
  ];
};

const counts: Columns<ListRows['counts']> = (telling) => {
  const { say, timeZone } = telling;
  return [
    seq(telling, true),
    text('when', say('col_when'), (row) => dateTime(row.countedAt, timeZone), { wideOnly: true, ...MOMENT }),
    text('product', say('col_product'), (row) => container(row.containerLabel) ?? row.productCode, { width: MIDDLE }),
    text('place', say('col_place'), (row) => row.locationCode, { width: NARROW, wideOnly: true }),
    text('book', say('col_book'), (row) => amount(row.bookMg, 'mg'), { numeric: true, wideOnly: true, width: NARROW }),
    text('counted', say('col_counted'), (row) => amount(row.countedMg, 'mg'), {
      numeric: true,
      wideOnly: true,
      width: NARROW,
    }),
    text('variance', say('col_variance'), (row) => variance(row, row.withinTolerance), { numeric: true }),
    text('who', say('col_who'), (row) => row.personName ?? row.personId, { wideOnly: true, width: NARROW }),
  ];
};

function variance(row: { varianceMg: string; discrepancyId?: string }, isFine: boolean): ReactNode {
  const words = amount(row.varianceMg, 'mg');
  if (isFine) return words;
  return (
    <Meaning is="missing">
      {row.discrepancyId === undefined ? words : <SiteLink to={`discrepancies/${row.discrepancyId}`}>{words}</SiteLink>}
    </Meaning>
  );
}

const discrepancies: Columns<ListRows['discrepancies']> = (telling) => {
  const { say, timeZone } = telling;
  return [
    seq(telling, true),
    text('when', say('col_when'), (row) => dateTime(row.openedAt, timeZone), { wideOnly: true, ...MOMENT }),
    text('what', say('col_what'), (row) => (
      <SiteLink to={`discrepancies/${row.discrepancyId}`}>{row.containerLabel ?? row.productCode}</SiteLink>
    )),
    text('place', say('col_place'), (row) => row.locationCode, { wideOnly: true, width: NARROW }),
    text('kind', say('col_kind'), (row) => say(`kind_${row.kind}`), { wideOnly: true, width: MIDDLE }),
    text('variance', say('col_variance'), (row) => amount(row.varianceMg, 'mg'), { numeric: true, width: NARROW }),
    text('age', say('col_age'), (row) => age(row.ageHours * 60), { numeric: true, width: NARROW }),
    text('status', say('col_status'), (row) => say(`status_${row.status}`), { wideOnly: true, width: NARROW }),
  ];
};

export const COLUMNS: { readonly [L in ListName]: Columns<ListRows[L]> } = {
  'administration-log': administrations,
  'wastage-log': wastes,
  'open-vials': openVials,
  stock,
  'late-entries': late,
  'refused-attempts': refused,
  receipts,
  counts,
  discrepancies,
};
