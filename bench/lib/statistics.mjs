/** The value below which `share` (0..1) of the sorted values lie. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** What a run of acts came to. `latencies` in milliseconds. */
export function summary(latencies, seconds) {
  return {
    perSecond: latencies.length / seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}

/** The medians over rounds: of each figure, and of the ratios, each made within its round. */
export function compared(rounds, of, against) {
  const over = (figure) => median(rounds.map((round) => round[of][figure] / round[against][figure]));
  return { perSecond: over('perSecond'), p50: over('p50Ms'), p99: over('p99Ms') };
}

export function medians(rounds, name) {
  const figure = (key) => median(rounds.map((round) => round[name][key]));
  return { perSecond: figure('perSecond'), p50Ms: figure('p50Ms'), p99Ms: figure('p99Ms') };
}

/** Runs `clients` loops for `seconds`; `act(client)` does one thing. Answers with the summary. */
export async function closedLoop({ clients, seconds, act }) {
  const latencies = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (;;) {
        const from = performance.now();
        if (from >= end) return;
        await act(client);
        latencies.push(performance.now() - from);
      }
    }),
  );
  return { ...summary(latencies, (performance.now() - started) / 1000), acts: latencies.length };
}
