import { existsSync, readFileSync } from 'node:fs';

/** The folder of the program's package.json: the same file runs from src/ and, one folder deeper, from dist/src/. */
export const PROGRAM_FOLDER = folderOfPackage(new URL('.', import.meta.url));

/** The program's version, as its package.json says. */
export const VERSION = (
  JSON.parse(readFileSync(new URL('package.json', PROGRAM_FOLDER), 'utf8')) as { version: string }
).version;

function folderOfPackage(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const above = new URL('..', folder);
  if (above.href === folder.href) throw new Error('The program is not complete: package.json is missing.');
  return folderOfPackage(above);
}
