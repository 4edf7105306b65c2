import { existsSync, readFileSync } from 'node:fs';

/** The program's version, as its package.json says. */
export const VERSION = versionAbove(new URL('.', import.meta.url));

// The same file runs from src/ and, one folder deeper, from dist/src/.
function versionAbove(folder: URL): string {
  const file = new URL('package.json', folder);
  if (!existsSync(file)) return versionAbove(new URL('..', folder));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
