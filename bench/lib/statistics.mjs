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
    acts: latencies.length,
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

/** The medians over rounds of the figures of one way. */
export function medians(rounds, name) {
  const figure = (key) => median(rounds.map((round) => round[name][key]));
  return { perSecond: figure('perSecond'), p50Ms: figure('p50Ms'), p99Ms: figure('p99Ms') };
}

/**
 * Runs `clients` loops, `act(client)` each time; counts what ends in the `seconds` after the `warmUp`. Answers with the
 * summary; `whenWarm` is called between the two.
 */
export async function closedLoop({ clients, warmUp, seconds, act, whenWarm }) {
  const latencies = [];
  const from = performance.now() + warmUp * 1000;
  const end = from + seconds * 1000;
  let warm = false;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let started = performance.now(); started < end; started = performance.now()) {
        await act(client);
        const now = performance.now();
        if (now >= from && now < end) latencies.push(now - started);
        if (now >= from && !warm) {
          warm = true;
          whenWarm?.();
        }
      }
    }),
  );
  return summary(latencies, seconds);
}
