import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { decideDischarge } from '../../domain/acts/discharge.js';
import { decideDraw } from '../../domain/acts/draw.js';
import { decideEndSession } from '../../domain/acts/end-session.js';
import { decideGive } from '../../domain/acts/give.js';
import { decideReopenSession } from '../../domain/acts/reopen-session.js';
import { decideReturn } from '../../domain/acts/return-sealed.js';
import { decideStartSession } from '../../domain/acts/start-session.js';
import { decideTake } from '../../domain/acts/take.js';
import type { DoseOrder } from '../../domain/dosing.js';
import type { Read } from '../../domain/ledger/state.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { requested, type ActContext } from '../../platform/http/act-context.js';
import { containerIdOf, sessionReads, signatureReads } from '../../platform/ledger/act-reads.js';
import type { Posted } from '../../platform/ledger/command.js';
import { containerReads } from '../../platform/ledger/container-ref.js';
import { Ledger } from '../../platform/ledger/ledger.js';
import type {
  DischargeDto,
  DrawDto,
  EndSessionDto,
  GiveDto,
  OrderDto,
  ReopenSessionDto,
  ReturnDto,
  StartSessionDto,
  TakeDto,
} from './sessions.dto.js';
import { lastTakeOf, takenFor } from './taken-containers.js';

/** What nurses record in a session. Each method says what the act must see; what it does is decided in the domain. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly ledger: Ledger,
    private readonly source: DataSource,
  ) {}

  start(act: ActContext, body: StartSessionDto): Promise<Posted> {
    const request = {
      ...body,
      sessionId: body.sessionId ?? uuidv7(),
      nurseId: act.caller.personId,
      order: orderOf(body.order),
    };
    return this.ledger.post({
      ...requested(act),
      type: 'session',
      reads: [
        { table: 'treatment_session', values: [request.sessionId] },
        { table: 'patient', values: [request.patientId] },
        { table: 'product', values: [request.productId] },
        { table: 'prescriber', values: [request.prescriberId] },
        { table: 'location', values: [request.locationId] },
      ],
      decide: (state) => decideStartSession(request, state),
    });
  }

  async draw(act: ActContext, body: DrawDto): Promise<Posted> {
    const { sessionId, container, volumeMl, deviceCount, occurredAt, lateReason } = body;
    const quantity = { volumeMl, deviceCount };
    return this.ledger.post({
      ...requested(act),
      type: 'draw',
      reads: await this.#containerInSession(act.siteId, body),
      decide: (state) => decideDraw({ sessionId, container, quantity, occurredAt, lateReason }, state),
    });
  }

  async take(act: ActContext, body: TakeDto): Promise<Posted> {
    return this.ledger.post({
      ...requested(act),
      type: 'take',
      reads: await this.#containerInSession(act.siteId, body),
      decide: (state) => decideTake(body, state),
    });
  }

  async return(act: ActContext, body: ReturnDto): Promise<Posted> {
    const { siteId, intent, signatureHashes } = act;
    const takeSeq = await lastTakeOf(this.source, siteId, await containerIdOf(this.source, siteId, body.container));
    const take = takeSeq === undefined ? [] : [String(takeSeq)];
    const request = { ...body, performerId: act.caller.personId, intent, signatureHashes, takeSeq };
    return this.ledger.post({
      ...requested(act),
      type: 'return',
      reads: [
        ...(await this.#containerInSession(siteId, body)),
        { table: 'entry', values: take },
        { table: 'later_entry', values: take },
        signatureReads(signatureHashes),
      ],
      decide: (state) => decideReturn(request, state),
    });
  }

  async give(act: ActContext, body: GiveDto): Promise<Posted> {
    const { amountMg, deviceCount, ...rest } = body;
    return this.ledger.post({
      ...requested(act),
      type: 'give',
      reads: await sessionReads(this.source, act.siteId, body.sessionId),
      decide: (state) => decideGive({ ...rest, quantity: { amountMg, deviceCount } }, state),
    });
  }

  async discharge(act: ActContext, sessionId: string, body: DischargeDto): Promise<Posted> {
    return this.ledger.post({
      ...requested(act),
      type: 'discharge',
      reads: [{ table: 'treatment_session', values: [sessionId] }],
      decide: (state) => decideDischarge({ ...body, sessionId }, state),
    });
  }

  async end(act: ActContext, sessionId: string, body: EndSessionDto): Promise<Posted> {
    const taken = await takenFor(this.source, act.siteId, sessionId);
    return this.ledger.post({
      ...requested(act),
      type: 'session_end',
      reads: [
        ...(await sessionReads(this.source, act.siteId, sessionId)),
        { table: 'container', values: taken.map(({ containerId }) => containerId) },
      ],
      decide: (state) => decideEndSession({ ...body, sessionId, taken }, state),
    });
  }

  async reopen(act: ActContext, body: ReopenSessionDto): Promise<Posted> {
    const { intent, signatureHashes } = act;
    const { sessionId } = body;
    const request = { performerId: act.caller.personId, intent, signatureHashes, sessionId, reason: body.reason ?? '' };
    return this.ledger.post({
      ...requested(act),
      type: 'session_reopened',
      reads: [{ table: 'treatment_session', values: [sessionId] }, signatureReads(signatureHashes)],
      decide: (state) => decideReopenSession(request, state),
    });
  }

  async #containerInSession(siteId: string, of: { sessionId: string; container: string }): Promise<readonly Read[]> {
    const [container, session] = await Promise.all([
      containerReads(this.source, siteId, of.container),
      sessionReads(this.source, siteId, of.sessionId),
    ]);
    return [...container, ...session];
  }
}

function orderOf({ amountMg, amountMgPerKg, weightKg }: OrderDto): DoseOrder {
  if (amountMg !== undefined && amountMgPerKg === undefined && weightKg === undefined) return { amountMg };
  if (amountMg === undefined && amountMgPerKg !== undefined && weightKg !== undefined) {
    return { mgPerKg: amountMgPerKg, weightKg };
  }
  return refuseNow('request_invalid', {
    detail: said('order_unclear'),
    field: 'order',
  });
}
