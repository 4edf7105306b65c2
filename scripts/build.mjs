// Compiles src/ and migrations/ into dist/, file by file. Types are checked by `npm run typecheck`, not here,
// so that a start waits for a second and not for ten.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';
import { buildVerifier } from './build-verifier.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

async function sourcesUnder(folder) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

export async function build(out = join(root, 'dist')) {
  await rm(out, { recursive: true, force: true });
  const sources = [...(await sourcesUnder('src')), ...(await sourcesUnder('migrations'))];
  await Promise.all(
    sources.map(async (source) => {
      const target = join(out, relative(root, source)).replace(/\.ts$/, '.js');
      const { code, map } = await transformFile(source, { configFile: join(root, '.swcrc'), swcrc: false });
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
      await writeFile(`${target}.map`, map);
    }),
  );
  await buildVerifier(root, out);
  return sources.length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const count = await build();
  console.log(`built ${count} files into dist/`);
}
