// What was measured, as tables a person reads; the same go into bench/README.md.
const fixed = (value, digits = 2) => (value === undefined ? '-' : value.toFixed(digits));

/** A Markdown table whose columns are as wide as their widest cell. */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, i) => Math.max(...all.map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(all[0]), rule, ...all.slice(1).map(line)].join('\n');
}

const PLACES = { oneSite: 'one site', spread: 'over the sites' };
const WAYS = {
  http: 'HTTP',
  ledger: 'the door alone',
  pgbench: 'pgbench, same statements',
  plain: 'pgbench, one INSERT',
};

function ways(doses) {
  const rows = Object.entries(PLACES).flatMap(([where, place]) =>
    Object.entries(WAYS)
      .filter(([way]) => doses[where][way])
      .map(([way, name]) => {
        const { perSecond, p50Ms, p99Ms } = doses[where][way];
        return [place, name, fixed(perSecond, 0), fixed(p50Ms), fixed(p99Ms)];
      }),
  );
  return table(['where', 'way', 'doses/s', 'p50 ms', 'p99 ms'], rows);
}

function ratios(doses) {
  const rows = Object.entries(PLACES).flatMap(([where, place]) =>
    [
      ['HTTP / pgbench', doses[where].httpToPgbench],
      ['the door alone / pgbench', doses[where].ledgerToPgbench],
      ['pgbench, same statements / one INSERT', doses[where].pgbenchToPlain],
    ]
      .filter(([, ratio]) => ratio)
      .map(([name, ratio]) => [place, name, fixed(ratio.perSecond), fixed(ratio.p50), fixed(ratio.p99)]),
  );
  return table(['where', 'ratio', 'doses/s', 'p50', 'p99'], rows);
}

function costs(doses) {
  const rows = Object.entries(PLACES).map(([where, place]) => {
    const cost = doses.cost[where];
    return [
      place,
      fixed(cost.roundTrips),
      fixed(cost.nodeCpuMs),
      fixed(cost.postgresCpuMs),
      fixed(cost.databaseMs),
      fixed(cost.walBytes, 0),
      fixed(cost.httpBytes, 0),
    ];
  });
  const head = ['one dose over HTTP', 'round trips', 'Node CPU ms', 'PostgreSQL CPU ms', 'in statements ms'];
  return table([...head, 'WAL bytes', 'HTTP bytes'], rows);
}

export function reportDoses(doses) {
  const { clients, sites, rounds, seconds } = doses;
  return [
    `\nDoses: ${clients} clients, one site or ${sites}; medians of ${rounds} rounds of ${seconds} s\n`,
    ways(doses),
    '',
    ...(doses.oneSite.httpToPgbench ? [ratios(doses), ''] : []),
    costs(doses),
    '',
  ].join('\n');
}

export function reportVerify({ records, bytesARecord, checkedPerSecond, hashedPerSecond, ratio }) {
  const row = [records, fixed(bytesARecord, 0), fixed(checkedPerSecond, 0), fixed(hashedPerSecond, 0), fixed(ratio)];
  const head = ['records', 'bytes a record', 'verified/s', 'only read and hashed/s', 'verified / hashed'];
  return `\nVerifying a log\n\n${table(head, [row])}\n`;
}

export function reportReconciliation({ runs, sizes, ratios }) {
  const head = ['by', ...sizes.map(({ entries }) => `ms at ${entries}`), 'ratio'];
  const rows = Object.entries(ratios).map(([by, ratio]) => [
    by,
    ...sizes.map(({ times }) => fixed(times[by])),
    fixed(ratio),
  ]);
  return `\nReconciliation of one month, median of ${runs} runs, by entries in the ledger\n\n${table(head, rows)}\n`;
}

export function reportProofs(proofs) {
  const { records, proof, row, ratio } = proofs;
  const head = ['records', 'proofs/s', 'p99 ms', 'rows by key/s', 'proofs / rows'];
  const rates = [
    records,
    fixed(proof.perSecond, 0),
    fixed(proof.p99Ms),
    fixed(row.perSecond, 0),
    fixed(ratio.perSecond),
  ];
  const files = [
    'files',
    'exported records/s',
    'audited from files/s',
    'only read/s',
    'exported / read',
    'audited / read',
  ];
  const { tiles, exportedPerSecond, auditedPerSecond, readPerSecond, exportToRead, auditToRead } = proofs;
  const figures = [exportedPerSecond, auditedPerSecond, readPerSecond].map((rate) => fixed(rate, 0));
  return [
    `\nProofs and tiles of a log\n\n${table(head, [rates])}`,
    `\n${table(files, [[tiles, ...figures, fixed(exportToRead), fixed(auditToRead)]])}\n`,
  ].join('\n');
}

export function reportLogCost(cost) {
  const names = {
    whole: 'the whole',
    withoutNumbers: 'no running numbers',
    withoutTree: 'no leaf, no tree',
    withoutLog: 'no log at all',
  };
  const rows = Object.entries(PLACES).flatMap(([where, place]) =>
    Object.entries(names).map(([variant, name]) => {
      const { perSecond, p50Ms, p99Ms } = cost[where][variant];
      const against = {
        withoutNumbers: 'toWithoutNumbers',
        withoutTree: 'toWithoutTree',
        withoutLog: 'toWithoutLog',
      }[variant];
      return [
        place,
        name,
        fixed(perSecond, 0),
        fixed(p50Ms),
        fixed(p99Ms),
        against ? fixed(cost[where][against].perSecond) : '-',
      ];
    }),
  );
  const head = ['where', 'the append function does', 'doses/s', 'p50 ms', 'p99 ms', 'the whole / this'];
  return `\nWhat the log costs a write\n\n${table(head, rows)}\n`;
}

/** What somebody at a screen waits for. */
export function reportPages({ firstScreenBytes, sessionBytes, acts }) {
  const kilobytes = (bytes) => fixed(bytes / 1000, 1);
  const size = table(
    ['script, compressed', 'KB', 'of the 200 KB allowed'],
    [
      ['first screen', kilobytes(firstScreenBytes), fixed(firstScreenBytes / 200_000)],
      ['up to an open session', kilobytes(sessionBytes), fixed(sessionBytes / 200_000)],
    ],
  );
  const rows = Object.entries(acts).map(([act, { page, plain, ratio }]) => [
    act,
    ...[page.p50Ms, page.p95Ms, plain.p50Ms, plain.p95Ms, ratio].map((value) => fixed(value)),
  ]);
  const head = ['act', 'press to figure p50 ms', 'p95 ms', 'plain call p50 ms', 'p95 ms', 'ratio of p50'];
  return `\n${size}\n\n${table(head, rows)}`;
}
