import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decideWithdrawPendingWaste } from '../../domain/acts/withdraw-pending-waste.js';
import { decideWitnessPendingWaste, type OpenedWaste } from '../../domain/acts/witness-pending-waste.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import type { Access, Caller } from '../../platform/access/caller.js';
import { withinSession } from '../../platform/access/login/authentication.js';
import { KeyQuestions } from '../../platform/access/passkeys/key-questions.js';
import { SignatureService } from '../../platform/access/signatures/signature.service.js';
import { recordBody } from '../../platform/audit/record-view.js';
import { requested, tokenHash, type ActContext } from '../../platform/http/act-context.js';
import { pendingOfContainerRead, sessionReads, signatureReads } from '../../platform/ledger/act-reads.js';
import type { Posted } from '../../platform/ledger/command.js';
import { containerReads } from '../../platform/ledger/container-ref.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type { WithdrawDto, WitnessDto } from './wastage.dto.js';

interface PendingWaste {
  readonly session_id: string | null;
  readonly container_id: string | null;
  readonly product_id: string;
  readonly record: Buffer;
}

/** What becomes of a pending waste: its witnesses sign it on their own devices, or who opened it withdraws it. */
@Injectable()
export class PendingWastesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
    private readonly signatures: SignatureService,
    private readonly questions: KeyQuestions,
  ) {}

  /** The witness authenticates for the intent the waste was opened with, and signs it in their own session. */
  async witness(act: ActContext, pendingWasteId: string, of: WitnessDto): Promise<Posted> {
    const { siteId, caller } = act;
    const waste = await this.#find(siteId, pendingWasteId);
    const opened = openedBy(waste);
    const signature = await this.signatures.sign({
      siteId,
      caller,
      actor: act.actor,
      // A name of its own that no client can give: sent again, the request finds the same signature.
      idempotencyKey: `${act.idempotencyKey}~signature`,
      requestDigest: act.requestDigest,
      intent: opened.intent,
      act: 'pending-wastes',
      performerId: opened.performer.id,
      meaning: 'witnessed',
      attests: of.attests,
      credentials: credentialsOf(caller, of),
    });
    const signatureHash = tokenHash(signature.body.token);
    return this.ledger.post({
      ...requested(act),
      type: 'waste_witnessed',
      reads: [
        ...(waste.session_id === null ? [] : await sessionReads(this.source, siteId, waste.session_id)),
        ...(waste.container_id === null ? [] : await this.#containerReads(siteId, waste.container_id)),
        { table: 'pending_waste', values: [pendingWasteId] },
        { table: 'pending_waste_signature', column: 'pending_waste_id', values: [pendingWasteId] },
        signatureReads([signatureHash]),
      ],
      decide: (state) =>
        decideWitnessPendingWaste({ pendingWasteId, witnessId: caller.personId, signatureHash, opened }, state),
    });
  }

  /** What a key of the witness is asked: its challenge is the intent the waste was opened with. */
  async question({ siteId, caller }: Access, pendingWasteId: string, origin: string | undefined) {
    const { intent: challenge } = openedBy(await this.#find(siteId, pendingWasteId));
    return this.questions.questionTo({ challenge, origin, personId: caller.personId });
  }

  async withdraw(act: ActContext, pendingWasteId: string, { reason = '' }: WithdrawDto): Promise<Posted> {
    return this.ledger.post({
      ...requested(act),
      type: 'waste_withdrawn',
      reads: [{ table: 'pending_waste', values: [pendingWasteId] }],
      decide: (state) => decideWithdrawPendingWaste({ pendingWasteId, personId: act.caller.personId, reason }, state),
    });
  }

  async #containerReads(siteId: string, containerId: string) {
    return [
      ...(await containerReads(this.source, siteId, containerId)),
      await pendingOfContainerRead(this.source, siteId, containerId),
    ];
  }

  async #find(siteId: string, pendingWasteId: string): Promise<PendingWaste> {
    const [found]: PendingWaste[] = await this.source.query(
      `SELECT w.session_id, w.container_id, w.product_id, r.record
       FROM countersign.pending_waste w
       JOIN countersign.audit_record r ON r.site_id = w.site_id AND r.seq = w.opened_seq
       WHERE w.site_id = $1 AND w.pending_waste_id = $2`,
      [siteId, pendingWasteId],
    );
    return found ?? refuseNow('not_found', { detail: said('no_pending_waste') });
  }
}

function credentialsOf(caller: Caller, { assertion, password = '', totp }: WitnessDto) {
  const { username, personId } = caller;
  const address = withinSession(caller);
  return assertion ? { assertion, address, personId } : { username, password, totp, address };
}

/** Who opened it, how they had authenticated, and for what: read back from the bytes of the record that opened it. */
function openedBy({ record }: PendingWaste): OpenedWaste {
  const { actors, act, occurredAt, recordedAt } = recordBody(record);
  const [performer] = actors;
  if (!performer || typeof act?.intent !== 'string') throw new Error('a pending waste without its opener or intent');
  return { performer: { ...performer, signedAt: recordedAt }, intent: act.intent, occurredAt, late: act.late === true };
}
