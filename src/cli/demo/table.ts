/** Rows of texts as aligned columns, the first to the left and the others to the right; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    widths.map((width, at) => (at === 0 ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width))).join('  ');
  const [head, ...body] = rows.map((row) => `  ${line(row)}`.trimEnd());
  return [head, `  ${widths.map((width) => '-'.repeat(width)).join('  ')}`, ...body].join('\n');
}
