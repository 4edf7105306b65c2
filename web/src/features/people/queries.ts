import { useQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { all, queryOf } from '../../api/all.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.gen.js';

export type RoleOfPerson = components['schemas']['RoleOfPerson'];
export type Role = RoleOfPerson['role'];

/** Somebody of the organisation, with what they are at the open site. */
export interface Somebody extends Readonly<components['schemas']['PersonItem']> {
  readonly roles: readonly RoleOfPerson[];
}

/** Everybody, by name. An organisation has hundreds of people, not thousands. */
export function useEverybody() {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['everybody', siteId],
    queryFn: async (): Promise<Somebody[]> => {
      const [people, here] = await Promise.all([
        all((cursor) => answer(api.GET('/api/v1/people', { params: { query: queryOf(cursor) } }))),
        all((cursor) =>
          answer(api.GET('/api/v1/sites/{siteId}/people', { params: { path: { siteId }, query: queryOf(cursor) } })),
        ),
      ]);
      const roles = new Map(here.map((one) => [one.personId, one.roles]));
      return people.map((one) => ({ ...one, roles: roles.get(one.personId) ?? [] }));
    },
  });
}
