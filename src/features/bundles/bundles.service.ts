import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { bundleReads, exportBundle } from '../../domain/acts/export-bundle.js';
import { BUNDLE_RECORD_TYPE, SUBJECT_KINDS, type Selection, type Shown } from '../../domain/bundle/format.js';
import { exportSays } from '../../domain/bundle/parse.js';
import type { Language } from '../../domain/bundle/words/languages.js';
import { instantMs } from '../../domain/local-date.js';
import { type Detail, said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { roleMay } from '../../domain/roles.js';
import type { Access } from '../../platform/access/caller.js';
import { LogProofs } from '../../platform/audit/log-proofs.js';
import { recordPatientReads } from '../../platform/audit/patient-reads.js';
import { recordBody } from '../../platform/audit/record-view.js';
import { Vault } from '../../platform/crypto/vault.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { cursorKey, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import { verifyPageIn, WEB_FOLDER } from '../../platform/http/web-folder.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import { BundleContent } from './bundle-content.js';
import { bundleFile } from './bundle-file.js';
import { BundleHeads } from './bundle-heads.js';
import { bundleNames } from './bundle-names.js';
import { besideSeqs, boundsOf, countOf, patientsOf, type RecordedExport } from './bundle-range.js';
import type { BundleDto, BundleListedDto, NewBundleDto } from './bundles.dto.js';

type Found = RecordedExport & { readonly bundleId: string; readonly recordedAt: string; readonly personId: string };

/** Makes inspection bundles: records each export, and writes its file as often as it is asked for. */
@Injectable()
export class BundlesService {
  /** Bundle → records written, of files that are on their way. */
  readonly #written = new Map<string, number>();

  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly vault: Vault,
    private readonly heads: BundleHeads,
    private readonly proofs: LogProofs,
  ) {}

  /** Records the export. Refuses `request_invalid`, `not_permitted`, `not_found`. */
  async make(act: ActContext, asked: NewBundleDto): Promise<Posted> {
    const { siteId, actor } = act;
    const selection = selectionOf(asked);
    if (asked.shown === 'everything') requirePatients(act);
    const [head] = (await this.source.query('SELECT size FROM countersign.site_head WHERE site_id = $1', [siteId])) as {
      size: string;
    }[];
    const of = { siteId, seq: Number(head?.size ?? 0), selection, shown: asked.shown };
    const { purpose, shown } = asked;
    return this.ledger.post({
      ...requested(act),
      type: BUNDLE_RECORD_TYPE,
      reads: bundleReads(selection),
      decide: exportBundle({
        bundleId: uuidv7(),
        selection,
        shown,
        names: await bundleNames(this.source, of, actor.id),
        ...(purpose === undefined ? {} : { purpose }),
      }),
    });
  }

  async list(siteId: string, query: PageQuery): Promise<Page<BundleListedDto>> {
    const [beyond] = cursorKey(query.cursor, 1) ?? [];
    const rows = (await this.source.query(
      `SELECT seq, record FROM countersign.audit_record
       WHERE site_id = $1 AND type = $2 AND ($3::bigint IS NULL OR seq < $3) ORDER BY seq DESC LIMIT $4`,
      [siteId, BUNDLE_RECORD_TYPE, beyond ?? null, query.limit + 1],
    )) as { seq: string; record: Buffer }[];
    const item = ({ record }: { record: Buffer }) => listed(foundIn(siteId, record));
    return pageOf({ rows, limit: query.limit, keyOf: ({ seq }) => [Number(seq)], item });
  }

  /** Refuses `not_found`. */
  async one(siteId: string, bundleId: string): Promise<BundleDto> {
    const found = await this.#find(siteId, bundleId);
    const bounds = await boundsOf(this.source, found);
    const [chosen, beside, head] = await Promise.all([
      countOf(this.source, found, bounds),
      besideSeqs(this.source, found, bounds),
      this.heads.covering(found),
    ]);
    const written = this.#written.get(bundleId);
    return {
      ...listed(found),
      records: chosen + beside.length,
      ready: head?.witnessed ?? false,
      ...(written === undefined ? {} : { written }),
    };
  }

  /**
   * The file, as a stream. That it was had, and what it turned out to be, is a record. Refuses `not_found`, `not_permitted`,
   * `proof_not_yet` when no signed head covers the export within five seconds.
   */
  async file(access: Access, bundleId: string, language: Language): Promise<Readable> {
    const { siteId, actor } = access;
    const found = await this.#find(siteId, bundleId);
    if (found.shown === 'everything') requirePatients(access);
    const head = (await this.heads.awaited(found)) ?? refuseNow('proof_not_yet');
    const bounds = await boundsOf(this.source, found);
    if (found.shown === 'everything') {
      const patientIds = await patientsOf(this.source, found, bounds);
      await recordPatientReads(this.ledger, access, { purpose: BUNDLE_RECORD_TYPE, patientIds });
    }
    const pieces = bundleFile(
      {
        bounds,
        beside: await besideSeqs(this.source, found, bounds),
        head,
        policy: await this.heads.policyFor(head),
        verifyPage: await verifyPageIn(WEB_FOLDER),
        language,
        at: new Date(found.recordedAt),
        onProgress: (records) => void this.#written.set(bundleId, records),
        onWritten: async (file) => {
          await this.ledger.post({
            siteId,
            actor,
            type: 'inspection_bundle_sent',
            reads: [],
            decide: () => ({ act: { bundleId, ...file }, subjects: [bundleId], answer: {} }),
          });
        },
      },
      new BundleContent({ source: this.source, vault: this.vault, proofs: this.proofs }, found, head.size),
    );
    return Readable.from(pieces).once('close', () => this.#written.delete(bundleId));
  }

  async #find(siteId: string, bundleId: string): Promise<Found> {
    const [row] = (await this.source.query(
      `SELECT r.record FROM countersign.record_subject s
       JOIN countersign.audit_record r ON r.site_id = s.site_id AND r.seq = s.seq
       WHERE s.site_id = $1 AND s.subject_id = $2 AND r.type = $3 ORDER BY r.seq LIMIT 1`,
      [siteId, bundleId, BUNDLE_RECORD_TYPE],
    )) as { record: Buffer }[];
    const found = row && foundIn(siteId, row.record);
    if (found?.bundleId !== bundleId) return refuseNow('not_found', { detail: said('no_bundle') });
    return found;
  }
}

/** What was asked for, in one form. Refuses `request_invalid` where the fields do not belong together. */
function selectionOf({ kind, subjectId, seq, from, to }: NewBundleDto): Selection {
  const wrong = (field: string, detail: Detail): never => refuseNow('request_invalid', { field, detail });
  const isSubject = SUBJECT_KINDS.some((one) => one === kind);
  if (isSubject !== (subjectId !== undefined)) wrong('subjectId', said('bundle_subject'));
  if ((kind === 'record') !== (seq !== undefined)) wrong('seq', said('bundle_record'));
  if (kind === 'period' && from === undefined && to === undefined) wrong('from', said('period_empty'));
  if (kind === 'record' && (from ?? to) !== undefined) wrong('from', said('record_has_no_period'));
  return {
    kind,
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(seq === undefined ? {} : { seq }),
    ...(from === undefined ? {} : { from: utc(from, 'from') }),
    ...(to === undefined ? {} : { to: utc(to, 'to') }),
  };
}

function utc(instant: string, field: string): string {
  try {
    return new Date(instantMs(instant)).toISOString();
  } catch {
    return refuseNow('request_invalid', { field, detail: said('time_example') });
  }
}

function requirePatients({ caller, siteId }: Pick<Access, 'caller' | 'siteId'>): void {
  if (!(caller.roles.get(siteId) ?? []).some((role) => roleMay(role, 'patient:read'))) refuseNow('not_permitted');
}

function foundIn(siteId: string, bytes: Uint8Array): Found {
  const { seq, act, recordedAt, actors } = recordBody(bytes);
  const says = exportSays(act) as { selection: Selection; shown: Shown };
  return { siteId, seq, ...says, bundleId: String(act?.bundleId), recordedAt, personId: String(actors[0]?.id) };
}

const listed = ({ bundleId, seq, selection, shown, recordedAt, personId }: Found): BundleListedDto => ({
  bundleId,
  seq,
  selection,
  shown,
  recordedAt,
  personId,
});
