import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { saying } from './validation-details.js';

const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;
const LIMIT_FORM = saying(said('field_between', { min: 1, max: MAX_LIMIT }));

/** Every list has a limit and goes on where the last page ended. */
export class PageQuery {
  @ApiPropertyOptional({
    description: 'How many items at most.',
    example: 50,
    minimum: 1,
    maximum: MAX_LIMIT,
    default: DEFAULT_LIMIT,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt(LIMIT_FORM)
  @Min(1, LIMIT_FORM)
  @Max(MAX_LIMIT, LIMIT_FORM)
  limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly nextCursor?: string;
}

/**
 * One page of rows read with a limit one higher than asked for: the extra row says that there is more.
 * `keyOf` gives the sort key of the last row shown, which the next page starts after.
 */
export function pageOf<Row, Item>(of: {
  rows: readonly Row[];
  limit: number;
  keyOf: (row: Row) => readonly (string | number)[];
  item: (row: Row) => Item;
}): Page<Item> {
  const shown = of.rows.slice(0, of.limit);
  const last = shown.at(-1);
  const more = of.rows.length > of.limit && last !== undefined;
  return { items: shown.map(of.item), ...(more ? { nextCursor: encodeCursor(of.keyOf(last)) } : {}) };
}

function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key a cursor stands for, or undefined on the first page. Refuses `request_invalid` for anything else. */
export function cursorKey(cursor: string | undefined, parts: number): readonly (string | number)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every((part) => ['string', 'number'].includes(typeof part)))
      return key;
  } catch {
    // Not one of ours: refused below.
  }
  return refuseNow('request_invalid', { field: 'cursor', detail: said('cursor_unknown') });
}
