import { queryOptions } from '@tanstack/react-query';
import { all, queryOf } from './all.js';
import { answer, api } from './client.js';

/*
 * What more than one room of the pages reads. Each is one query, defined here and nowhere else: it is fetched once for all, and
 * what lies under its key has one shape (test/architecture/query-keys).
 */

/** The site: its name and address, its registration, its rules. */
export const siteOf = (siteId: string) =>
  queryOptions({
    queryKey: ['site', siteId],
    queryFn: () => answer(api.GET('/api/v1/sites/{siteId}', { params: { path: { siteId } } })),
  });

/** Products of the site, those no longer used too. */
export const productsOf = (siteId: string) =>
  queryOptions({
    queryKey: ['products', siteId],
    queryFn: () => all((cursor) => answer(api.GET('/api/v1/sites/{siteId}/products', pageOf(siteId, cursor)))),
  });

/** Places of the site, those no longer used too. */
export const locationsOf = (siteId: string) =>
  queryOptions({
    queryKey: ['locations', siteId],
    queryFn: () => all((cursor) => answer(api.GET('/api/v1/sites/{siteId}/locations', pageOf(siteId, cursor)))),
  });

/** Suppliers of the site, those no longer used too. */
export const suppliersOf = (siteId: string) =>
  queryOptions({
    queryKey: ['suppliers', siteId],
    queryFn: () => all((cursor) => answer(api.GET('/api/v1/sites/{siteId}/suppliers', pageOf(siteId, cursor)))),
  });

/** Prescribers of the site, those who no longer order too. */
export const prescribersOf = (siteId: string) =>
  queryOptions({
    queryKey: ['prescribers', siteId],
    queryFn: () => all((cursor) => answer(api.GET('/api/v1/sites/{siteId}/prescribers', pageOf(siteId, cursor)))),
  });

/** People of the site with their roles there, those who may no longer log in too. */
export const peopleOf = (siteId: string) =>
  queryOptions({
    queryKey: ['people', siteId],
    queryFn: () => all((cursor) => answer(api.GET('/api/v1/sites/{siteId}/people', pageOf(siteId, cursor)))),
  });

/** A container by its id or its label. */
export const containerOf = (siteId: string, container: string) =>
  queryOptions({
    queryKey: ['container', siteId, container],
    queryFn: () =>
      answer(api.GET('/api/v1/sites/{siteId}/containers/{container}', { params: { path: { siteId, container } } })),
  });

export const sessionOf = (siteId: string, sessionId: string) =>
  queryOptions({
    queryKey: ['session', siteId, sessionId],
    queryFn: () =>
      answer(api.GET('/api/v1/sites/{siteId}/sessions/{sessionId}', { params: { path: { siteId, sessionId } } })),
  });

/** Wastes whose witnesses sign later, the oldest first: those that wait still, or what became of the others. */
export const pendingWastesOf = (siteId: string, status: 'pending' | 'complete' | 'withdrawn') =>
  queryOptions({
    queryKey: ['pending-wastes', siteId, status],
    queryFn: async () => {
      const params = { path: { siteId }, query: { status, limit: 200 } };
      return (await answer(api.GET('/api/v1/sites/{siteId}/pending-wastes', { params }))).items;
    },
  });

const pageOf = (siteId: string, cursor: string | undefined) => ({
  params: { path: { siteId }, query: queryOf(cursor) },
});
