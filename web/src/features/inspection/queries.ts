import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { Refused } from '../../api/problem.js';

/** The newest lots; older ones are found by a vial of theirs. */
export function useLots(siteId: string, enabled: boolean) {
  return useQuery({
    queryKey: ['lots', siteId],
    enabled,
    queryFn: async () =>
      (await answer(api.GET('/api/v1/sites/{siteId}/lots', { params: { path: { siteId }, query: { limit: 200 } } })))
        .items,
  });
}

/** The id of the container of a label; undefined where there is none. Throws LineLost. */
export async function containerIdOf(siteId: string, label: string): Promise<string | undefined> {
  try {
    const found = await answer(
      api.GET('/api/v1/sites/{siteId}/containers/{container}', { params: { path: { siteId, container: label } } }),
    );
    return found.containerId;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** A bundle; asked again every second until its file is ready, and while it is on its way. */
export function useBundle(siteId: string, bundleId: string) {
  return useQuery({
    queryKey: ['bundle', siteId, bundleId],
    queryFn: () =>
      answer(
        api.GET('/api/v1/sites/{siteId}/inspection-bundles/{bundleId}', { params: { path: { siteId, bundleId } } }),
      ),
    refetchInterval: ({ state: { data } }) => (data?.ready && data.written === undefined ? false : 1000),
  });
}

export function useBundles(siteId: string) {
  return useQuery({
    queryKey: ['bundles', siteId],
    queryFn: async () =>
      (
        await answer(
          api.GET('/api/v1/sites/{siteId}/inspection-bundles', { params: { path: { siteId }, query: { limit: 50 } } }),
        )
      ).items,
  });
}

/** Where the file is. The browser itself saves it, so that no page holds it in memory. */
export function fileOf(siteId: string, bundleId: string, language: string): string {
  return `/api/v1/sites/${siteId}/inspection-bundles/${bundleId}/file?language=${language}`;
}
