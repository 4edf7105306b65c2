import { useQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import { sessionOf } from '../../api/reads.js';
import type { Session } from './session-state.js';

/** A page of what a session or a day has few of. */
const ALL = { limit: 200 } as const;

export function useSession(sessionId: string) {
  const { siteId } = useSite();
  return useQuery(sessionOf(siteId, sessionId));
}

export function useHistory(sessionId: string) {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['session-history', siteId, sessionId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/sites/{siteId}/sessions/{sessionId}/history', {
          params: { path: { siteId, sessionId }, query: ALL },
        }),
      ),
  });
}

/** Sessions that began today, the newest first. */
export function useToday(filter: { readonly nurseId?: string; readonly locationId?: string }) {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['sessions-today', siteId, filter],
    queryFn: () =>
      answer(
        api.GET('/api/v1/sites/{siteId}/sessions', {
          params: { path: { siteId }, query: { ...ALL, day: 'today', ...filter } },
        }),
      ),
    placeholderData: (before) => before,
  });
}

/** Other open sessions of the same product in which a waste could belong: of the same room, or of the same nurse. */
export function useAlike(session: Session, nurseId: string) {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['sessions-alike', siteId, session.productId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/sites/{siteId}/sessions', {
          params: { path: { siteId }, query: { ...ALL, status: 'open', productId: session.productId } },
        }),
      ),
    select: ({ items }) =>
      items.filter(
        (other) =>
          other.sessionId !== session.sessionId &&
          (other.locationId === session.locationId || other.nurseId === nurseId || other.nurseId === session.nurseId),
      ),
    // Who opened a session a moment ago must be in it.
    staleTime: 0,
  });
}

export function useUnbalanced() {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['sessions-unbalanced', siteId],
    queryFn: () =>
      answer(api.GET('/api/v1/sites/{siteId}/sessions/unbalanced', { params: { path: { siteId }, query: ALL } })),
  });
}

/** Containers of a product in a room that something can be taken from: open ones first, then what expires first. */
export function useContainersIn({ locationId, productId }: { locationId: string; productId: string }) {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['containers-in', siteId, locationId, productId],
    queryFn: async () => {
      const of = (state: 'open' | 'sealed') =>
        answer(
          api.GET('/api/v1/sites/{siteId}/containers', {
            params: { path: { siteId }, query: { locationId, productId, state, limit: 100 } },
          }),
        );
      const [open, sealed] = await Promise.all([of('open'), of('sealed')]);
      return [...open.items, ...sealed.items];
    },
  });
}
