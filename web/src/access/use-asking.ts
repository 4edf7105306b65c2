import { useState } from 'react';
import { LineLost, Refused, type Problem } from '../api/problem.js';

/** Asks the ledger for something that is no act of the log with a key (log-in, set-up): one at a time, with what became of it. */
export function useAsking(): {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly lost: boolean;
  readonly ask: <T>(call: () => Promise<T>) => Promise<T | undefined>;
} {
  const [state, setState] = useState<{ busy: boolean; problem?: Problem; lost: boolean }>({ busy: false, lost: false });
  return {
    busy: state.busy,
    problem: state.problem,
    lost: state.lost,
    async ask(call) {
      setState({ busy: true, lost: false });
      try {
        const result = await call();
        setState({ busy: false, lost: false });
        return result;
      } catch (error) {
        if (error instanceof Refused) setState({ busy: false, problem: error.problem, lost: false });
        else if (error instanceof LineLost) setState({ busy: false, lost: true });
        else throw error;
        return undefined;
      }
    },
  };
}
