import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { readsOfSign, sign } from '../../../domain/acts/sign.js';
import { evidenceOf } from '../../../domain/ledger/evidence.js';
import type { RecordActor } from '../../../domain/ledger/record.js';
import { isRefusal, RefusedError, refuseNow } from '../../../domain/refusal.js';
import { keyEvidence, type KeySignature } from '../../../domain/webauthn/signed-by-key.js';
import { tokenHash } from '../../http/act-context.js';
import type { Posted } from '../../ledger/command.js';
import { Ledger } from '../../ledger/ledger.js';
import { RUNTIME, type Runtime } from '../../runtime.js';
import type { Caller } from '../caller.js';
import { Authentication, type Authenticated, type Credentials } from '../login/authentication.js';
import { KeyAuthentication, type KeyAuthenticated, type KeyCredentials } from '../passkeys/key-authentication.js';
import { derivedToken } from '../tokens.js';

/** Somebody authenticates for one intent, at the terminal of whoever does the act or at their own. */
export interface SigningRequest {
  readonly siteId: string;
  /** Whose session the request came with, and how that person stands in a record. */
  readonly caller: Caller;
  readonly actor: RecordActor;
  /** Of this signature, not of the act. */
  readonly idempotencyKey: string;
  /** Of the request without its secrets: same key and digest, same token. */
  readonly requestDigest: Uint8Array;
  /** Base64 digest of what is signed: `intentDigest` of the act, or the intent a pending act was opened with. */
  readonly intent: string;
  /** The name of the act: the last part of its address. */
  readonly act: string;
  /** Whose act it is. */
  readonly performerId: string;
  readonly meaning: 'witnessed' | 'checked' | 'approved';
  readonly attests: readonly string[];
  /** What was typed, or what a key of the signer's answered to the intent. */
  readonly credentials: Credentials | SigningKey;
}

/** An answer of a key, given for a signature: what it answered to is the intent itself. */
export type SigningKey = Pick<KeyCredentials, 'assertion' | 'address' | 'personId'>;

/** A signature and the token that stands for it: for one act, two minutes, once. */
export interface Signed extends Posted {
  readonly body: Posted['body'] & {
    readonly signatureId: string;
    readonly personId: string;
    readonly displayName: string;
    readonly meaning: string;
    readonly token: string;
    readonly expiresAt: string;
  };
}

type SignedByKey = KeyAuthenticated & { readonly response: KeyCredentials['assertion']['response'] };

@Injectable()
export class SignatureService {
  readonly #tokenKey: Uint8Array;

  constructor(
    private readonly ledger: Ledger,
    private readonly authentication: Authentication,
    private readonly keys: KeyAuthentication,
    @Inject(RUNTIME) runtime: Runtime,
  ) {
    this.#tokenKey = runtime.secrets.tokenKey;
  }

  /**
   * Signs. The same key with the same request and good credentials gives the same token again.
   * Throws RefusedError: `invalid_credentials` (recorded at the site as the caller's attempt, and counted to the
   * signer's lock-out), `second_factor_required`, `too_many_requests`, `not_permitted`,
   * `second_factor_enrolment_required`, `device_bound_key_required`, `signature_already_used` and what
   * `KeyAuthentication.authenticate` refuses. That the signer is also the performer is for the act to refuse.
   */
  async sign(request: SigningRequest): Promise<Signed> {
    return this.#post(request, await this.#authenticate(request));
  }

  /**
   * Signs several acts of one kind after one authentication, each with a signature of its own: bound to its own intent, used
   * once (21 CFR 11.200(a)(1)(i), a series of signings). All were shown to the signer together. Throws as `sign` does; what was
   * signed before a failure is answered again when the same request is sent again.
   */
  async signTogether(requests: readonly [SigningRequest, ...SigningRequest[]]): Promise<Signed[]> {
    const who = await this.#authenticate(requests[0]);
    const together = requests.length > 1 ? requests.length : undefined;
    return Promise.all(requests.map((request) => this.#post(request, who, together)));
  }

  async #post(request: SigningRequest, who: Authenticated | SignedByKey, together?: number): Promise<Signed> {
    const { siteId, caller, intent, act, performerId, meaning, attests } = request;
    const signatureId = uuidv7();
    const method = `signature:${who.method}`;
    const { personId } = who;
    const key = 'passkeyId' in who ? keySignature(signatureId, intent, who) : undefined;
    const evidence = key
      ? keyEvidence(key)
      : evidenceOf({ signature: signatureId, session: caller.sessionId, person: personId, method, intent });
    const signer: RecordActor = { id: personId, role: 'none', meaning, method, evidence };
    const token = this.#tokenOf(siteId, signatureId);
    const of = { signatureId, signer, performerId, intent, act, attests, tokenHash: tokenHash(token), together, key };
    const alongside = 'used' in who ? [who.used] : [];
    const posted = await this.ledger.post({
      siteId,
      type: 'signature',
      actor: signer,
      idempotencyKey: request.idempotencyKey,
      requestDigest: request.requestDigest,
      reads: readsOfSign(of),
      decide: (state) => {
        const decided = sign(of, state);
        return isRefusal(decided) ? decided : { ...decided, alongside };
      },
    });
    // A key that names somebody's signature does not give it to somebody else.
    if (posted.body.personId !== personId) return refuseNow('idempotency_key_reused', { field: 'Idempotency-Key' });
    return this.#answer(siteId, posted, who);
  }

  async #authenticate(request: SigningRequest): Promise<Authenticated | SignedByKey> {
    const { siteId, actor, credentials, intent } = request;
    try {
      if (!('assertion' in credentials)) return await this.authentication.authenticate(credentials, 'signature');
      const challenge = Buffer.from(intent, 'base64');
      const who = await this.keys.authenticate({ ...credentials, challenge }, 'signature');
      return { ...who, response: credentials.assertion.response };
    } catch (error) {
      if (error instanceof RefusedError && error.refusal.code === 'invalid_credentials')
        await this.ledger.recordRefusedAttempt({ siteId, type: 'signature', actor }, error.refusal);
      throw error;
    }
  }

  #answer(siteId: string, posted: Posted, who: Authenticated): Signed {
    const { signatureId, expiresAt, meaning } = posted.body as unknown as Signed['body'];
    const token = this.#tokenOf(siteId, signatureId);
    const { personId, displayName } = who;
    return { ...posted, body: { ...posted.body, signatureId, personId, displayName, meaning, token, expiresAt } };
  }

  #tokenOf(siteId: string, signatureId: string): string {
    return derivedToken(this.#tokenKey, 'signature', siteId, signatureId);
  }
}

/** The evidence that stays with the record: standard base64, as everything in the log. */
function keySignature(signatureId: string, intent: string, who: SignedByKey): KeySignature {
  const { passkeyId, personId, publicKey, rpId, deviceBound, signCount, response } = who;
  const standard = (text: string) => Buffer.from(text, 'base64url').toString('base64');
  return {
    signatureId,
    passkeyId,
    personId,
    intent,
    publicKey,
    rpId,
    deviceBound,
    signCount,
    authenticatorData: standard(response.authenticatorData),
    clientData: standard(response.clientDataJSON),
    assertion: standard(response.signature),
  };
}
