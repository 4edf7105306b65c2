import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mgFromUg, mlFromUl } from '../../domain/amounts.js';
import { plannedDose } from '../../domain/dosing.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { sessionBalance } from '../../domain/session-balance.js';
import { cursorKey, pageOf, type Page, type PageQuery } from '../../platform/http/pagination.js';
import {
  listQuery,
  ONE,
  SUMS,
  UNBALANCED,
  type PendingOfSession,
  type SessionColumns,
  type SumRow,
} from './sessions.sql.js';
import { sessionActs } from './session-acts.js';
import type {
  OrderOfSessionDto,
  PendingOfSessionDto,
  SessionDetailsDto,
  SessionDto,
  UnbalancedSessionDto,
} from './sessions.answers.js';
import type { SessionsQuery } from './sessions.dto.js';

@Injectable()
export class SessionsReader {
  constructor(private readonly source: DataSource) {}

  /** Sessions of a site, the newest first. */
  async list(siteId: string, query: SessionsQuery): Promise<Page<SessionDto>> {
    const after = cursorKey(query.cursor, 2);
    const { sql, params } = listQuery(siteId, query, after);
    const rows: SessionColumns[] = await this.source.query(sql, params);
    return pageOf({ rows, limit: query.limit, keyOf: (row) => [row.started_key, row.session_id], item: itemOf });
  }

  /** Sessions with something in hand, the oldest first (daybook/README.md, `sessionsNotBalanced`). */
  async unbalanced(siteId: string, query: PageQuery): Promise<Page<UnbalancedSessionDto>> {
    const after = cursorKey(query.cursor, 2);
    const rows: (SessionColumns & { pending_ug: string; age_minutes: number })[] = await this.source.query(UNBALANCED, [
      siteId,
      after?.[0] ?? null,
      after?.[1] ?? null,
      query.limit + 1,
    ]);
    return pageOf({
      rows,
      limit: query.limit,
      keyOf: (row) => [row.started_key, row.session_id],
      item: (row) => ({ ...itemOf(row), pendingMg: mg(row.pending_ug), ageMinutes: row.age_minutes }),
    });
  }

  /** One session with its balance. Refuses `not_found`. */
  async one(siteId: string, sessionId: string): Promise<SessionDetailsDto> {
    const [row]: SessionColumns[] = await this.source.query(ONE, [siteId, sessionId]);
    if (!row) return refuseNow('not_found', { detail: said('no_session') });
    const sums: SumRow[] = await this.source.query(SUMS, [siteId, sessionId]);
    const sumUg = (...types: string[]) =>
      sums.filter(({ type }) => types.includes(type)).reduce((sum, { amount_ug }) => sum + Number(amount_ug), 0);
    const figures = {
      drawnUg: sumUg('draw', 'take'),
      administeredUg: 0 - sumUg('give'),
      wastedUg: 0 - sumUg('waste'),
      returnedUg: 0 - sumUg('return'),
    };
    const orderedUg = Number(row.ordered_ug);
    return {
      ...itemOf(row),
      drawnMg: mgFromUg(figures.drawnUg),
      givenMg: mgFromUg(figures.administeredUg),
      wastedMg: mgFromUg(figures.wastedUg),
      returnedMg: mgFromUg(figures.returnedUg),
      balance: sessionBalance(figures).status,
      givenAboveOrder: figures.administeredUg > orderedUg,
      pendingWastes: (row.pending_wastes ?? []).map(pendingOf),
      ...(await sessionActs(this.source, { siteId, sessionId, orderedUg })),
    };
  }
}

function itemOf(row: SessionColumns): SessionDto {
  return {
    sessionId: row.session_id,
    status: row.status,
    patientId: row.patient_id,
    prescriberId: row.prescriber_id,
    prescriberName: row.prescriber_name,
    nurseId: row.nurse_id,
    nurseName: row.nurse_name ?? row.nurse_id,
    productId: row.product_id,
    productCode: row.product_code,
    productName: row.product_name,
    form: row.form,
    ...(row.strength_ug_per_ml === null ? {} : { strengthMgPerMl: mg(row.strength_ug_per_ml) }),
    ...(row.device_amount_ug === null ? {} : { deviceAmountMg: mg(row.device_amount_ug) }),
    locationId: row.location_id,
    locationCode: row.location_code,
    locationName: row.location_name,
    route: row.route,
    order: orderOf(row),
    startedAt: row.started_at.toISOString(),
    ...time('endedAt', row.ended_at),
    inHandMg: mg(row.in_hand_ug),
    anythingDrawn: row.anything_drawn,
    observation: {
      ...time('firstDoseAt', row.first_dose_at),
      ...time('lastDoseAt', row.last_dose_at),
      ...time('observeUntil', row.observe_until),
      ...time('dischargedAt', row.discharged_at),
      dischargedEarly: row.discharged_early,
    },
  };
}

function orderOf(row: SessionColumns): OrderOfSessionDto {
  const { dose_per_kg: mgPerKg, weight_kg: weightKg, strength_ug_per_ml, device_amount_ug } = row;
  const orderedMg = mg(row.ordered_ug);
  const byWeight = mgPerKg !== null && weightKg !== null;
  const plan = plannedDose(
    {
      ...(strength_ug_per_ml === null ? {} : { strengthUgPerMl: Number(strength_ug_per_ml) }),
      ...(device_amount_ug === null ? {} : { deviceAmountUg: Number(device_amount_ug) }),
    },
    byWeight ? { mgPerKg, weightKg } : { amountMg: orderedMg },
  );
  return {
    orderedMg,
    ...(byWeight ? { amountMgPerKg: mgPerKg, weightKg } : {}),
    ...('code' in plan ? {} : plan),
  };
}

function pendingOf(row: PendingOfSession): PendingOfSessionDto {
  return {
    pendingWasteId: row.pending_waste_id,
    ...(row.container_id === null ? {} : { containerId: row.container_id }),
    amountMg: mgFromUg(row.amount_ug),
    ...(row.volume_ul === null ? {} : { volumeMl: mlFromUl(row.volume_ul) }),
    ...(row.device_count === null ? {} : { deviceCount: row.device_count }),
    openedAt: new Date(row.opened_at).toISOString(),
  };
}

function time<K extends string>(key: K, at: Date | null): { [P in K]?: string } {
  return at === null ? {} : ({ [key]: at.toISOString() } as { [P in K]: string });
}

function mg(amountUg: string): string {
  return mgFromUg(Number(amountUg));
}
