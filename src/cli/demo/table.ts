/** Rows of texts as aligned columns, those of numbers to the right; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const isNumeric = widths.map((_, at) => rows.slice(1).every((row) => /^-?[0-9.]*$/.test(row[at] ?? '')));
  const line = (row: readonly string[]) =>
    widths
      .map((width, at) => (isNumeric[at] ? (row[at] ?? '').padStart(width) : (row[at] ?? '').padEnd(width)))
      .join('  ');
  const [head, ...body] = rows.map((row) => `  ${line(row)}`.trimEnd());
  return [head, `  ${widths.map((width) => '-'.repeat(width)).join('  ')}`, ...body].join('\n');
}
