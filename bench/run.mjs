// `npm run bench [-- --json] [--only doses,verify] [--quick]`: what this program costs, as ratios to a baseline measured in the same run.
// Nothing here passes or fails by a clock. See bench/README.md for what each number means.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { prepare } from '../scripts/prepare.mjs';

const BENCHES = ['doses', 'verify', 'reconciliation', 'proofs', 'log-cost', 'pages', 'reads'];

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: BENCHES.join(',') },
    quick: { type: 'boolean', default: false },
    million: { type: 'boolean', default: false },
  },
});
const say = (line) => console.error(line);

let database;
let stopping;
/** Once, whatever asks: the end of the work, an error, or Ctrl-C in the middle of it. */
const stop = () => (stopping ??= database?.stop());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => void Promise.resolve(stop()).finally(() => process.exit(130)));
}

async function run() {
  await prepare({ quiet: true });
  const wanted = values.only.split(',');
  const unknown = wanted.find((name) => !BENCHES.includes(name));
  if (unknown) throw new Error(`there is no bench ${unknown}; there are ${BENCHES.join(', ')}`);
  const { startBenchDatabase } = await import('./lib/database.mjs');
  database = await startBenchDatabase();
  const results = { node: process.version, cores: availableParallelism() };
  if (wanted.includes('doses')) {
    const { benchDoses } = await import('./doses.mjs');
    const { reportDoses } = await import('./lib/report.mjs');
    results.doses = await benchDoses({ database, say, ...(values.quick ? { rounds: 1, seconds: 2, warmUp: 2 } : {}) });
    if (!values.json) console.log(reportDoses(results.doses));
  }
  if (wanted.includes('verify')) {
    const { benchVerify } = await import('./verify.mjs');
    const { reportVerify } = await import('./lib/report.mjs');
    const sizes = values.million ? { records: 1_000_000, rounds: 1 } : {};
    results.verify = await benchVerify({ database, say, ...(values.quick ? { records: 20_000 } : sizes) });
    if (!values.json) console.log(reportVerify(results.verify));
  }
  if (wanted.includes('reconciliation')) {
    const { benchReconciliation } = await import('./reconciliation.mjs');
    const { reportReconciliation } = await import('./lib/report.mjs');
    const sizes = values.million ? { sizes: [10_000, 1_000_000] } : {};
    results.reconciliation = await benchReconciliation({ database, say, ...sizes });
    if (!values.json) console.log(reportReconciliation(results.reconciliation));
  }
  if (wanted.includes('proofs')) {
    const { benchProofs } = await import('./proofs.mjs');
    const { reportProofs } = await import('./lib/report.mjs');
    const sizes = values.million ? { records: 1_000_000, rounds: 1 } : {};
    results.proofs = await benchProofs({ database, say, ...(values.quick ? { records: 20_000, rounds: 1 } : sizes) });
    if (!values.json) console.log(reportProofs(results.proofs));
  }
  if (wanted.includes('log-cost')) {
    const { benchLogCost } = await import('./log-cost.mjs');
    const { reportLogCost } = await import('./lib/report.mjs');
    results.logCost = await benchLogCost({ database, say, ...(values.quick ? { rounds: 1, seconds: 2 } : {}) });
    if (!values.json && results.logCost) console.log(reportLogCost(results.logCost));
  }
  if (wanted.includes('pages')) {
    const { benchPages } = await import('./pages.mjs');
    const { reportPages } = await import('./lib/report.mjs');
    results.pages = await benchPages({ database, say, ...(values.quick ? { rounds: 8 } : {}) });
    if (!values.json) console.log(reportPages(results.pages));
  }
  if (wanted.includes('reads')) {
    const { benchReads } = await import('./reads.mjs');
    const { reportReads } = await import('./lib/report-reads.mjs');
    const sizes = values.million ? { vials: 3_334 } : {};
    results.reads = await benchReads({ database, say, ...(values.quick ? { vials: 333, runs: 3 } : sizes) });
    if (!values.json) console.log(reportReads(results.reads));
  }
  if (values.json) console.log(JSON.stringify(results, null, 2));
}

try {
  await run();
} catch (error) {
  if (!stopping) {
    console.error(`bench: ${error.stack}`);
    process.exitCode = 1;
  }
} finally {
  await stop();
}
