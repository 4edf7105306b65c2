import { useQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';

export type LogRecord = components['schemas']['LogRecord'];
type Named = components['schemas']['NamedDto'];

/** One record with its private values left sealed: looking at it leaves no trace. It never changes but to be taken back. */
export function useRecord(seq: number) {
  const { siteId } = useSite();
  const params = { path: { siteId, seq }, query: { private: 'sealed' as const } };
  return useQuery({
    queryKey: ['record', siteId, seq],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/log/{seq}', { params })),
  });
}

/** Its private values. Reading them is a record of the log: asked for once, and never by itself again. */
export async function openPrivate(siteId: string, seq: number): Promise<LogRecord['private']> {
  const params = { path: { siteId, seq }, query: {} };
  return (await answer(api.GET('/api/v1/sites/{siteId}/log/{seq}', { params }))).private;
}

const NOTHING: readonly Named[] = [];

/** What the ids of a record of stock or care stand for; of other records nothing. */
export function useNamed(record: LogRecord | undefined): readonly Named[] {
  const { siteId } = useSite();
  const { data } = useQuery({
    queryKey: ['named', siteId, record?.seq],
    enabled: record?.lines !== undefined,
    staleTime: 'static',
    queryFn: () => {
      const params = { path: { siteId, seq: record?.seq as number } };
      return answer(api.GET('/api/v1/sites/{siteId}/entries/{seq}', { params }));
    },
  });
  return data?.named ?? NOTHING;
}

/** The exact bytes of a record, which are canonical JSON, as text. */
export function bytesOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
