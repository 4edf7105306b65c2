import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { quorumReachedAt } from '../../domain/log/cosignatures.js';
import { formatVerifierKey } from '../../domain/log/note-key.js';
import type { TlogPolicy } from '../../domain/log/tlog-policy.js';
import { refuseNow } from '../../domain/refusal.js';
import { said } from '../../domain/refusal-details.js';
import { LogProofs } from '../../platform/audit/log-proofs.js';
import { Cosigning, WORTH_WAITING_SECONDS } from '../../platform/cosigning/cosigning.js';
import type { OutsideWitness, WitnessesAnswer } from './witnesses.dto.js';

interface Head {
  readonly origin: string;
  readonly size: number;
}

interface LastCosigned {
  readonly size: number;
  readonly at: Date;
}

/** By the name and the id of a key, what it cosigned last of a log. */
const LAST_COSIGNED = `SELECT w.nth::int AS nth, c.size::float8 AS size, c.cosigned_at AS at
  FROM unnest($3::text[], $4::bigint[]) WITH ORDINALITY w(key_name, key_id, nth)
  CROSS JOIN LATERAL (SELECT size, cosigned_at FROM countersign.cosignature c
    WHERE c.site_id = $1 AND c.origin = $2 AND c.key_name = w.key_name AND c.key_id = w.key_id
    ORDER BY size DESC LIMIT 1) c`;

/** What people see of the witnesses outside: which there are, what each did last for a log, and whether it is enough. */
@Injectable()
export class WitnessesReader {
  constructor(
    private readonly source: DataSource,
    private readonly proofs: LogProofs,
    private readonly cosigning: Cosigning,
  ) {}

  /** Refuses `not_found`. */
  async of(siteId: string): Promise<WitnessesAnswer> {
    const head = await this.#head(siteId);
    const { status, problem } = this.cosigning.state;
    const { policy } = this.cosigning;
    const known = { status, size: head.size, ...(problem === undefined ? {} : { problem }) };
    if (!policy || status === 'off') return { ...known, witnesses: [] };
    const witnesses = await this.#witnesses(siteId, head.origin, policy);
    return { ...known, witnesses, ...(await this.#confirmed(siteId, policy)) };
  }

  async #head(siteId: string): Promise<Head> {
    const [head] = (await this.source.query(
      'SELECT origin, size::float8 AS size FROM countersign.site_head WHERE site_id = $1',
      [siteId],
    )) as Head[];
    return head ?? refuseNow('not_found', { detail: said('no_site') });
  }

  async #witnesses(siteId: string, origin: string, { witnesses }: TlogPolicy): Promise<OutsideWitness[]> {
    const rows = (await this.source.query(LAST_COSIGNED, [
      siteId,
      origin,
      witnesses.map(({ key }) => key.name),
      witnesses.map(({ key }) => key.keyId),
    ])) as (LastCosigned & { nth: number })[];
    const last = new Map(rows.map((row) => [row.nth, row]));
    return witnesses.map(({ name, key, url }, at) => {
      const cosigned = last.get(at + 1);
      const state = this.cosigning.stateOf(origin, name);
      return {
        name,
        key: formatVerifierKey(key),
        asked: url !== undefined,
        ...(cosigned ? { cosignedSize: cosigned.size, cosignedAt: cosigned.at.toISOString() } : {}),
        ...(state?.kind ? { trouble: state.kind } : {}),
        ...(state?.problem === undefined ? {} : { detail: state.problem }),
      };
    });
  }

  async #confirmed(siteId: string, policy: TlogPolicy): Promise<Partial<WitnessesAnswer>> {
    if (policy.quorum === undefined) return {};
    const [signed, head] = await Promise.all([this.proofs.latest(siteId), this.proofs.covering(siteId, 0)]);
    const confirmed = head?.witnessed ? head : undefined;
    const at = confirmed && quorumReachedAt(confirmed.note, policy);
    const first = confirmed?.size ?? 0;
    const since = signed && signed.size > first ? await this.#recordedAt(siteId, first) : undefined;
    const waitedSeconds = since === undefined ? 0 : (Date.now() - since.getTime()) / 1000;
    return {
      needed: this.cosigning.fewest,
      ...(confirmed ? { confirmedSize: confirmed.size } : {}),
      ...(at === undefined ? {} : { confirmedAt: new Date(Number(at) * 1000).toISOString() }),
      ...(since === undefined ? {} : { unconfirmedSince: since.toISOString() }),
      quorumMet: waitedSeconds <= WORTH_WAITING_SECONDS,
    };
  }

  async #recordedAt(siteId: string, seq: number): Promise<Date | undefined> {
    const [row] = (await this.source.query(
      'SELECT recorded_at FROM countersign.audit_record WHERE site_id = $1 AND seq = $2',
      [siteId, seq],
    )) as { recorded_at: Date }[];
    return row?.recorded_at;
  }
}
