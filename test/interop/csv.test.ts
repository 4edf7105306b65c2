import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { csvOf } from '../../src/platform/http/csv.js';

const of = (value: string | number | boolean | null | undefined) =>
  csvOf([{ name: 'cell', of: (row: { value: typeof value }) => row.value }], [{ value }]);

describe('CSV', () => {
  test.each(['=1+1', '+1-1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '-', '+', '-0x1', '- 1'])(
    '%j is text and no formula',
    (text) => {
      expect(parse(of(text), { columns: true })).toEqual([{ cell: `'${text}` }]);
    },
  );

  test.each(['-0.5', '-12', '0', '37.5'])('the number %s stays a number', (text) => {
    expect(of(text)).toBe(`cell\r\n${text}\r\n`);
  });

  test('what holds separators, quotes or line ends comes back as it was', () => {
    const text = 'a "b", c\r\nd; 1 Example Way';
    expect(parse(of(text), { columns: true })).toEqual([{ cell: text }]);
  });

  test('absent is empty, a flag is a word, and there is no byte order mark', () => {
    expect(of(undefined)).toBe('cell\r\n\r\n');
    expect(of(false)).toBe('cell\r\nfalse\r\n');
    expect(Buffer.from(of('é'))[0]).toBe('c'.charCodeAt(0));
  });

  test('no rows are a header', () => {
    expect(
      csvOf(
        [
          { name: 'a', of: () => 1 },
          { name: 'b', of: () => 2 },
        ],
        [],
      ),
    ).toBe('a,b\r\n');
  });
});
