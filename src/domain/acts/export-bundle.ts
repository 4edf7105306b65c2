import type { Selection, Shown, SubjectKind } from '../bundle/format.js';
import type { Outcome } from '../ledger/outcome.js';
import type { JsonObject } from '../ledger/record.js';
import type { LedgerState, Read } from '../ledger/state.js';
import { said } from '../refusal-details.js';
import { refuse, type Refusal } from '../refusal.js';

export interface BundleAsked {
  readonly bundleId: string;
  readonly selection: Selection;
  readonly shown: Shown;
  /** What ids are called, as the private value `names`: canonical JSON of id → text. */
  readonly names: string;
  /** Why it is made, and for whom. */
  readonly purpose?: string;
}

/** Where a subject is found. A person is one at a site who has, or had, a role there. */
const FOUND: Readonly<Record<SubjectKind, Omit<Read, 'values'>>> = {
  container: { table: 'container' },
  lot: { table: 'lot' },
  product: { table: 'product' },
  session: { table: 'treatment_session' },
  patient: { table: 'patient' },
  person: { table: 'role_grant', column: 'person_id' },
};

/** What the decision must see. */
export function bundleReads({ kind, subjectId }: Selection): Read[] {
  return kind === 'period' || kind === 'record' || subjectId === undefined
    ? []
    : [{ ...FOUND[kind], values: [subjectId] }];
}

/**
 * Records of the log leave for an inspector. The export is a record about what it exports, so that its running number says
 * how many records there are before it (docs/audit-log.md, "Completeness"). Refuses `request_invalid` where the period ends
 * before it begins, `not_found` where there is no such subject or record.
 */
export function exportBundle(asked: BundleAsked): (state: LedgerState) => Outcome | Refusal {
  const { bundleId, selection, shown, names, purpose } = asked;
  const { kind, subjectId, seq, from, to } = selection;
  return (state) => {
    if (from !== undefined && to !== undefined && from >= to) {
      return refuse('request_invalid', { detail: said('period_backwards'), field: 'to' });
    }
    if (seq !== undefined && seq >= state.seq) {
      return refuse('not_found', { detail: said('no_record_yet'), field: 'seq' });
    }
    if (kind !== 'period' && kind !== 'record' && state.rows(FOUND[kind].table).length === 0) {
      return refuse('not_found', { detail: said('no_subject', { kind }), field: 'subjectId' });
    }
    const { name, deaNumber, timeZone } = state.site;
    const chosen = { ...selection } as JsonObject;
    return {
      act: { bundleId, selection: chosen, shown, site: { name, deaNumber: deaNumber ?? 'none', timeZone } },
      subjects: [bundleId, ...(subjectId === undefined ? [] : [subjectId])],
      private: { names, purpose },
      answer: { bundleId, selection: chosen, shown },
    };
  };
}
