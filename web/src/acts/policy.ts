import { useQuery } from '@tanstack/react-query';
import { useSite } from '../access/site.js';
import { siteOf } from '../api/reads.js';
import type { components } from '../api/schema.gen.js';

type Policy = components['schemas']['SiteDetailsDto']['policy'];

/** The rules of the site: how many witnesses, how long a patient is watched. Undefined until the ledger has told them. */
export function usePolicy(): Policy | undefined {
  const { siteId } = useSite();
  return useQuery(siteOf(siteId)).data?.policy;
}

/** Whether the site asks a second person to sign such an act; yes until the ledger has said no. */
export function useAsksSecondPerson(act: keyof Policy['secondPersonFor']): boolean {
  return usePolicy()?.secondPersonFor[act] ?? true;
}
