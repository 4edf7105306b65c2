/**
 * How a column is written where rows are compared as text: `plain` as it is (ids, numbers, booleans and words of a closed
 * list, none of which can hold the separator), `text` as a JSON string, `time` in UTC to the microsecond.
 */
export type ColumnForm = 'plain' | 'text' | 'time';

/** The columns of a table that a record determines, in the order in which they are compared. */
export interface RowShape {
  readonly table: string;
  readonly columns: readonly (readonly [name: string, form: ColumnForm])[];
  /** What rows of one record are sorted by, besides `seq`. */
  readonly orderBy: readonly string[];
}

export const ENTRY_SHAPE: RowShape = {
  table: 'entry',
  columns: [
    ['seq', 'plain'],
    ['type', 'text'],
    ['occurred_at', 'time'],
    ['recorded_at', 'time'],
    ['performer_id', 'plain'],
    ['location_id', 'plain'],
    ['session_id', 'plain'],
    ['late', 'plain'],
    ['intent', 'text'],
    ['reverses_seq', 'plain'],
  ],
  orderBy: [],
};

export const SIGNATURE_SHAPE: RowShape = {
  table: 'entry_signature',
  columns: [
    ['seq', 'plain'],
    ['person_id', 'plain'],
    ['role', 'text'],
    ['meaning', 'text'],
    ['method', 'text'],
    ['evidence', 'text'],
    ['intent', 'text'],
    ['signature_id', 'plain'],
    ['signed_seq', 'plain'],
  ],
  orderBy: ['person_id'],
};

export const LINE_SHAPE: RowShape = {
  table: 'line',
  columns: [
    ['seq', 'plain'],
    ['line_no', 'plain'],
    ['entry_type', 'text'],
    ['kind', 'text'],
    ['holder_id', 'plain'],
    ['product_id', 'plain'],
    ['location_id', 'plain'],
    ['person_id', 'plain'],
    ['session_id', 'plain'],
    ['amount_ug', 'plain'],
    ['volume_ul', 'plain'],
    ['device_count', 'plain'],
    ['balance_after_ug', 'plain'],
    ['place_after_ug', 'plain'],
    ['person_after_ug', 'plain'],
  ],
  orderBy: ['line_no'],
};

export type Cell = string | number | boolean | undefined;

/** A row as one line of text; an empty field is a NULL. Two rows of one shape have one text only if they are equal. */
export function rowText(shape: RowShape, cells: readonly Cell[]): string {
  let text = '';
  for (let at = 0; at < shape.columns.length; at += 1) {
    const cell = cells[at];
    if (at > 0) text += '|';
    if (cell !== undefined) text += shape.columns[at]?.[1] === 'text' ? JSON.stringify(cell) : String(cell);
  }
  return text;
}

/** Which column of two texts of one shape differs first, and what each says there. */
export function firstDifference(
  shape: RowShape,
  expected: string,
  found: string,
): { readonly column: string; readonly expected: string; readonly found: string } {
  const [wanted, had] = [cellsOf(expected), cellsOf(found)];
  const at = shape.columns.findIndex((_, nth) => wanted[nth] !== had[nth]);
  return { column: shape.columns[at]?.[0] ?? 'a column', expected: wanted[at] ?? '', found: had[at] ?? '' };
}

// Fields end at a separator outside a JSON string.
function cellsOf(text: string): string[] {
  return text.match(/(?:"(?:[^"\\]|\\.)*"|[^|"])+|(?<=\|)(?=\||$)|^(?=\|)/g) ?? [];
}

/** A record's time, milliseconds, as a column in microseconds shows it. */
export function columnTime(iso: string): string {
  return `${iso.slice(0, 23)}000`;
}
