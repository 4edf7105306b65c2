import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { onLineChange, lineIsUp } from '../api/connection.js';
import { LineLost, Refused, type Problem } from '../api/problem.js';

export interface Act<Body, Answer> {
  /** The key under which this act is, or will be, recorded; a signature is bound to it. */
  readonly key: string;
  /** Sends the act; the same body again is the same act. Resolves with undefined where it was refused or not answered. */
  readonly send: (body: Body) => Promise<Answer | undefined>;
  readonly sending: boolean;
  /** No answer came. The act stays ready and is sent again by itself when the line is back, or by `again`. */
  readonly waiting: boolean;
  readonly again: () => void;
  readonly problem: Problem | undefined;
  readonly clearProblem: () => void;
  /** A new act: a new key. Called by itself after an answer. */
  readonly renew: () => void;
}

/**
 * One act of a form. It keeps its idempotency key until it is answered, whatever is corrected meanwhile: if an answer was lost
 * and the act had been recorded, another body under the key is refused instead of counting twice.
 */
export function useAct<Body, Answer>(of: {
  readonly post: (body: Body, key: string) => Promise<Answer>;
  readonly done?: (answer: Answer, body: Body) => void;
}): Act<Body, Answer> {
  const queries = useQueryClient();
  const [key, setKey] = useState(() => uuidv7());
  const mutation = useMutation<Answer, Error, { body: Body; key: string }>({
    mutationFn: ({ body, key: underKey }) => of.post(body, underKey),
    networkMode: 'always',
    onSuccess: (answer, { body }) => {
      setKey(uuidv7());
      void queries.invalidateQueries();
      of.done?.(answer, body);
    },
  });
  const { mutateAsync, mutate, reset, error, variables, isPending } = mutation;
  const waiting = error instanceof LineLost;
  const again = () => {
    if (variables) mutate(variables);
  };
  const whenLineIsBack = useEffectEvent(() => {
    if (lineIsUp()) again();
  });
  useEffect(() => (waiting ? onLineChange(() => whenLineIsBack()) : undefined), [waiting]);
  return {
    key,
    send: (body) => mutateAsync({ body, key }).catch(() => undefined),
    sending: isPending,
    waiting,
    again,
    problem: error instanceof Refused ? error.problem : undefined,
    clearProblem: reset,
    renew: () => {
      reset();
      setKey(uuidv7());
    },
  };
}
