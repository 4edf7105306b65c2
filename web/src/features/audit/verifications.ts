import { queryOptions, skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSite } from '../../access/site.js';
import { useAct } from '../../acts/use-act.js';
import { answer, api } from '../../api/client.js';
import type { RecordView } from '../../records/record-words.js';

const WHILE_RUNNING_MS = 400;

/** What a verification came to, as its own record says it. */
export interface Ended {
  readonly seq: number;
  readonly at: string;
  readonly who: string;
  readonly verificationId: string;
  readonly verified: boolean;
  readonly failed: boolean;
}

/** Starts a verification and follows it: its progress while it runs, then what it came to. */
export function useVerification() {
  const { siteId } = useSite();
  const [id, setId] = useState<string>();
  const asked = useQuery({
    ...oneOf(siteId, id),
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'running' ? false : WHILE_RUNNING_MS),
  });
  const act = useAct({
    post: (_: object, key: string) => {
      const params = { path: { siteId }, header: { 'Idempotency-Key': key } };
      return answer(api.POST('/api/v1/sites/{siteId}/verifications', { params } as never)) as Promise<{
        verificationId: string;
      }>;
    },
    done: ({ verificationId }) => setId(verificationId),
  });
  return {
    act,
    verification: asked.data,
    running: id !== undefined && (asked.data?.status ?? 'running') === 'running',
  };
}

/** What one came to, whenever it was. */
export function useOutcome(verificationId: string | undefined) {
  const { siteId } = useSite();
  return useQuery(oneOf(siteId, verificationId));
}

/** The latest verifications of the site, the newest first: each is a record of the log. */
export function useVerifications(limit = 10) {
  const { siteId } = useSite();
  const params = { path: { siteId }, query: { type: 'verification', first: 'newest' as const, limit } };
  return useQuery({
    queryKey: ['verifications', siteId, limit],
    queryFn: async () => (await answer(api.GET('/api/v1/sites/{siteId}/log', { params }))).items.map(endedOf),
  });
}

/** One verification; of none nothing is asked. */
const oneOf = (siteId: string, id: string | undefined) =>
  queryOptions({
    queryKey: ['verification', siteId, id],
    queryFn:
      id === undefined
        ? skipToken
        : () => answer(api.GET('/api/v1/sites/{siteId}/verifications/{id}', { params: { path: { siteId, id } } })),
  });

function endedOf({ seq, recordedAt, actors, act = {} }: RecordView): Ended {
  const said = act as Readonly<Record<string, unknown>>;
  return {
    seq,
    at: recordedAt,
    who: actors[0]?.displayName ?? '',
    verificationId: String(said.verificationId),
    verified: said.verified === true,
    failed: said.failed === true,
  };
}
