import { useQuery } from '@tanstack/react-query';
import { useSite } from '../access/site.js';
import { answer, api } from '../api/client.js';

type Act = 'receipt' | 'move' | 'count' | 'return' | 'correction';

/** Whether the site asks a second person to sign such an act; yes until the ledger has said no. */
export function useAsksSecondPerson(act: Act): boolean {
  const { siteId } = useSite();
  const { data } = useQuery({
    queryKey: ['site', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}', { params: { path: { siteId } } })),
  });
  return data?.policy.secondPersonFor[act] ?? true;
}
