import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { readsOfSign, sign, type NewSignature } from '../../../domain/acts/sign.js';
import { evidenceOf } from '../../../domain/ledger/evidence.js';
import type { RecordActor } from '../../../domain/ledger/record.js';
import { isRefusal, RefusedError, refuseNow } from '../../../domain/refusal.js';
import { intentOfList } from '../../../domain/webauthn/intent-of-list.js';
import { keyEvidence } from '../../../domain/webauthn/signed-by-key.js';
import { tokenHash } from '../../http/act-context.js';
import type { Posted } from '../../ledger/command.js';
import { Ledger } from '../../ledger/ledger.js';
import { RUNTIME, type Runtime } from '../../runtime.js';
import type { Caller } from '../caller.js';
import { Authentication, type Authenticated, type Credentials } from '../login/authentication.js';
import { KeyAuthentication, type KeyCredentials } from '../passkeys/key-authentication.js';
import { keySignature, type SignedByKey } from '../passkeys/key-signature.js';
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

/** The same for the acts of one list, which are shown to the signer together and signed with one authentication. */
export interface ListSigningRequest extends Omit<SigningRequest, 'intent' | 'meaning' | 'attests'> {
  /** Base64 digests of the acts, in the order of the list. */
  readonly intents: readonly [string, ...string[]];
}

/** An answer of a key, given for a signature: what it answered to is the intent itself, or that of the list. */
export type SigningKey = Pick<KeyCredentials, 'assertion' | 'address' | 'personId'>;

/** A signature and the token that stands for it: for one act, two minutes, once. */
export type MadeSignature = {
  readonly signatureId: string;
  readonly personId: string;
  readonly displayName: string;
  readonly meaning: string;
  readonly token: string;
  readonly expiresAt: string;
};

export interface Signed extends Posted {
  readonly body: Posted['body'] & MadeSignature;
}

export interface SignedTogether extends Posted {
  /** One for each act, in their order. */
  readonly body: Posted['body'] & { readonly items: readonly MadeSignature[] };
}

/** `intent` is what is authenticated for; each of `intents` gets a signature by it. */
interface Signing extends SigningRequest {
  readonly intents: readonly string[];
  readonly isOfList: boolean;
}

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
    const { posted, signatures } = await this.#make({ ...request, intents: [request.intent], isOfList: false });
    const [signature] = signatures as [MadeSignature];
    return { ...posted, body: { ...placeOf(posted), ...signature } };
  }

  /**
   * Signs the acts of one list after one authentication, in one record, each with a signature of its own: bound to its own
   * intent, used once (21 CFR 11.200(a)(1)(i), a series of signings). A key answers to the list. Throws as `sign` does.
   */
  async signTogether(request: ListSigningRequest): Promise<SignedTogether> {
    const intent = intentOfList(request.intents);
    const of = { ...request, intent, meaning: 'checked' as const, attests: [], isOfList: true };
    const { posted, signatures: items } = await this.#make(of);
    return { ...posted, body: { ...placeOf(posted), items } };
  }

  async #make(signing: Signing): Promise<{ posted: Posted; signatures: MadeSignature[] }> {
    const { siteId, intent, meaning } = signing;
    const who = await this.#authenticate(signing);
    const signatures = signing.intents.map((one) => this.#newSignature(siteId, one)) as [NewSignature];
    const [{ signatureId }] = signatures;
    const method = `signature:${who.method}`;
    const { personId } = who;
    const key = 'passkeyId' in who ? keySignature(signatureId, intent, who) : undefined;
    const session = signing.caller.sessionId;
    const evidence = key
      ? keyEvidence(key)
      : evidenceOf({ signature: signatureId, session, person: personId, method, intent });
    const signer: RecordActor = { id: personId, role: 'none', meaning, method, evidence };
    const { performerId, act, attests, isOfList } = signing;
    const of = { signatures, signer, performerId, intent, isOfList, act, attests, key };
    const alongside = 'used' in who ? [who.used] : [];
    const posted = await this.ledger.post({
      siteId,
      type: 'signature',
      actor: signer,
      idempotencyKey: signing.idempotencyKey,
      requestDigest: signing.requestDigest,
      reads: readsOfSign(of),
      decide: (state) => {
        const decided = sign(of, state);
        return isRefusal(decided) ? decided : { ...decided, alongside };
      },
    });
    // A key that names somebody's signature does not give it to somebody else.
    if (posted.body.personId !== personId) return refuseNow('idempotency_key_reused', { field: 'Idempotency-Key' });
    return { posted, signatures: this.#tokensOf(posted, who) };
  }

  async #authenticate({ siteId, actor, credentials, intent }: Signing): Promise<Authenticated | SignedByKey> {
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

  #newSignature(siteId: string, intent: string): NewSignature {
    const signatureId = uuidv7();
    return { signatureId, intent, tokenHash: tokenHash(this.#tokenOf(siteId, signatureId)) };
  }

  #tokensOf({ siteId, body }: Posted, { personId, displayName }: Authenticated): MadeSignature[] {
    const { signatureIds, expiresAt, meaning } = body as unknown as MadeSignature & { signatureIds: string[] };
    return signatureIds.map((signatureId) => {
      const token = this.#tokenOf(siteId, signatureId);
      return { signatureId, personId, displayName, meaning, token, expiresAt };
    });
  }

  #tokenOf(siteId: string, signatureId: string): string {
    return derivedToken(this.#tokenKey, 'signature', siteId, signatureId);
  }
}

/** Where the record stands; the rest of what is kept with its key is said anew. */
function placeOf({ body: { seq, leafHash, recordedAt } }: Posted): Posted['body'] {
  return { seq, leafHash, recordedAt };
}
