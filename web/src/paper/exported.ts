/** What a printed page can be held against: a record, its leaf in the tree of the log and, of a report, the digest of its file. */
export interface Stands {
  readonly seq: number | string;
  /** Base64, as the digest is. */
  readonly leafHash: string;
  readonly sha256?: string;
}

/** A report that left as a file: its text, and the record of the log that says so. */
export interface Exported extends Stands {
  readonly name: string;
  readonly text: string;
  readonly type: string;
  readonly seq: string;
  /** Of the text. */
  readonly sha256: string;
}

/** The newest of the records a page tells of: the page says no more than what stood in the log up to it. */
export function newestOf<R extends { readonly seq: number; readonly leafHash: string }>(
  records: readonly R[],
): R | undefined {
  return records.reduce<R | undefined>((newest, one) => (newest && newest.seq > one.seq ? newest : one), undefined);
}

/** What came with an export's answer. */
export async function exportedOf(call: Promise<{ data?: unknown; response: Response }>): Promise<Exported> {
  const { data, response } = await call;
  const header = (name: string) => response.headers.get(name) ?? '';
  return {
    name: /filename="([^"]+)"/.exec(header('content-disposition'))?.[1] ?? 'report',
    text: String(data),
    type: header('content-type'),
    seq: header('countersign-record'),
    leafHash: header('countersign-leaf-hash'),
    sha256: /sha-256=:([^:]+):/.exec(header('repr-digest'))?.[1] ?? '',
  };
}

/** Gives a text to the browser to save. */
export function save({ name, text, type }: Pick<Exported, 'name' | 'text' | 'type'>): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
