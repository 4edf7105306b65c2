import type { Runtime } from '../runtime.js';

/** The origin of a site's log (audit-log.md, "Checkpoint"). A demonstration's says so in its first word, for ever. */
export function originOf({ config, demonstration }: Runtime, siteId: string): string {
  return `${demonstration ? 'demonstration.' : ''}${config.domain}/countersign/site/${siteId}`;
}
