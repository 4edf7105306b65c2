/** The parts of a log's origin (docs/audit-log.md, "Checkpoint"). */
export interface LogOrigin {
  /** The organisation's domain; a demonstration's begins with `demo.`. */
  readonly domain: string;
  readonly siteId: string;
  /** 1, or the number of the incarnation that a declared restore began. */
  readonly incarnation: number;
}

const ORIGIN =
  /^([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)\/countersign(?:\/incarnation\/([2-9]|[1-9][0-9]{1,4}))?\/site\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * `<domain>/countersign/site/<site id>`, and `<domain>/countersign/incarnation/<number>/site/<site id>` from the second
 * incarnation on: witnesses remember a log by its origin and would refuse a shorter tree of the same one.
 */
export function formatLogOrigin({ domain, siteId, incarnation }: LogOrigin): string {
  const nth = incarnation === 1 ? '' : `/incarnation/${incarnation}`;
  return `${domain}/countersign${nth}/site/${siteId}`;
}

/**
 * The parts of an origin, or undefined for a text that is none of ours. What it accepts is safe as a path of folders: the
 * origin comes out of a database that is not to be trusted.
 */
export function parseLogOrigin(origin: string): LogOrigin | undefined {
  const [, domain, incarnation, siteId] = ORIGIN.exec(origin) ?? [];
  if (domain === undefined || siteId === undefined) return undefined;
  return { domain, siteId, incarnation: incarnation === undefined ? 1 : Number(incarnation) };
}

/** Whether a log had this origin before it had the other: the same site's, of an earlier incarnation. */
export function isEarlierOrigin(earlier: string, later: string): boolean {
  const [before, after] = [parseLogOrigin(earlier), parseLogOrigin(later)];
  if (!before || !after || before.domain !== after.domain || before.siteId !== after.siteId) return false;
  return before.incarnation < after.incarnation;
}

/** The origin of the next incarnation of a log. Throws RangeError for an origin that is none of ours. */
export function nextIncarnationOrigin(origin: string): string {
  const parts = parseLogOrigin(origin);
  if (!parts) throw new RangeError('not the origin of a log of ours');
  return formatLogOrigin({ ...parts, incarnation: parts.incarnation + 1 });
}
