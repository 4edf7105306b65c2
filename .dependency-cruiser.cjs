// The arrow of imports: domain <- interop <- platform <- features <- app.module, cli. Run by test/architecture.
/** What bin/countersign.mjs starts, what is built into a file of its own (scripts/build-verifier.mjs), the pages and their worker. */
const ENTRIES = '^(src/cli/(main|identify|countersign-verify)\\.ts|web/src/(main\\.tsx|scan/decoder\\.worker\\.ts))$';

/** Tested and true (test/vectors), and first used when stock goes to another registrant: the five-percent rule. */
const NOT_IN_USE_YET = ['^src/domain/five-percent-rule\\.ts$'];

/** The rooms of the pages, each of which may know those before it. */
const WEB_ROOMS = 'i18n ui api access scan acts care proof paper records features app'.split(' ');
/** What a refusal says in the language of the page lies with the acts, and log-in is refused too. */
const WORDS_OF_REFUSALS = '^web/src/acts/refusal-words\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Whoever is in a cycle cannot be understood, tested or replaced alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody is dead, or a forgotten entry point.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', ENTRIES] },
      to: {},
    },
    {
      name: 'no-dead-files',
      comment: 'What no entry of the program reaches is dead, whatever tests it has.',
      severity: 'error',
      from: { path: ENTRIES },
      to: { path: '^(src|web/src)/', pathNot: [ENTRIES, ...NOT_IN_USE_YET], reachable: false },
    },
    {
      name: 'no-barrels',
      comment: 'An index.ts hides who needs what, and makes cycles.',
      severity: 'error',
      from: {},
      to: { path: '^(src|migrations)/.*\\bindex\\.ts$' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules are functions over values. Hashing is a function; clocks, files, frameworks and randomness are not.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', '^(node:)?crypto$'] },
    },
    {
      name: 'verifier-is-domain-alone',
      comment:
        'Whoever verifies offline trusts what they can read: src/domain, and a shell that opens files and zip folders.',
      severity: 'error',
      from: { path: '^src/cli/countersign-verify\\.ts$' },
      to: { pathNot: ['^src/domain/', '^(node:)?(fs|util|zlib)$'] },
    },
    {
      name: 'interop-is-pure',
      comment: 'Codecs turn text or bytes into domain values; a CSV parser and a stream of text are all they need.',
      severity: 'error',
      from: { path: '^src/interop/' },
      to: {
        pathNot: [
          '^src/(domain|interop)/',
          '^(node:)?(crypto|string_decoder)$',
          '(^|/)node_modules/(csv-parse|csv-stringify)/',
        ],
      },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(features/|cli/|app\\.module)' },
    },
    {
      name: 'features-know-no-shell',
      severity: 'error',
      from: { path: '^src/features/' },
      to: { path: '^src/(cli/|app\\.module)' },
    },
    {
      name: 'features-meet-in-the-ledger',
      comment: 'A feature never imports its sibling.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    ...WEB_ROOMS.slice(0, -1).map((room, nth) => ({
      name: `web-arrow-${room}`,
      comment: 'Imports of the pages point one way, as docs/web.md lists their rooms.',
      severity: 'error',
      from: { path: `^web/src/${room}/` },
      to: { path: `^web/src/(${WEB_ROOMS.slice(nth + 1).join('|')})/`, pathNot: WORDS_OF_REFUSALS },
    })),
    {
      name: 'web-features-are-apart',
      comment: 'A feature of the pages never imports its sibling.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'web-knows-only-pure-rules',
      comment: 'Of the server the pages know the domain and the codecs, which are pure.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^(src|migrations|test|bench|scripts)/', pathNot: '^src/(domain|interop)/' },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration must do the same in ten years, whatever the code has become.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^src/' },
    },
    {
      name: 'no-tests-in-the-program',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { path: '^(test|bench|scripts)/' },
    },
    {
      name: 'no-development-packages-in-the-program',
      severity: 'error',
      from: { path: '^(src|migrations)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      // What ends in ?url is a file of a package that vite puts beside the page.
      to: { couldNotResolve: true, pathNot: '\\?url$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
