import { Text } from '@mantine/core';
import { useSite } from '../access/site.js';
import { dateTime } from '../i18n/format.js';
import { PaperTable } from '../paper/paper-table.js';
import { DataList, type Column } from '../ui/data-list.js';
import { RecordTold } from './record-link.js';
import { useRecordWords, type RecordView } from './record-words.js';

/** Records in words, each leading to its page; on paper all that were read. */
export function RecordList({
  label,
  titles,
  records,
  onPaper = true,
  ...rest
}: {
  label: string;
  titles: { readonly seq: string; readonly when: string; readonly what: string };
  records: readonly RecordView[];
  onEnd?: () => void;
  more?: boolean;
  height?: string;
  /** Whoever prints them in another way says no. */
  onPaper?: boolean;
}) {
  const { timeZone } = useSite();
  const words = useRecordWords();
  const columns: Column<RecordView>[] = [
    { key: 'seq', title: titles.seq, width: '5rem', numeric: true, wideOnly: true, cell: ({ seq }) => seq },
    {
      key: 'when',
      title: titles.when,
      width: 'minmax(6.5rem, 14rem)',
      cell: ({ recordedAt }) => (
        <Text span size="sm" c="dimmed">
          {dateTime(recordedAt, timeZone)}
        </Text>
      ),
    },
    { key: 'what', title: titles.what, width: 'minmax(0, 3fr)', cell: (record) => <RecordTold record={record} /> },
  ];
  return (
    <>
      <div className="no-print">
        <DataList label={label} columns={columns} rows={records} rowKey={({ seq }) => String(seq)} {...rest} />
      </div>
      {onPaper && (
        <PaperTable
          label={label}
          rows={records}
          columns={[
            { key: 'seq', title: titles.seq, numeric: true, cell: ({ seq }) => seq },
            { key: 'when', title: titles.when, cell: ({ recordedAt }) => dateTime(recordedAt, timeZone) },
            { key: 'what', title: titles.what, cell: (record) => words(record) },
          ]}
        />
      )}
    </>
  );
}
