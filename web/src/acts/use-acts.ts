import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { lineIsUp, onLineChange } from '../api/connection.js';
import { LineLost, Refused, type Problem } from '../api/problem.js';

/** One of several acts of a list: its key, which its owner keeps (in a draft, so that a lock does not lose it), and its body. */
export interface OneAct<Body> {
  readonly key: string;
  readonly body: Body;
}

export interface Acts<Body> {
  /** Sends the acts one after the other; resolves when each was answered, or at the first that was not. */
  readonly send: (acts: readonly OneAct<Body>[]) => Promise<void>;
  readonly sending: boolean;
  /** How many of those that are being sent were answered. */
  readonly answered: number;
  /** No answer came to one of them. It and the rest are sent again by themselves when the line is back, or by `again`. */
  readonly waiting: boolean;
  readonly again: () => void;
  /** Those that were refused, by key. */
  readonly problems: ReadonlyMap<string, Problem>;
  readonly clearProblems: () => void;
}

/**
 * Several acts that belong together, such as the lots of one delivery: each is an act of its own with its own key, and one that
 * is refused does not stop the others. `done` is told of each that is recorded.
 */
export function useActs<Body, Answer>(of: {
  readonly post: (body: Body, key: string) => Promise<Answer>;
  readonly done: (key: string, answer: Answer) => void;
}): Acts<Body> {
  const queries = useQueryClient();
  const [left, setLeft] = useState<readonly OneAct<Body>[]>([]);
  const [sending, setSending] = useState(false);
  const [answered, setAnswered] = useState(0);
  const [problems, setProblems] = useState<ReadonlyMap<string, Problem>>(new Map());
  const send = async (acts: readonly OneAct<Body>[]) => {
    setSending(true);
    setLeft([]);
    setAnswered(0);
    setProblems(new Map());
    for (const [nth, act] of acts.entries()) {
      try {
        of.done(act.key, await of.post(act.body, act.key));
      } catch (error) {
        if (error instanceof LineLost) {
          setLeft(acts.slice(nth));
          break;
        }
        if (!(error instanceof Refused)) throw error;
        setProblems((before) => new Map(before).set(act.key, error.problem));
      }
      setAnswered(nth + 1);
    }
    setSending(false);
    void queries.invalidateQueries();
  };
  const waiting = left.length > 0;
  const again = () => void send(left);
  const whenLineIsBack = useEffectEvent(() => {
    if (lineIsUp()) again();
  });
  useEffect(() => (waiting ? onLineChange(() => whenLineIsBack()) : undefined), [waiting]);
  return { send, sending, answered, waiting, again, problems, clearProblems: () => setProblems(new Map()) };
}
