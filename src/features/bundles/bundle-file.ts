import { createHash } from 'node:crypto';
import { BundleWriter } from '../../domain/bundle/format.js';
import { bundleReport } from '../../domain/bundle/report.js';
import { reportPage } from '../../domain/bundle/report-html.js';
import { BundleReader } from '../../domain/bundle/verify-bundle.js';
import { wordsOf, type Language } from '../../domain/bundle/words/languages.js';
import { encodeUtf8 } from '../../domain/log/bytes.js';
import { parseTlogPolicy } from '../../domain/log/tlog-policy.js';
import type { CoveringHead } from '../../platform/audit/log-proofs.js';
import type { BundleContent } from './bundle-content.js';
import type { Bounds } from './bundle-range.js';
import { ZipStream } from './bundle-zip.js';

/** So many records the summary shows; the file has all. */
const SUMMARY_ROWS = 2000;

export interface BundleFileOf {
  readonly bounds: Bounds;
  readonly beside: readonly number[];
  readonly head: CoveringHead;
  readonly policy: string;
  /** The verifier as a page. */
  readonly verifyPage: string;
  readonly language: Language;
  readonly at: Date;
  onProgress(records: number): void;
  /** Called before the last bytes leave, with what `records.bundle` turned out to be. */
  onWritten(file: { readonly records: number; readonly bytes: number; readonly sha256: string }): Promise<void>;
}

/** The zip folder that an inspector gets, piece by piece; what is in memory is a page of records, however many there are. */
export async function* bundleFile(of: BundleFileOf, content: BundleContent): AsyncGenerator<Buffer> {
  const words = wordsOf(of.language);
  const zip = new ZipStream();
  zip.whole(words.readMe.name, of.at, words.readMe.lines.join('\r\n'));
  const policy = parseTlogPolicy(of.policy);
  // What leaves is verified as it leaves: the summary is the verifier's own, and not a second telling.
  const reader = new BundleReader(policy, { keepRows: SUMMARY_ROWS });
  const digest = createHash('sha256');
  const file = zip.file('records.bundle', of.at);
  const writer = new BundleWriter();
  let bytes = 0;
  let records = 0;
  const write = (line: string): void => {
    const encoded = encodeUtf8(line);
    bytes += encoded.length;
    digest.update(encoded);
    reader.push(encoded);
    file.write(line);
  };
  write(writer.head({ checkpoint: of.head.note, policy: of.policy, export: await content.export() }));
  for await (const page of content.records(of.bounds, of.beside)) {
    for (const record of page) write(writer.record(record));
    records += page.length;
    of.onProgress(records);
    yield zip.take();
  }
  write(writer.seal());
  file.end();
  const report = bundleReport(reader.end(), of.language);
  zip.whole(
    words.summaryFile,
    of.at,
    reportPage(report, { title: report.proved.sentences[0] ?? report.title, note: words.alone }),
  );
  zip.whole('policy.txt', of.at, of.policy);
  zip.whole('verify.html', of.at, of.verifyPage);
  await of.onWritten({ records, bytes, sha256: digest.digest('base64') });
  zip.end();
  yield zip.take();
}
