import { originDomain, type Runtime } from '../runtime.js';

/** The origin of a site's log (audit-log.md, "Checkpoint"). A demonstration's says so in its first word, for ever. */
export function originOf(runtime: Runtime, siteId: string): string {
  return `${originDomain(runtime)}/countersign/site/${siteId}`;
}
