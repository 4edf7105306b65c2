import type { ReactNode } from 'react';
import { age, amount, dateTime, day } from '../../i18n/format.js';
import { SiteLink } from '../../records/record-link.js';
import { Meaning } from '../../ui/badges.js';
import { MOMENT, NARROW, MIDDLE, seq, text, container, small, type Columns } from './column-parts.js';
import type { ListRows } from './list-rows.js';

export const openVials: Columns<ListRows['open-vials']> = ({ say }) => [
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

export const stock: Columns<ListRows['stock']> = ({ say }) => [
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

export const receipts: Columns<ListRows['receipts']> = (telling) => {
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

export const counts: Columns<ListRows['counts']> = (telling) => {
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

export const discrepancies: Columns<ListRows['discrepancies']> = (telling) => {
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
