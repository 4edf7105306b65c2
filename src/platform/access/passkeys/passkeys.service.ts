import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import {
  addPasskey,
  checkVoucher,
  readsOfPasskeys,
  removePasskey,
  voucherNeeded,
  type NewPasskey,
} from '../../../domain/acts/passkeys.js';
import type { Outcome } from '../../../domain/ledger/outcome.js';
import type { RecordType } from '../../../domain/ledger/record-types.js';
import type { LedgerState } from '../../../domain/ledger/state.js';
import { said } from '../../../domain/refusal-details.js';
import { isRefusal, RefusedError, refuseNow, type Refusal } from '../../../domain/refusal.js';
import { clientFields } from '../../../domain/webauthn/assertion.js';
import { confirmationIntent, type VouchedKey } from '../../../domain/webauthn/confirmed.js';
import { COSE_ALGORITHMS, readCoseKey } from '../../../domain/webauthn/cose-key.js';
import { Ledger } from '../../ledger/ledger.js';
import { actorOf, type Caller } from '../caller.js';
import { endSessions } from '../sessions.js';
import { Challenges } from './challenges.js';
import { Confirmations, type Confirmation } from './confirmations.js';
import { KeyAddress } from './key-address.js';
import { userHandleOf } from './key-authentication.js';
import { KeyQuestions } from './key-questions.js';
import type { AttestationBody, EnrolKeyRequest, KeyItem, PresentPersonBody } from './passkeys.dto.js';
import { SecondPersons, type Present } from './second-persons.js';

type Statements = NonNullable<Outcome['alongside']>;

/** A key as the authenticator made it. */
interface MadeKey {
  readonly passkey: NewPasskey;
  readonly credentialId: Buffer;
  readonly transports: readonly string[];
  readonly signCount: number;
  readonly backedUp: boolean;
}

const LIST = `
  SELECT k.passkey_id AS "passkeyId", u.name, k.device_bound AS "deviceBound", u.backed_up AS "backedUp", k.aaguid,
         k.added_at, u.last_used_at
  FROM passkey k JOIN passkey_use u ON u.passkey_id = k.passkey_id
  WHERE k.person_id = $1 AND k.removed_at IS NULL ORDER BY k.added_at`;

const OPENED_BY = `
  SELECT account_opened_by($1, $2) AS opened_by,
         EXISTS (SELECT FROM audit_record r WHERE r.site_id = $1 AND r.seq = 0 AND r.actor_id = $2) AS is_founder`;

/** One's own keys. Enrolling and removing one are records in the organisation's log. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly source: DataSource,
    private readonly ledger: Ledger,
    private readonly confirmations: Confirmations,
    private readonly challenges: Challenges,
    private readonly address: KeyAddress,
    private readonly questions: KeyQuestions,
    private readonly secondPersons: SecondPersons,
  ) {}

  /** One's keys, the oldest first. */
  async list({ personId }: Caller): Promise<KeyItem[]> {
    const rows = (await this.source.query(LIST, [personId])) as (KeyItem & { added_at: Date; last_used_at?: Date })[];
    return rows.map(({ added_at, last_used_at, ...item }) => ({
      ...item,
      addedAt: added_at.toISOString(),
      ...(last_used_at ? { lastUsedAt: last_used_at.toISOString() } : {}),
    }));
  }

  /** A question to a key one has, before something of one's own account is changed. */
  async confirmation(caller: Caller, origin: string | undefined) {
    const challenge = await this.challenges.ask('confirmation', caller.sessionId);
    return this.questions.questionTo({ challenge, origin, personId: caller.personId });
  }

  /** What a new key is to be made for; only who has confirmed who they are gets it. */
  async enrolmentOptions(of: {
    caller: Caller;
    confirmation: Confirmation;
    address: string;
    origin: string | undefined;
  }): Promise<{ options: object; voucherNeeded: boolean }> {
    const { caller } = of;
    this.address.require(of.origin);
    await this.confirmations.confirm(caller, of.confirmation, of.address);
    const existing = await this.questions.enrolled(caller.personId);
    const options = await generateRegistrationOptions({
      rpName: 'Countersign',
      rpID: this.address.rpId,
      userName: caller.username,
      userDisplayName: caller.displayName,
      userID: new Uint8Array(Buffer.from(userHandleOf(caller.personId), 'base64url')),
      challenge: new Uint8Array(Buffer.from(await this.challenges.ask('enrolment', caller.sessionId), 'base64url')),
      excludeCredentials: existing.map(({ id }) => ({ id })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      attestationType: 'none',
      supportedAlgorithmIDs: [...COSE_ALGORITHMS],
      timeout: 300_000,
    });
    const needed = voucherNeeded({ ...(await this.#openedBy(caller)), liveKeys: existing.length });
    return { options, voucherNeeded: needed };
  }

  /** Enrols the key. Refuses as `addPasskey` does; `passkey_invalid`; `invalid_credentials` where the voucher's are wrong. */
  async enrol(caller: Caller, { name, attestation, voucher }: EnrolKeyRequest): Promise<{ passkeyId: string }> {
    const { personId } = caller;
    const present = voucher && (await this.#voucher(caller, attestation, voucher));
    const vouched = { personId, voucher: present, ...(await this.#openedBy(caller)) };
    // Before the question is spent: somebody else may vouch, and the same answer be sent again.
    const liveKeys = (await this.questions.enrolled(personId)).length;
    const refusal = checkVoucher({ ...vouched, liveKeys });
    if (refusal) await this.#refuse(caller, 'passkey_added', refusal);
    const made = await this.#made(caller, attestation, this.#asked(caller));
    const alongside = [keep(made, name), ...(present?.alongside ?? [])];
    await this.#record(caller, 'passkey_added', addPasskey({ ...vouched, passkey: made.passkey }), alongside);
    return { passkeyId: made.passkey.passkeyId };
  }

  /** What a key of whoever vouches is asked: this key, for this person. The question that made the key stays open. */
  async voucherQuestion(of: {
    caller: Caller;
    attestation: AttestationBody;
    username?: string | undefined;
    origin: string | undefined;
  }) {
    const challenge = confirmationIntent(await this.#vouchedFor(of.caller, of.attestation));
    return this.questions.question({ challenge, username: of.username, origin: of.origin });
  }

  async #voucher(caller: Caller, attestation: AttestationBody, credentials: PresentPersonBody): Promise<Present> {
    const confirmed = await this.#vouchedFor(caller, attestation);
    return this.secondPersons.present({ caller, meaning: 'checked', credentials, confirmed });
  }

  async #vouchedFor(caller: Caller, attestation: AttestationBody): Promise<VouchedKey> {
    const { passkey } = await this.#made(caller, attestation, () => true);
    const { personId, credentialHash, publicKey, rpId, deviceBound } = passkey;
    return { type: 'passkey_added', personId, credentialHash, publicKey, rpId, deviceBound };
  }

  #asked({ sessionId }: Caller) {
    return (challenge: string) => this.challenges.take(challenge, 'enrolment', sessionId);
  }

  async rename(caller: Caller, passkeyId: string, name: string): Promise<void> {
    const [, renamed] = (await this.source.query(
      `UPDATE passkey_use u SET name = $3 FROM passkey k
       WHERE k.passkey_id = u.passkey_id AND k.passkey_id = $1 AND k.person_id = $2 AND k.removed_at IS NULL`,
      [passkeyId, caller.personId, name],
    )) as [unknown, number];
    if (renamed !== 1) refuseNow('not_found', { detail: said('no_key'), field: 'passkeyId' });
  }

  /** Gives up a key, and ends one's other sessions: they may be of whoever found it. */
  async remove(caller: Caller, of: { passkeyId: string; confirmation: Confirmation; address: string }): Promise<void> {
    const { passkeyId } = of;
    const { personId, sessionId } = caller;
    await this.confirmations.confirm(caller, of.confirmation, of.address);
    await this.#record(caller, 'passkey_removed', removePasskey({ passkeyId, personId }), [
      { text: 'DELETE FROM passkey_use WHERE passkey_id = $1', values: [passkeyId] },
      ...endSessions(personId, sessionId),
    ]);
  }

  /** An attempt that comes to no record of its own is one of the refused. */
  async #refuse(caller: Caller, type: RecordType, refusal: Refusal): Promise<never> {
    const siteId = caller.organisationId;
    const actor = actorOf(caller, caller.roles.get(siteId)?.[0] ?? 'none');
    await this.ledger.recordRefusedAttempt({ siteId, type, actor }, refusal);
    throw new RefusedError(refusal);
  }

  async #made(
    caller: Caller,
    attestation: AttestationBody,
    expectedChallenge: (challenge: string) => boolean | Promise<boolean>,
  ): Promise<MadeKey> {
    const client = clientFields(Buffer.from(attestation.response.clientDataJSON, 'base64url'));
    if (!client) return refuseNow('passkey_invalid', { field: 'attestation' });
    this.address.require(client.origin);
    const { rpId } = this.address;
    const { authenticatorAttachment: _, response, ...answer } = attestation;
    const { clientDataJSON, attestationObject, transports = [] } = response;
    try {
      const verified = await verifyRegistrationResponse({
        response: {
          ...answer,
          clientExtensionResults: {},
          response: { clientDataJSON, attestationObject, transports },
        },
        expectedChallenge,
        expectedOrigin: client.origin,
        expectedRPID: rpId,
        requireUserVerification: true,
        supportedAlgorithmIDs: [...COSE_ALGORITHMS],
      });
      if (!verified.verified) return refuseNow('passkey_invalid', { field: 'attestation' });
      const { credential, aaguid, credentialDeviceType, credentialBackedUp: backedUp } = verified.registrationInfo;
      const { algorithm } = readCoseKey(credential.publicKey);
      const credentialId = Buffer.from(credential.id, 'base64url');
      const passkey = {
        passkeyId: uuidv7(),
        personId: caller.personId,
        credentialHash: createHash('sha256').update(credentialId).digest('base64'),
        publicKey: Buffer.from(credential.publicKey).toString('base64'),
        algorithm,
        aaguid: aaguid.toLowerCase(),
        rpId,
        deviceBound: credentialDeviceType === 'singleDevice',
      };
      return { passkey, credentialId, transports, signCount: credential.counter, backedUp };
    } catch {
      // The library says in words of its own what does not fit; whoever plays with it learns nothing from us.
      return refuseNow('passkey_invalid', { field: 'attestation' });
    }
  }

  async #openedBy({ organisationId, personId }: Caller): Promise<{ openedBy: string | undefined; isFounder: boolean }> {
    const [row] = (await this.source.query(OPENED_BY, [organisationId, personId])) as [
      { opened_by: string | null; is_founder: boolean },
    ];
    return { openedBy: row.opened_by ?? undefined, isFounder: row.is_founder };
  }

  async #record(
    caller: Caller,
    type: RecordType,
    decide: (state: LedgerState) => Outcome | Refusal,
    alongside: Statements,
  ): Promise<void> {
    const { organisationId: siteId, personId } = caller;
    await this.ledger.post({
      siteId,
      type,
      actor: actorOf(caller, caller.roles.get(siteId)?.[0] ?? 'none'),
      reads: readsOfPasskeys(personId),
      decide: (state) => {
        const decided = decide(state);
        return isRefusal(decided) ? decided : { ...decided, alongside };
      },
    });
  }
}

function keep({ passkey, credentialId, transports, signCount, backedUp }: MadeKey, name: string): Statements[number] {
  return {
    text: `INSERT INTO passkey_use (passkey_id, credential_id, name, transports, device_bound, sign_count, backed_up)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [passkey.passkeyId, credentialId, name, transports, passkey.deviceBound, signCount, backedUp],
  };
}
