// Compiles src/ and migrations/ into dist/, file by file, and bundles web/ into dist/web. Types are checked by
// `npm run typecheck`, not here, so that a start waits for seconds and not for a minute.
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { transformFile } from '@swc/core';
import { buildVerifier } from './build-verifier.mjs';
import { buildVerifyPage } from './build-verify-page.mjs';

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
  const [count] = await Promise.all([compile(out), bundleWeb(join(out, 'web'))]);
  return count;
}

async function compile(out) {
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

/** The pages, and beside each of their files a compressed one, so that no request waits for compression. */
async function bundleWeb(out) {
  const { build: bundle } = await import('vite');
  await bundle({
    configFile: join(root, 'web', 'vite.config.mjs'),
    build: { outDir: out, emptyOutDir: true },
    logLevel: 'error',
  });
  await buildVerifyPage(root, out);
  const files = await readdir(out, { withFileTypes: true, recursive: true });
  const worth = files.filter((file) => file.isFile() && /\.(js|css|html|svg|json|wasm)$/.test(file.name));
  await Promise.all(worth.map((file) => compressBeside(join(file.parentPath, file.name))));
}

async function compressBeside(path) {
  const bytes = await readFile(path);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const count = await build();
  console.log(`built ${count} files into dist/`);
}
