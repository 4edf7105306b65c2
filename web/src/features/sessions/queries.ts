import { useQuery } from '@tanstack/react-query';
import { useSite } from '../../access/site.js';
import { answer, api } from '../../api/client.js';
import type { Session } from './session-state.js';

/** A page of what a clinic has few of: rooms, products, prescribers. */
const ALL = { limit: 200 } as const;

export const sessionKey = (siteId: string, sessionId: string) => ['session', siteId, sessionId] as const;

export function useSession(sessionId: string) {
  const { siteId } = useSite();
  return useQuery({
    queryKey: sessionKey(siteId, sessionId),
    queryFn: () =>
      answer(api.GET('/api/v1/sites/{siteId}/sessions/{sessionId}', { params: { path: { siteId, sessionId } } })),
  });
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

export function usePendingWastes() {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['pending-wastes', siteId],
    queryFn: () =>
      answer(api.GET('/api/v1/sites/{siteId}/pending-wastes', { params: { path: { siteId }, query: ALL } })),
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

export function useLocations() {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['locations-to-choose', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/locations', { params: { path: { siteId }, query: ALL } })),
    select: ({ items }) => items.filter(({ active }) => active),
  });
}

export function useProducts() {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['products-to-choose', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/products', { params: { path: { siteId }, query: ALL } })),
    select: ({ items }) => items.filter(({ active }) => active),
  });
}

export function usePrescribers() {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['prescribers-to-choose', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}/prescribers', { params: { path: { siteId }, query: ALL } })),
    select: ({ items }) => items.filter(({ active }) => active),
  });
}

/** The rules of the site: how many witnesses, how long a patient is watched. */
export function usePolicy() {
  const { siteId } = useSite();
  return useQuery({
    queryKey: ['site-policy', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}', { params: { path: { siteId } } })),
    select: ({ policy }) => policy,
  });
}
