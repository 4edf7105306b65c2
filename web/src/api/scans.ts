import { answer, api } from './client.js';
import type { components } from './schema.gen.js';

export type ScanRead = components['schemas']['ScanReadDto'];

/** What of the site was scanned: a container, a place, a package, a product, or nothing. Throws Refused and LineLost. */
export function whatWasScanned(siteId: string, scan: string): Promise<ScanRead> {
  return answer(api.POST('/api/v1/sites/{siteId}/scans', { params: { path: { siteId } }, body: { scan } }));
}
