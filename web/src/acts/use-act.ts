import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useDraft } from '../access/drafts.js';
import { onLineChange, lineIsUp } from '../api/connection.js';
import { renewAfterAct } from '../api/head.js';
import { Refused, type Problem } from '../api/problem.js';

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
  /** A new act: a new key, which it gives. Called by itself after an answer. */
  readonly renew: () => string;
}

/** An act that is not answered yet: under which key, and what was sent. */
interface Kept<Body> {
  readonly key: string;
  readonly unanswered?: Body;
}

/**
 * One act of a form. It keeps its idempotency key until it is answered, whatever is corrected meanwhile: if an answer was lost
 * and the act had been recorded, another body under the key is refused instead of counting twice. With a `name` (of the form's
 * draft) it keeps it even when the form goes: who locked the screen before the answer came finds the act waiting, not a new one.
 */
export function useAct<Body, Answer>(of: {
  readonly post: (body: Body, key: string) => Promise<Answer>;
  readonly done?: (answer: Answer, body: Body) => void;
  readonly name?: string;
}): Act<Body, Answer> {
  const queries = useQueryClient();
  const [unnamed] = useState(() => uuidv7());
  const [fresh, setFresh] = useState<Kept<Body>>(() => ({ key: uuidv7() }));
  const kept = useDraft<Kept<Body>>(`act ${of.name ?? unnamed}`, fresh);
  const { key, unanswered } = kept.value;
  const renewKey = () => {
    const next = uuidv7();
    kept.clear();
    setFresh({ key: next });
    return next;
  };
  const mutation = useMutation<Answer, Error, { body: Body; key: string }>({
    mutationFn: ({ body, key: underKey }) => of.post(body, underKey),
    networkMode: 'always',
    onMutate: ({ body, key: underKey }) => kept.set({ key: underKey, unanswered: body }),
    onSuccess: (answer, { body }) => {
      renewKey();
      of.done?.(answer, body);
      renewAfterAct(queries, answer);
    },
    onError: (error, { key: underKey }) => {
      if (!(error instanceof Refused)) return;
      // What was sent under it before is recorded, with another body: it shows, and what comes now is another act.
      if (error.problem.code === 'idempotency_key_reused') {
        renewKey();
        void queries.invalidateQueries();
      } else kept.set({ key: underKey });
    },
  });
  const { mutateAsync, mutate, reset, error, isPending } = mutation;
  const waiting = unanswered !== undefined && !isPending;
  const again = () => {
    if (unanswered !== undefined) mutate({ body: unanswered, key });
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
      return renewKey();
    },
  };
}
