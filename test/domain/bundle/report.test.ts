import { describe, expect, test } from '@jest/globals';
import { bundleReport } from '../../../src/domain/bundle/report.js';
import { verifyBundle } from '../../../src/domain/bundle/verify-bundle.js';
import { PROBLEM_CODES, type BundleVerdict } from '../../../src/domain/bundle/verdict.js';
import { LANGUAGES, wordsOf } from '../../../src/domain/bundle/words/languages.js';
import { encodeUtf8 } from '../../../src/domain/log/bytes.js';
import { OFFICER } from '../../support/memory-log.js';
import { clinicLog, NURSE, PRODUCT, VIAL } from './clinic-log.js';

const NAMES = { [VIAL]: 'V-1', [OFFICER]: 'Olga Officer', [NURSE]: 'Nina Nurse', [PRODUCT]: 'Ketamine 50 mg/mL' };

function verdictOf(seqs: readonly number[]): BundleVerdict {
  const log = clinicLog();
  log.export({ kind: 'container', subjectId: VIAL }, { names: NAMES });
  return verifyBundle(encodeUtf8(log.bundle(seqs)), log.policy, { keepRows: 3 });
}

describe('a verdict in plain words', () => {
  test('says what is proved, of which site, up to which head, by whom, and what the vial holds', () => {
    const report = bundleReport(verdictOf([1, 5, 6, 12]), 'en');
    expect(report).toMatchObject({ state: 'verified', title: 'Verified', problems: { sentences: [] } });
    expect(report.proved.sentences).toEqual([
      'What Clinic <North> (DEA FE3541263) recorded: container V-1.',
      expect.stringMatching(/^Log clinic\.example\/countersign\/site\/.* at its head of 14 records\.$/),
      'The head is signed with the key of the log and confirmed by 2 of 2 witnesses outside: east.example (2026-03-01T21:20:00.000Z), west.example (2026-03-01T21:20:00.000Z).',
      'Exported by Olga Officer (compliance officer) on 2026-03-01 09:13:00 CST. The export is itself record 13 of the log.',
      'No record of container V-1 is missing: number 1–4 are all here, and the export carries the next number.',
      'Shown: amounts, times and who signed. Names of patients and free text are withheld.',
      'By these records container V-1 holds 400 mg.',
    ]);
    expect(report.records.rows[1]).toEqual([
      '2',
      '5',
      '2026-03-01 09:05:00 CST',
      '2026-03-01 09:05:00 CST',
      'drawn',
      'Nina Nurse, did it (session:password)',
      '-40 V-1\n+40 in hand',
      '',
    ]);
    expect(report.records.note).toBe('1 more record, verified and not shown here, is in the file.');
  });

  test('names what is missing, in both languages', () => {
    const verdict = verdictOf([1, 6]);
    expect(bundleReport(verdict, 'en').problems.sentences).toEqual([
      'Of container V-1 the records number 2, 4 are missing.',
    ]);
    expect(bundleReport(verdict, 'es').problems.sentences).toEqual([
      'Del envase V-1 faltan los registros números 2, 4.',
    ]);
    expect(bundleReport(verdict, 'en').proved.sentences).toEqual([]);
  });

  test('has a sentence of its own for every problem in every language', () => {
    const facts = { subject: 'X', seq: '1', line: '2', numbers: '3', detail: 'd', count: 1 };
    for (const language of LANGUAGES) {
      const sentences = PROBLEM_CODES.map((code) => wordsOf(language).problems[code](facts));
      expect(new Set(sentences).size).toBe(PROBLEM_CODES.length);
    }
  });
});
