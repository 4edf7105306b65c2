import { Text } from '@mantine/core';
import { useSite } from '../access/site.js';
import { dateTime } from '../i18n/format.js';
import { DataList, type Column } from '../ui/data-list.js';
import { RecordTold } from './record-link.js';
import type { RecordView } from './record-words.js';

/** Records in words, each leading to its page. */
export function RecordList({
  label,
  titles,
  records,
  ...rest
}: {
  label: string;
  titles: { readonly seq: string; readonly when: string; readonly what: string };
  records: readonly RecordView[];
  onEnd?: () => void;
  more?: boolean;
  height?: string;
}) {
  const { timeZone } = useSite();
  const columns: Column<RecordView>[] = [
    { key: 'seq', title: titles.seq, width: '5rem', numeric: true, wideOnly: true, cell: ({ seq }) => seq },
    {
      key: 'when',
      title: titles.when,
      width: 'minmax(7rem, 14rem)',
      cell: ({ recordedAt }) => (
        <Text span size="sm" c="dimmed">
          {dateTime(recordedAt, timeZone)}
        </Text>
      ),
    },
    { key: 'what', title: titles.what, width: 'minmax(0, 3fr)', cell: (record) => <RecordTold record={record} /> },
  ];
  return <DataList label={label} columns={columns} rows={records} rowKey={({ seq }) => String(seq)} {...rest} />;
}
