import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDayBook, type DayBook } from '../../interop/daybook.js';

/** Reads the day book of a folder. Throws Error with one sentence that names the file that is missing or wrong. */
export async function readBook(folder: string): Promise<DayBook> {
  const text = (file: string) =>
    readFile(join(folder, file), 'utf8').catch(() => {
      throw new Error(`${folder} is no day book: ${file} cannot be read.`);
    });
  const expected = readFile(join(folder, 'expected.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return parseDayBook({
    site: await text('site.csv'),
    staff: await text('staff.csv'),
    patients: await text('patients.csv'),
    products: await text('products.csv'),
    daybook: await text('daybook.csv'),
    expected: await expected,
  });
}
