import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { amount } from '../../i18n/format.js';
import type { Say } from '../../i18n/strings.js';
import { RecordLink, SiteLink } from '../../records/record-link.js';
import type { Column } from '../../ui/data-list.js';
import type en from './strings.en.js';

/** What the cells of a list are told with. */
export interface Telling {
  readonly say: Say<typeof en>;
  readonly typeWords: (type: string) => string;
  readonly placeOf: (id: string) => string;
  readonly timeZone: string;
}

export type Columns<Row> = (telling: Telling) => readonly Column<Row>[];

export const NARROW = 'minmax(4.75rem, 8rem)';
export const MIDDLE = 'minmax(6rem, 12rem)';
export const MOMENT = { width: 'minmax(6rem, 13rem)' } as const;

export const seq = <R extends { seq: number }>({ say }: Telling, wideOnly = false, ofStock = true): Column<R> => ({
  key: 'seq',
  title: say('col_seq'),
  width: 'minmax(4.25rem, 5.5rem)',
  wideOnly,
  cell: (row) => (
    <RecordLink seq={row.seq} ofStock={ofStock}>
      {String(row.seq)}
    </RecordLink>
  ),
});
export const text = <R,>(
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
export const container = (label: string | undefined) =>
  label === undefined ? undefined : <SiteLink to={`containers/${encodeURIComponent(label)}`}>{label}</SiteLink>;
export const session = (id: string | undefined, words: string) =>
  id === undefined ? words : <SiteLink to={`sessions/${id}`}>{words}</SiteLink>;
export const small = (words: ReactNode) => (
  <Text span size="sm" c="dimmed">
    {words}
  </Text>
);
/** How much of what: on a phone there is no room for a column each. */
export const amountOfProduct = (mg: string, product: string | undefined) => (
  <>
    {amount(mg, 'mg')}
    <div>{small(product)}</div>
  </>
);
export const takenBack = ({ say }: Telling, bySeq: number | undefined) =>
  bySeq === undefined ? null : (
    <div>{small(<RecordLink seq={bySeq}>{say('takenBack', { seq: bySeq })}</RecordLink>)}</div>
  );
