import { bundleReport } from '../../src/domain/bundle/report.js';
import { escapeHtml, reportHtml } from '../../src/domain/bundle/report-html.js';
import type { BundleVerdict } from '../../src/domain/bundle/verdict.js';
import { BundleReader } from '../../src/domain/bundle/verify-bundle.js';
import type { Language } from '../../src/domain/bundle/words/languages.js';
import { fileKind, HEAD_BYTES, type FileKind } from '../../src/domain/verifier/file-kind.js';
import { readPolicy } from '../../src/domain/verifier/trusted-policy.js';
import { UnusableInput, verdictOfError, type Verdict } from '../../src/domain/verifier/verdict.js';
import { verifyFiles } from '../../src/domain/verifier/verify-files.js';
import { say } from '../../src/domain/verifier/words/say.js';
import type { Sentence } from '../../src/domain/verifier/words/sentences.js';
import { progressOf, readPieces, unzip } from './pieces.js';
import { STRINGS } from './strings.js';

/** So many records are shown as a table; all are verified. */
const ROWS = 5000;

export interface Given {
  readonly file: File;
  readonly kind: FileKind | undefined;
}

/** What came of the files, in any language, as the inside of the page. */
export type Judged = (language: Language) => string;

export async function kindOf(file: File): Promise<Given> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  return { file, kind: fileKind(head) };
}

/** Verifies files that belong together. A bundle alone is held against its own keys, and says so. */
export async function judgeFiles(given: readonly Given[], onProgress: (percent: number) => void): Promise<Judged> {
  const bundles = given.filter(({ kind }) => kind === 'bundle' || kind === 'zip');
  const policies = given.filter(({ kind }) => kind === 'policy');
  const [bundle] = bundles;
  if (bundle && bundles.length === 1 && policies.length <= 1 && given.length === 1 + policies.length) {
    return judgeBundle(bundle, policies[0]?.file, onProgress);
  }
  const files = await Promise.all(
    given.map(async ({ file, kind }) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      ...(kind ? { kind } : {}),
    })),
  );
  return showVerdict(verifyFiles(files));
}

async function judgeBundle(
  { file, kind }: Given,
  policyFile: File | undefined,
  onProgress: (percent: number) => void,
): Promise<Judged> {
  try {
    const policy = policyFile && readPolicy(new Uint8Array(await policyFile.arrayBuffer()));
    const reader = new BundleReader(policy?.policy, { keepRows: ROWS });
    if (kind === 'zip') await unzip(file, (piece) => reader.push(piece), onProgress);
    else await readPieces(file.stream(), (piece) => reader.push(piece), progressOf(file.size, onProgress));
    return showBundle(reader.end(), policy?.digest);
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return showVerdict(verdictOfError(error));
  }
}

function showBundle(verdict: BundleVerdict, digest: string | undefined): Judged {
  return (language) => {
    const note = digest === undefined ? STRINGS[language].ownPolicy : `policy SHA-256 ${digest}`;
    return `${reportHtml(bundleReport(verdict, language))}<p class="quiet">${escapeHtml(note)}</p>`;
  };
}

const LOOKS: Readonly<Record<Verdict['outcome'], { readonly name: string; readonly mark: string }>> = {
  verified: { name: 'verified', mark: '\u2714' },
  notVerified: { name: 'not_verified', mark: '\u2716' },
  unusable: { name: 'unusable', mark: '?' },
};

function showVerdict({ outcome, said }: Verdict): Judged {
  return (language) => {
    const { outcomes, why } = STRINGS[language];
    const { name, mark } = LOOKS[outcome];
    const items = said.map((sentence) => `<li>${sentenceHtml(sentence, language)}</li>`).join('');
    return `<div class="verdict ${name}"><h2><span class="mark" aria-hidden="true">${mark}</span>${escapeHtml(outcomes[outcome])}</h2></div>
<section><h2>${escapeHtml(why)}</h2><ul>${items}</ul></section>`;
  };
}

/** What a file is refused for in the words of a specification is in English everywhere, and said to be. */
function sentenceHtml(sentence: Sentence, language: Language): string {
  const text = escapeHtml(say(sentence, language));
  if (sentence.key !== 'detail' || language === 'en') return text;
  return `${escapeHtml(STRINGS[language].inEnglish)} <span lang="en">${text}</span>`;
}
