import { formatLogOrigin } from '../../domain/log/log-origin.js';
import { originDomain, type Runtime } from '../runtime.js';

/** The origin that a site's log begins with (audit-log.md, "Checkpoint"). A demonstration's says so in its first word, for ever. */
export function originOf(runtime: Runtime, siteId: string): string {
  return formatLogOrigin({ domain: originDomain(runtime), siteId, incarnation: 1 });
}
