import { useEffect, useEffectEvent, useState } from 'react';
import { lineIsUp, onLineChange } from '../api/connection.js';
import { LineLost, Refused, type Problem } from '../api/problem.js';

interface Asked<T = unknown> {
  readonly call: () => Promise<T>;
  /** When the line is back it is asked again without a touch. */
  readonly byItself: boolean;
}

/** Asks the ledger for something that is no act of the log with a key (log-in, set-up): one at a time, with what became of it. */
export function useAsking(): {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly lost: boolean;
  readonly ask: <T>(call: () => Promise<T>, how?: { readonly byItself: boolean }) => Promise<T | undefined>;
  /** Asks once more what was not answered, as it was asked. */
  readonly again: () => void;
} {
  const [state, setState] = useState<{ busy: boolean; problem?: Problem; lost?: Asked }>({ busy: false });
  const { busy, problem, lost } = state;
  const run = async <T>(asked: Asked<T>) => {
    setState({ busy: true });
    try {
      const result = await asked.call();
      setState({ busy: false });
      return result;
    } catch (error) {
      if (error instanceof Refused) setState({ busy: false, problem: error.problem });
      else if (error instanceof LineLost) setState({ busy: false, lost: asked });
      else throw error;
      return undefined;
    }
  };
  const again = () => {
    if (lost) void run(lost);
  };
  const whenLineIsBack = useEffectEvent(() => {
    if (lineIsUp()) again();
  });
  const waits = lost?.byItself ?? false;
  useEffect(() => (waits ? onLineChange(() => whenLineIsBack()) : undefined), [waits]);
  return {
    busy,
    problem,
    lost: lost !== undefined,
    ask: (call, { byItself } = { byItself: false }) => run({ call, byItself }),
    again,
  };
}
