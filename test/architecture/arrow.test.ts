import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

/** Runs dependency-cruiser with the project's rules over `folders` of `root`, and answers `rule: from -> to` for each breach. */
function breaches(root: string, folders: string[]): string[] {
  const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = resolve('.dependency-cruiser.cjs');
  const args = [program, '--config', config, '--output-type', 'json', ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!stdout) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  expect(summary.totalCruised).toBeGreaterThan(0);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort();
}

test('imports point only one way', () => {
  expect(
    breaches(
      resolve('.'),
      ['src', 'migrations', 'test', 'web'].filter((folder) => existsSync(folder)),
    ),
  ).toEqual([]);
});

/** A small project in which every rule is broken, and what it must be told for. */
const forbidden: { comment: string; files: Record<string, string>; breach: string }[] = [
  {
    comment: 'domain may not read files',
    files: { 'src/domain/files.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;" },
    breach: 'domain-is-pure: src/domain/files.ts -> fs',
  },
  {
    comment: 'domain may not know even a type of TypeORM',
    files: { 'src/domain/orm.ts': "import type { DataSource } from 'typeorm';\nexport type Source = DataSource;" },
    breach: 'domain-is-pure: src/domain/orm.ts -> node_modules/typeorm/index.d.ts',
  },
  {
    comment: 'domain may not know interop',
    files: {
      'src/domain/codec.ts': "import { label } from '../interop/label.js';\nexport const shown = label;",
      'src/interop/label.ts': "import { createHash } from 'node:crypto';\nexport const label = createHash;",
    },
    breach: 'domain-is-pure: src/domain/codec.ts -> src/interop/label.ts',
  },
  {
    comment: 'the offline verifier may not open connections',
    files: {
      'src/cli/countersign-verify.ts': "import { connect } from 'node:net';\nexport const open = connect;",
    },
    breach: 'verifier-is-domain-alone: src/cli/countersign-verify.ts -> net',
  },
  {
    comment: 'interop may not open connections',
    files: { 'src/interop/socket.ts': "import { connect } from 'node:net';\nexport const open = connect;" },
    breach: 'interop-is-pure: src/interop/socket.ts -> net',
  },
  {
    comment: 'interop may parse CSV',
    files: {
      'src/interop/csv.ts': "import { parse } from 'csv-parse/sync';\nexport const rows = parse;",
      'src/cli/main.ts': "export { rows } from '../interop/csv.js';",
    },
    breach: '',
  },
  {
    comment: 'platform may not know a feature',
    files: {
      'src/platform/door.ts': "import { waste } from '../features/wastage/waste.js';\nexport const door = waste;",
      'src/features/wastage/waste.ts': "import { createHash } from 'node:crypto';\nexport const waste = createHash;",
    },
    breach: 'platform-knows-no-feature: src/platform/door.ts -> src/features/wastage/waste.ts',
  },
  {
    comment: 'a feature may not know its sibling',
    files: {
      'src/features/counts/count.ts': "import { waste } from '../wastage/waste.js';\nexport const count = waste;",
    },
    breach: 'features-meet-in-the-ledger: src/features/counts/count.ts -> src/features/wastage/waste.ts',
  },
  {
    comment: 'a feature may not know the shell',
    files: {
      'src/features/counts/shell.ts': "import { app } from '../../app.module.js';\nexport const shell = app;",
      'src/app.module.ts': "import { createHash } from 'node:crypto';\nexport const app = createHash;",
    },
    breach: 'features-know-no-shell: src/features/counts/shell.ts -> src/app.module.ts',
  },
  {
    comment: 'a part of the pages may not know one that stands on it',
    files: {
      'web/src/ui/button.tsx': "import { act } from '../acts/act.js';\nexport const button = act;",
      'web/src/acts/act.tsx': 'export const act = 1;',
    },
    breach: 'web-arrow-ui: web/src/ui/button.tsx -> web/src/acts/act.tsx',
  },
  {
    comment: 'no feature of the pages may know the shell',
    files: {
      'web/src/features/counts/count.page.tsx':
        "import { shell } from '../../app/shell.js';\nexport const page = shell;",
      'web/src/app/shell.tsx': 'export const shell = 1;',
    },
    breach: 'web-arrow-features: web/src/features/counts/count.page.tsx -> web/src/app/shell.tsx',
  },
  {
    comment: 'a feature of the pages may not know its sibling',
    files: {
      'web/src/features/stock/stock.tsx': "import { waste } from '../wastage/waste.js';\nexport const stock = waste;",
      'web/src/features/wastage/waste.tsx': 'export const waste = 1;',
    },
    breach: 'web-features-are-apart: web/src/features/stock/stock.tsx -> web/src/features/wastage/waste.tsx',
  },
  {
    comment: 'the pages may not know the server',
    files: {
      'web/src/api/door.ts': "import { door } from '../../../src/platform/back-door.js';\nexport const known = door;",
      'src/platform/back-door.ts': 'export const door = 1;',
    },
    breach: 'web-knows-only-pure-rules: web/src/api/door.ts -> src/platform/back-door.ts',
  },
  {
    comment: 'a file that no page reaches is told',
    files: {
      'web/src/ui/unreached.tsx': "export { act as unreached } from '../i18n/words.js';",
      'web/src/i18n/words.ts': 'export const act = 1;',
    },
    breach: 'no-dead-files: web/src/ui/unreached.tsx -> web/src/ui/unreached.tsx',
  },
  {
    comment: 'two files may not need each other',
    files: {
      'src/platform/hen.ts': "import { egg } from './egg.js';\nexport const hen = () => egg;",
      'src/platform/egg.ts': "import { hen } from './hen.js';\nexport const egg = () => hen;",
    },
    breach: 'no-cycles: src/platform/egg.ts -> src/platform/hen.ts',
  },
  {
    comment: 'a file that nobody needs is told',
    files: { 'src/domain/lonely.ts': 'export const lonely = true;' },
    breach: 'no-orphans: src/domain/lonely.ts -> src/domain/lonely.ts',
  },
  {
    comment: 'a file that the program does not reach is told, though another needs it',
    files: {
      'src/domain/unreached.ts': 'export const unreached = true;',
      'src/platform/unreached-too.ts': "export { unreached } from '../domain/unreached.js';",
    },
    breach: 'no-dead-files: src/domain/unreached.ts -> src/domain/unreached.ts',
  },
  {
    comment: 'no barrels',
    files: {
      'src/domain/amounts/index.ts': "export * from './micrograms.js';",
      'src/domain/amounts/micrograms.ts': 'export const micrograms = 1;',
      'src/domain/total.ts': "export { micrograms as total } from './amounts/index.js';",
    },
    breach: 'no-barrels: src/domain/total.ts -> src/domain/amounts/index.ts',
  },
  {
    comment: 'a migration stands alone',
    files: { 'migrations/0001.ts': "export { micrograms } from '../src/domain/amounts/micrograms.js';" },
    breach: 'migrations-stand-alone: migrations/0001.ts -> src/domain/amounts/micrograms.ts',
  },
  {
    comment: 'the program may not import tests',
    files: {
      'src/platform/helped.ts': "export { help } from '../../test/support/help.js';",
      'test/support/help.ts': 'export const help = 1;',
    },
    breach: 'no-tests-in-the-program: src/platform/helped.ts -> test/support/help.ts',
  },
  {
    comment: 'the program may not need a development package',
    files: { 'src/platform/checked.ts': "import fc from 'fast-check';\nexport const check = fc;" },
    breach:
      'no-development-packages-in-the-program: src/platform/checked.ts -> node_modules/fast-check/lib/cjs/fast-check.d.ts',
  },
  {
    comment: 'what is imported must be there',
    files: { 'src/platform/lost.ts': "export { nothing } from './gone.js';" },
    breach: 'everything-resolves: src/platform/lost.ts -> ./gone.js',
  },
];

describe('the rules can fail', () => {
  let root: string;
  let found: string[];

  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-arrow-')));
    for (const [name, content] of forbidden.flatMap(({ files }) => Object.entries(files))) {
      mkdirSync(join(root, dirname(name)), { recursive: true });
      writeFileSync(join(root, name), `${content}\n`);
    }
    cpSync('package.json', join(root, 'package.json'));
    symlinkSync(realpathSync('node_modules'), join(root, 'node_modules'));
    // Packages lie behind a link here, as in a worktree: only what comes after node_modules/ is the same everywhere.
    found = breaches(root, ['src', 'migrations', 'web']).map((line) =>
      line.replace(/-> .*\/node_modules\//, '-> node_modules/'),
    );
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test.each(forbidden)('$comment', ({ files, breach }) => {
    const ofThese = found.filter((line) => Object.keys(files).some((file) => line.includes(`: ${file} ->`)));
    if (breach === '') expect(ofThese).toEqual([]);
    else expect(ofThese).toContain(breach);
  });
});
