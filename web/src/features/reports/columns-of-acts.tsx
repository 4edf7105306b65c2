import { age, amount, dateTime } from '../../i18n/format.js';
import { RecordMarks } from '../../records/record-link.js';
import { refusalTitle } from '../../records/record-words.js';
import {
  NARROW,
  MIDDLE,
  MOMENT,
  seq,
  text,
  container,
  session,
  small,
  amountOfProduct,
  takenBack,
  type Columns,
} from './column-parts.js';
import type { ListRows } from './list-rows.js';

export const administrations: Columns<ListRows['administration-log']> = (telling) => {
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

export const wastes: Columns<ListRows['wastage-log']> = (telling) => {
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

export const late: Columns<ListRows['late-entries']> = (telling) => {
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

export const refused: Columns<ListRows['refused-attempts']> = (telling) => {
  const { say, timeZone, typeWords } = telling;
  return [
    seq(telling, false, false),
    text('when', say('col_when'), (row) => dateTime(row.recordedAt, timeZone), { wideOnly: true, ...MOMENT }),
    text('who', say('col_who'), (row) => row.personName ?? row.personId, { width: NARROW }),
    text('tried', say('col_tried'), (row) => typeWords(row.act), { wideOnly: true }),
    text('why', say('col_why'), (row) => refusalTitle(row.code), { width: 'minmax(0, 2fr)' }),
  ];
};
