import type { ReactNode } from 'react';

/** One column of a printed table. */
export interface PaperColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly numeric?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** A whole list on paper, where nothing scrolls: every row, its head on every page. */
export function PaperTable<Row>({
  label,
  columns,
  rows,
}: {
  label: string;
  columns: readonly PaperColumn<Row>[];
  rows: readonly Row[];
}) {
  return (
    <table className="paper-table only-print-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ key, title, numeric }) => (
            <th key={key} scope="col" data-numeric={numeric || undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {columns.map(({ key, numeric, cell }) => (
              <td key={key} data-numeric={numeric || undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
