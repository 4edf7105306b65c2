import { beforeEach, describe, expect, test } from '@jest/globals';
import type { BundleRecord } from '../../../src/domain/bundle/format.js';
import { BundleReader, verifyBundle } from '../../../src/domain/bundle/verify-bundle.js';
import type { BundleVerdict } from '../../../src/domain/bundle/verdict.js';
import { encodeUtf8 } from '../../../src/domain/log/bytes.js';
import { ORIGIN, type MemoryLog } from '../../support/memory-log.js';
import {
  by,
  clinicLog,
  draw,
  LOT,
  NURSE,
  OTHER_VIAL,
  PATIENT,
  PRODUCT,
  SESSION,
  SIGNATURE,
  VIAL,
} from './clinic-log.js';

const VIALS_RECORDS = [1, 5, 6, 12];
const SESSIONS_RECORDS = [3, 5, 7, 8, 9, 10, 12];

let log: MemoryLog;
beforeEach(() => {
  log = clinicLog();
});

const verify = (text: string, more: { keepRows?: number } = {}): BundleVerdict =>
  verifyBundle(encodeUtf8(text), log.policy, { keepRows: 100, ...more });
const codes = (verdict: BundleVerdict) => verdict.problems.map(({ code }) => code);

describe('a good bundle', () => {
  test('of a vial: its whole life, and what it still holds', () => {
    log.export({ kind: 'container', subjectId: VIAL }, { names: { [VIAL]: 'V-1' } });
    const verdict = verify(log.bundle(VIALS_RECORDS));
    expect(verdict).toMatchObject({
      state: 'verified',
      problems: [],
      records: 4,
      besides: 0,
      sequence: { first: 1, last: 4 },
      head: { origin: log.signer.name, size: 14, cosigners: [{ name: 'east.example' }, { name: 'west.example' }] },
      export: { seq: 13, selection: { kind: 'container', subjectId: VIAL }, shown: 'amounts' },
      sums: [{ productId: PRODUCT, holder: 'container', inMg: '500', outMg: '100', netMg: '400' }],
    });
    expect(verdict.rows.map(({ nth, type }) => [nth, type])).toEqual([
      [1, 'receipt'],
      [2, 'draw'],
      [3, 'refused'],
      [4, 'draw'],
    ]);
    expect(verdict.names.get(VIAL)).toBe('V-1');
  });

  test('of a session, with the record of the signature used in it', () => {
    log.export({ kind: 'session', subjectId: SESSION });
    const verdict = verify(log.bundle(SESSIONS_RECORDS));
    expect(verdict).toMatchObject({ state: 'verified', records: 6, besides: 1 });
    expect(verdict.sums).toEqual([
      expect.objectContaining({ holder: 'in_hand', inMg: '120', outMg: '60', netMg: '60' }),
    ]);
  });

  test('of a lot, a product, a patient and a person', () => {
    for (const [kind, subjectId, seqs] of [
      ['lot', LOT, [1, 5, 6, 7, 12]],
      ['product', PRODUCT, [0, 1, 3, 5, 6, 7, 8, 9, 10, 12]],
      ['patient', PATIENT, [2, 3, 5, 7, 8, 9, 10, 12]],
      ['person', NURSE, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ] as const) {
      const fresh = clinicLog();
      fresh.export({ kind, subjectId });
      expect([kind, verifyBundle(encodeUtf8(fresh.bundle(seqs)), fresh.policy).problems]).toEqual([kind, []]);
    }
  });

  test('of everything, with private values', () => {
    log.export({ kind: 'patient', subjectId: PATIENT }, { shown: 'everything' });
    const records = [2, 3, 5, 7, 8, 9, 10, 12].map((seq) => log.proved(seq, ['name', 'address', 'reason']));
    const verdict = verify(log.bundle([], { records }));
    expect(verdict).toMatchObject({ state: 'verified', problems: [] });
    expect(verdict.rows[0]?.values).toContainEqual({ name: 'name', value: 'Synthia Placeholder' });
  });

  test('of amounts says which values it withholds', () => {
    log.export({ kind: 'patient', subjectId: PATIENT });
    expect(verify(log.bundle([2, 3, 5, 7, 8, 9, 10, 12])).rows[0]).toMatchObject({
      values: [],
      withheld: ['address', 'name'],
    });
  });

  test('of a single record, and of one that came after others were exported', () => {
    log.export({ kind: 'record', seq: 8 });
    expect(verify(log.bundle([8]))).toMatchObject({ state: 'verified', records: 1, sequence: undefined });
    log.add(draw(VIAL, '1'));
    log.export({ kind: 'container', subjectId: VIAL });
    expect(verify(log.bundle([...VIALS_RECORDS, 14]))).toMatchObject({
      state: 'verified',
      sequence: { first: 1, last: 5 },
    });
  });

  test('of a log that began anew after a restore, which a record of it must say', () => {
    const fresh = clinicLog();
    fresh.origin = 'clinic.example/countersign/site/new';
    const [begin, after] = [fresh.records.length, fresh.records.length + 1];
    fresh.add({
      type: 'log_incarnation',
      actors: [by(NURSE)],
      changes: [{ table: 'log_incarnation', incarnationId: SIGNATURE, previousOrigin: ORIGIN, previousSize: 15 }],
    });
    fresh.add(draw(VIAL, '1'));
    fresh.export({ kind: 'container', subjectId: VIAL });
    const good = verifyBundle(encodeUtf8(fresh.bundle([...VIALS_RECORDS, begin, after])), fresh.policy);
    expect(good).toMatchObject({ state: 'verified', incarnations: [{ fromSeq: begin, previousSize: 15 }] });
    const bad = verifyBundle(encodeUtf8(fresh.bundle([...VIALS_RECORDS, after])), fresh.policy);
    expect(bad.problems).toEqual([{ code: 'record_of_other_log', seq: 12 }]);
  });

  test('without a policy of one’s own says that its keys were not compared', () => {
    log.export({ kind: 'record', seq: 8 });
    expect(verifyBundle(encodeUtf8(log.bundle([8])), undefined).state).toBe('keys_not_compared');
  });

  test('read in pieces of any size', () => {
    log.export({ kind: 'container', subjectId: VIAL });
    const bytes = encodeUtf8(log.bundle(VIALS_RECORDS));
    for (const size of [1, 7, 1000, bytes.length]) {
      const reader = new BundleReader(log.policy);
      for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
      expect(reader.end()).toMatchObject({ state: 'verified', records: 4 });
    }
  });
});

describe('completeness', () => {
  test.each(VIALS_RECORDS.map((seq, at) => [at + 1, seq]))('record %i of the vial taken out is named', (nth, seq) => {
    log.export({ kind: 'container', subjectId: VIAL });
    const verdict = verify(log.bundle(VIALS_RECORDS.filter((one) => one !== seq)));
    expect(verdict.state).toBe('not_verified');
    expect(verdict.problems).toEqual([{ code: 'records_missing', numbers: [{ first: nth, last: nth }] }]);
  });

  test('all taken out, and two apart', () => {
    log.export({ kind: 'container', subjectId: VIAL });
    expect(verify(log.bundle([])).problems).toEqual([{ code: 'records_missing', numbers: [{ first: 1, last: 4 }] }]);
    expect(verify(log.bundle([1, 6])).problems[0]?.numbers).toEqual([
      { first: 2, last: 2 },
      { first: 4, last: 4 },
    ]);
  });

  test('the export made earlier does not hide what came after it was asked for, nor does an older head', () => {
    log.export({ kind: 'container', subjectId: VIAL });
    log.add(draw(VIAL, '1'));
    log.export({ kind: 'container', subjectId: VIAL });
    // The records up to the first export, under the second: the numbers say that two are missing.
    expect(verify(log.bundle(VIALS_RECORDS)).problems[0]?.numbers).toEqual([{ first: 5, last: 6 }]);
    // A head from before the export does not hold the export.
    const older = log.checkpoint(13);
    expect(codes(verify(log.bundle(VIALS_RECORDS, { checkpoint: older })))).toEqual(['export_not_proved']);
  });

  test('the record of a signature that was used is missed', () => {
    log.export({ kind: 'session', subjectId: SESSION });
    const verdict = verify(log.bundle(SESSIONS_RECORDS.filter((seq) => seq !== 9)));
    expect(verdict.problems).toMatchObject([{ code: 'signature_record_missing', seq: 10 }]);
  });

  test('an operator who numbers past a record has committed to a gap', () => {
    log.export({ kind: 'container', subjectId: VIAL });
    const fresh = clinicLog();
    fresh.add(draw(VIAL, '5'), {}, (right) => right.map((nth) => nth + 1));
    fresh.export({ kind: 'container', subjectId: VIAL });
    const verdict = verifyBundle(encodeUtf8(fresh.bundle([...VIALS_RECORDS, 13])), fresh.policy);
    expect(verdict.problems).toContainEqual({ code: 'records_missing', numbers: [{ first: 5, last: 5 }] });
  });

  test('two records of one number are two stories', () => {
    const fresh = clinicLog();
    fresh.add(draw(VIAL, '5'), {}, (right) => right.map((nth) => nth - 1));
    fresh.export({ kind: 'container', subjectId: VIAL });
    const verdict = verifyBundle(encodeUtf8(fresh.bundle([...VIALS_RECORDS, 13])), fresh.policy);
    expect(verdict.problems).toContainEqual({ code: 'number_twice', numbers: [{ first: 4, last: 4 }] });
  });
});

describe('a period', () => {
  // Record n is recorded at 15:00 and n minutes.
  const at = (minute: number) => `2026-03-01T15:${String(minute).padStart(2, '0')}:00.000Z`;

  test('of the log holds every record in it, between a neighbour before and one after', () => {
    log.export({ kind: 'period', from: at(4), to: at(8) });
    expect(verify(log.bundle([3, 4, 5, 6, 7, 8]))).toMatchObject({ state: 'verified', records: 4, besides: 2 });
    expect(verify(log.bundle([3, 4, 5, 7, 8])).problems[0]?.numbers).toEqual([{ first: 6, last: 6 }]);
    expect(verify(log.bundle([4, 5, 6, 7, 8])).problems[0]?.numbers).toEqual([{ first: 3, last: 3 }]);
    expect(verify(log.bundle([3, 4, 5, 6, 7])).problems[0]?.numbers).toEqual([{ first: 8, last: 12 }]);
  });

  test('up to now ends at the export; from the beginning starts at record 0', () => {
    log.export({ kind: 'period', from: at(11), to: at(59) });
    expect(verify(log.bundle([10, 9, 11, 12].sort((a, b) => a - b)))).toMatchObject({ state: 'verified', records: 2 });
    expect(verify(log.bundle([9, 10, 11])).problems[0]?.numbers).toEqual([{ first: 12, last: 12 }]);
    const fresh = clinicLog();
    fresh.export({ kind: 'period', to: at(2) });
    expect(verifyBundle(encodeUtf8(fresh.bundle([0, 1, 2])), fresh.policy)).toMatchObject({
      state: 'verified',
      records: 2,
    });
    expect(verifyBundle(encodeUtf8(fresh.bundle([1, 2])), fresh.policy).problems[0]?.numbers).toEqual([
      { first: 0, last: 0 },
    ]);
  });

  test('of a vial’s life, and a period in which nothing happened to it', () => {
    log.export({ kind: 'container', subjectId: VIAL, from: at(5), to: at(7) });
    expect(verify(log.bundle([1, 5, 6, 12]))).toMatchObject({ state: 'verified', records: 2, besides: 2 });
    expect(verify(log.bundle([1, 5, 12])).problems[0]?.numbers).toEqual([{ first: 3, last: 3 }]);
    const fresh = clinicLog();
    fresh.export({ kind: 'container', subjectId: VIAL, from: at(7), to: at(10) });
    expect(verifyBundle(encodeUtf8(fresh.bundle([6, 12])), fresh.policy)).toMatchObject({
      state: 'verified',
      records: 0,
    });
    expect(verifyBundle(encodeUtf8(fresh.bundle([6])), fresh.policy).problems[0]?.numbers).toEqual([
      { first: 4, last: 4 },
    ]);
  });
});

describe('forgery', () => {
  const sealedAgain = (records: readonly BundleRecord[]): string => log.bundle([], { records });

  beforeEach(() => {
    log.export({ kind: 'container', subjectId: VIAL }, { shown: 'everything' });
  });
  const proved = () => VIALS_RECORDS.map((seq) => log.proved(seq));

  test('a changed amount is not in the log, and its number is missing', () => {
    const records = proved();
    const changed = JSON.parse(JSON.stringify(records[1]).replace('"-40"', '"-41"')) as BundleRecord;
    expect(verify(sealedAgain([records[0]!, changed, ...records.slice(2)])).problems).toEqual([
      { code: 'record_not_in_log', seq: 5 },
      { code: 'records_missing', numbers: [{ first: 2, last: 2 }] },
    ]);
  });

  test('swapped leaves: the salt and path of one record beside the bytes of another', () => {
    const [first, second, ...rest] = proved() as [BundleRecord, BundleRecord, ...BundleRecord[]];
    const swapped = [{ ...second, record: first.record }, { ...first, record: second.record }, ...rest];
    expect(codes(verify(sealedAgain(swapped)))).toEqual(['record_not_in_log', 'record_not_in_log', 'records_missing']);
    expect(codes(verify(sealedAgain([second, first, ...rest])))).toEqual(['records_out_of_order']);
  });

  test('a record given twice', () => {
    const records = proved();
    expect(codes(verify(sealedAgain([...records, records.at(-1)!])))).toEqual(['records_out_of_order', 'number_twice']);
  });

  test('a record that says another number or another log', () => {
    const [first, ...rest] = proved() as [BundleRecord, ...BundleRecord[]];
    const moved = { ...first, record: { ...first.record, seq: 4 } };
    const foreign = { ...first, record: { ...first.record, origin: 'other.example/countersign/site/x' } };
    expect(codes(verify(sealedAgain([moved, ...rest])))[0]).toBe('record_not_in_log');
    expect(codes(verify(sealedAgain([foreign, ...rest])))[0]).toBe('record_not_in_log');
  });

  test('a value from another record, one made up, one given twice', () => {
    const values = log.values.get(2)!;
    const records = [log.proved(2, ['name']), ...proved()].sort((a, b) => a.record.seq - b.record.seq);
    const with2 = (more: readonly { name: string; salt: string; value: string }[]) =>
      verify(sealedAgain(records.map((one) => (one.record.seq === 2 ? { ...one, private: more } : one))));
    expect(with2([values[0]!]).state).toBe('verified');
    expect(with2([{ ...values[0]!, value: 'Another Name' }]).problems).toEqual([
      { code: 'value_altered', seq: 2, detail: 'name' },
    ]);
    expect(codes(with2(log.values.get(10)!))).toEqual(['value_altered']);
    expect(codes(with2([values[0]!, values[0]!]))).toEqual(['value_altered']);
  });

  test('more shown than the export says', () => {
    const fresh = clinicLog();
    fresh.export({ kind: 'session', subjectId: SESSION }, { shown: 'amounts' });
    const records = SESSIONS_RECORDS.map((seq) => fresh.proved(seq, ['reason']));
    const verdict = verifyBundle(encodeUtf8(fresh.bundle([], { records })), fresh.policy);
    expect(verdict.problems).toEqual([{ code: 'more_shown_than_allowed', seq: 10 }]);
  });

  test('a head that no quorum cosigned, one signed by another key, one of another size', () => {
    const [east] = log.witnesses;
    const alone = log.checkpoint(14, { log: log.signer, witnesses: [east!] });
    const thief = { name: log.signer.name, privateKey: east!.privateKey };
    const forged = log.checkpoint(14, { log: thief, witnesses: log.witnesses });
    for (const checkpoint of [alone, forged, log.checkpoint().replace('\n14\n', '\n13\n')]) {
      expect(codes(verify(log.bundle(VIALS_RECORDS, { checkpoint })))).toEqual(['head_not_trusted']);
    }
  });

  test('another record in the place of the export', () => {
    expect(codes(verify(log.bundle(VIALS_RECORDS, { exportSeq: 12 })))).toEqual(['not_an_export']);
  });

  test('one vial’s life under another’s label', () => {
    const fresh = clinicLog();
    fresh.export({ kind: 'container', subjectId: VIAL }, { names: { [VIAL]: 'V-2' } });
    const verdict = verifyBundle(encodeUtf8(fresh.bundle(VIALS_RECORDS)), fresh.policy);
    expect(verdict.problems).toEqual([{ code: 'name_differs', seq: 1, detail: 'V-1, not V-2' }]);
  });

  test('a record whose lines make substance out of nothing, and a signature for another act', () => {
    const fresh = clinicLog();
    const more = draw(VIAL, '5');
    fresh.add({ ...more, lines: [more.lines![0]!, { ...more.lines![1]!, amountMg: '6' }] });
    const [, waste] = [0, fresh.records[10]!];
    fresh.add({
      type: 'waste',
      actors: waste.actors,
      entry: { ...waste.entry!, intent: 'another' },
      lines: waste.lines!,
      subjects: [VIAL],
    });
    fresh.export({ kind: 'container', subjectId: VIAL });
    const verdict = verifyBundle(encodeUtf8(fresh.bundle([1, 5, 6, 9, 12, 13, 14])), fresh.policy);
    expect(codes(verdict)).toEqual(['rule_broken', 'signature_differs']);
  });

  test('a record of a shape that nobody here writes is named, and nothing breaks', () => {
    const fresh = clinicLog();
    fresh.add({ type: 'note', actors: [by(NURSE)], subjects: [VIAL, OTHER_VIAL] }, {}, () => []);
    fresh.export({ kind: 'container', subjectId: VIAL });
    const verdict = verifyBundle(encodeUtf8(fresh.bundle([...VIALS_RECORDS, 13])), fresh.policy);
    expect(codes(verdict)).toEqual(['record_unreadable', 'records_missing']);
  });
});

describe('the file', () => {
  beforeEach(() => {
    log.export({ kind: 'container', subjectId: VIAL }, { names: { [VIAL]: 'V-1' } });
  });

  test('cut off anywhere is not verified', () => {
    const bytes = encodeUtf8(log.bundle(VIALS_RECORDS));
    for (let length = 0; length < bytes.length; length += 97) {
      expect(verifyBundle(bytes.subarray(0, length), log.policy).state).not.toBe('verified');
    }
    expect(codes(verify(log.bundle(VIALS_RECORDS).slice(0, -1)))).toEqual(['cut_off']);
  });

  test('with something after its seal, an empty line, or another spelling', () => {
    const text = log.bundle(VIALS_RECORDS);
    expect(codes(verify(`${text}{}\n`))).toEqual(['line_unreadable']);
    expect(codes(verify(text.replace('\n', '\n\n')))).toContain('line_unreadable');
    expect(codes(verify(text.replace('"seq":5', '"seq": 5')))).toContain('line_unreadable');
    expect(verify(`\ufeff${text}`).state).toBe('unusable');
  });

  test('that is none is unusable', () => {
    for (const text of ['', '\n', 'hello', '{"bundle":"countersign-bundle/v2"}\n', '{}\n']) {
      expect(verify(text)).toMatchObject({ state: 'unusable', problems: [{ code: 'not_a_bundle' }] });
    }
    expect(verifyBundle(Uint8Array.of(0xff, 0x0a), log.policy).state).toBe('unusable');
  });

  // Every thirteenth byte: three signatures are verified each time. All of them passed once, in half a minute.
  test('with a flipped bit anywhere: never accepted, never a crash', () => {
    const good = encodeUtf8(log.bundle(VIALS_RECORDS));
    expect(verifyBundle(good, log.policy).state).toBe('verified');
    for (let at = 0; at < good.length; at += 13) {
      const bytes = Uint8Array.from(good);
      bytes[at] = (bytes[at] as number) ^ (1 << (at % 8));
      const { state, problems } = verifyBundle(bytes, log.policy);
      expect([at, state === 'verified' || state === 'keys_not_compared', problems.length > 0]).toEqual([
        at,
        false,
        true,
      ]);
    }
  });
});
