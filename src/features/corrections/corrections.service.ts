import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DoseTimes } from '../../domain/acts/give.js';
import { decideReversal } from '../../domain/acts/reverse.js';
import type { Read } from '../../domain/ledger/state.js';
import { recordBody } from '../../platform/audit/record-view.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { sessionReads, signatureReads } from '../../platform/ledger/act-reads.js';
import type { Posted } from '../../platform/ledger/command.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { ReversalDto } from './corrections.dto.js';

/** What of an entry never changes, and so can be looked up before the lock. */
interface EntryFacts {
  readonly type: string;
  readonly session_id: string | null;
  readonly container_ids: string[];
}

@Injectable()
export class CorrectionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  async reverse(act: ActContext, body: ReversalDto): Promise<Posted> {
    const { siteId, intent, signatureHashes } = act;
    const { seq, reason = '', occurredAt, lateReason } = body;
    const facts = await this.#facts(siteId, seq);
    const doses = facts?.type === 'give' ? await this.#otherDoses(siteId, facts.session_id, seq) : NO_DOSES;
    const performerId = act.caller.personId;
    const request = { performerId, intent, signatureHashes, seq, reason, occurredAt, lateReason, ...doses };
    return this.ledger.post({
      ...requested(act),
      type: 'reversal',
      reads: [
        { table: 'entry', values: [String(seq)] },
        { table: 'later_entry', values: [String(seq)] },
        ...(await this.#holderReads(siteId, facts)),
        signatureReads(signatureHashes),
      ],
      decide: (state) => decideReversal(request, state),
    });
  }

  async #facts(siteId: string, seq: number): Promise<EntryFacts | undefined> {
    const [facts]: EntryFacts[] = await this.source.query(
      `SELECT e.type, e.session_id, ARRAY(
         SELECT c.container_id FROM countersign.record_subject s
         JOIN countersign.container c ON c.site_id = s.site_id AND c.container_id = s.subject_id
         WHERE s.site_id = e.site_id AND s.seq = e.seq) AS container_ids
       FROM countersign.entry e WHERE e.site_id = $1 AND e.seq = $2`,
      [siteId, seq],
    );
    return facts;
  }

  async #holderReads(siteId: string, facts: EntryFacts | undefined): Promise<readonly Read[]> {
    if (!facts) return [];
    return [
      { table: 'container', values: facts.container_ids },
      { table: 'pending_of_container', values: facts.container_ids },
      ...(facts.session_id === null ? [] : await sessionReads(this.source, siteId, facts.session_id)),
    ];
  }

  /** The session's row first: a dose that comes after it changes it, and the decision sees that. */
  async #otherDoses(siteId: string, sessionId: string | null, seq: number): Promise<typeof NO_DOSES> {
    const [session]: { seq: string }[] = await this.source.query(
      'SELECT seq FROM countersign.treatment_session WHERE site_id = $1 AND session_id = $2',
      [siteId, sessionId],
    );
    const rows: { record: Buffer }[] = await this.source.query(
      `SELECT r.record FROM countersign.record_subject s
       JOIN countersign.entry e ON e.site_id = s.site_id AND e.seq = s.seq AND e.type = 'give'
       JOIN countersign.audit_record r ON r.site_id = e.site_id AND r.seq = e.seq
       WHERE s.site_id = $1 AND s.subject_id = $2 AND e.seq <> $3
         AND NOT EXISTS (SELECT FROM countersign.entry x WHERE x.site_id = $1 AND x.reverses_seq = e.seq)
       ORDER BY e.seq`,
      [siteId, sessionId, seq],
    );
    const otherDoses = rows.map(({ record }) => recordBody(record).act as unknown as DoseTimes);
    return { otherDoses, sessionSeq: session && Number(session.seq) };
  }
}

const NO_DOSES: { readonly otherDoses: readonly DoseTimes[]; readonly sessionSeq: number | undefined } = {
  otherDoses: [],
  sessionSeq: undefined,
};
