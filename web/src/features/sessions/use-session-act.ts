import { useQueryClient } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { useAct, type Act } from '../../acts/use-act.js';
import { sessionOf } from '../../api/reads.js';
import type { Session } from './session-state.js';

/**
 * An act of a session. What the ledger answers with is committed, and `told` puts it into the figures of the page at once; all
 * else is read again behind it. Nothing is shown before there is an answer.
 */
export function useSessionAct<Body extends object, Answer>(of: {
  readonly session: Session;
  readonly name: string;
  readonly post: (body: Body, key: string) => Promise<Answer>;
  readonly told?: (before: Session, answer: Answer) => Partial<Session>;
  readonly done?: (answer: Answer) => void;
}): Act<Body, Answer> {
  const queries = useQueryClient();
  const { siteId } = useSite();
  const { sessionId } = of.session;
  return useAct<Body, Answer>({
    name: `${of.name} ${sessionId}`,
    post: of.post,
    done: (answer) => {
      queries.setQueryData(
        sessionOf(siteId, sessionId).queryKey,
        (before) => before && { ...before, ...of.told?.(before, answer) },
      );
      of.done?.(answer);
    },
  });
}
