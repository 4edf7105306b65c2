import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { readsOfSetUp, setUpOrganisation } from '../../../domain/acts/set-up-organisation.js';
import { evidenceOf } from '../../../domain/ledger/evidence.js';
import { checkPassword } from '../../../domain/password-rules.js';
import { said } from '../../../domain/refusal-details.js';
import { RefusedError, firstRefusal, refuseNow } from '../../../domain/refusal.js';
import { checkUsername, normaliseUsername } from '../../../domain/username.js';
import type { Posted } from '../../ledger/command.js';
import { Ledger } from '../../ledger/ledger.js';
import { originOf } from '../../ledger/origin.js';
import { RUNTIME, type Runtime } from '../../runtime.js';
import { Organisation } from '../organisation.js';
import { hashOfToken, newToken } from '../tokens.js';
import { newCredential } from './credentials.js';
import { Passwords } from './passwords.js';

export interface SetupRequest {
  readonly token: string;
  readonly organisationName: string;
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
}

/** The first administrator, made by whoever sees what the server prints at its first start. */
@Injectable()
export class SetupService {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly organisation: Organisation,
    private readonly passwords: Passwords,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /**
   * A one-time link to create the administrator, as path and fragment (`/setup/#<token>`: a fragment reaches no server
   * log), good for a day; undefined once there is an organisation. Each start may make one; the first used ends all.
   */
  async setupLink(): Promise<string | undefined> {
    if ((await this.organisation.id()) !== undefined) return undefined;
    const token = newToken();
    await this.source.query(
      `INSERT INTO setup_link (token_hash, organisation_id, expires_at)
       VALUES ($1, coalesce((SELECT organisation_id FROM setup_link ORDER BY created_at LIMIT 1), $2), now() + interval '1 day')`,
      [hashOfToken(token), uuidv7()],
    );
    return `/setup/#${token}`;
  }

  /** Refuses `token_invalid`, `password_too_weak`, `request_invalid` (the user name). */
  async setUp(request: SetupRequest): Promise<Posted> {
    const [link] = (await this.source.query(
      'SELECT organisation_id FROM setup_link WHERE token_hash = $1 AND expires_at > now()',
      [hashOfToken(request.token)],
    )) as { organisation_id: string }[];
    if (!link) return this.#refuseLink();
    const username = normaliseUsername(request.username);
    const refusal = firstRefusal(
      checkUsername(username),
      checkPassword({ password: request.password, username, field: 'password' }),
    );
    if (refusal) throw new RefusedError(refusal);

    const organisationId = link.organisation_id;
    const personId = uuidv7();
    const passwordHash = await this.passwords.hash(request.password);
    await this.#openLog(organisationId);
    const { organisationName, displayName } = request;
    const of = { organisationId, organisationName, personId, username, displayName, grantId: uuidv7() };
    return this.ledger.post({
      siteId: organisationId,
      type: 'organisation_created',
      actor: {
        id: personId,
        role: 'administrator',
        meaning: 'performed',
        method: 'setup-link',
        evidence: evidenceOf({ setup: organisationId, person: personId }),
      },
      reads: readsOfSetUp(of),
      decide: (state) => {
        const decided = setUpOrganisation(of, state);
        if ('code' in decided) return decided;
        return {
          ...decided,
          alongside: [newCredential(personId, passwordHash), { text: 'DELETE FROM setup_link', values: [] }],
        };
      },
    });
  }

  async #refuseLink(): Promise<never> {
    const done = (await this.organisation.id()) !== undefined;
    const detail = said(done ? 'administrator_made' : 'setup_link_old');
    return refuseNow('token_invalid', { field: 'token', detail });
  }

  /** An earlier attempt may have opened the log and come no further. */
  async #openLog(organisationId: string): Promise<void> {
    const opened = (await this.source.query('SELECT FROM site_head WHERE site_id = $1', [organisationId])) as unknown[];
    if (opened.length === 0) await this.ledger.openLog(organisationId, originOf(this.runtime, organisationId));
  }
}
