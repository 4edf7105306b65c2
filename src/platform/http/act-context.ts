import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RecordActor } from '../../domain/ledger/record.js';
import { canonicalBytes } from '../../domain/log/canonical-json.js';
import { said } from '../../domain/refusal-details.js';
import { refuseNow } from '../../domain/refusal.js';
import { accessOf, type Caller } from '../access/caller.js';
import type { Command } from '../ledger/command.js';
import { fieldError } from './problem.js';
import { InvalidRequestError } from './validation.js';

/** What a write needs to know besides its body: who, where, under which key, and what a signer of it signs. */
export interface ActContext {
  readonly siteId: string;
  readonly caller: Caller;
  readonly actor: RecordActor;
  readonly idempotencyKey: string;
  readonly requestDigest: Uint8Array;
  /** Base64 digest of what signers sign. */
  readonly intent: string;
  /** Base64 SHA-256 of each signature token that came with the act, in order. */
  readonly signatureHashes: readonly string[];
}

const KEY_FORM = /^[A-Za-z0-9._-]{8,64}$/;

/** Gives a handler the ActContext of its request. */
export const Act = createParamDecorator((_: unknown, context: ExecutionContext): ActContext => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { caller, siteId, actor } = accessOf(request);
  const idempotencyKey = keyOf(request);
  const { signatures, ...given } = (request.body ?? {}) as Record<string, unknown>;
  const body = withoutCredentials(given);
  const route = request.routeOptions.url ?? '';
  return {
    siteId,
    caller,
    actor,
    idempotencyKey,
    requestDigest: digest({
      personId: caller.personId,
      siteId,
      act: `${request.method} ${route}`,
      params: request.params,
      body,
    }),
    intent: intentDigest({ act: actName(route), siteId, performerId: caller.personId, idempotencyKey, body }),
    signatureHashes: tokens(signatures).map(tokenHash),
  };
});

/**
 * How somebody authenticates is no part of what they ask for: a digest that is kept for ever says nothing of a password, and
 * an answer of a key is another one each time.
 */
export function withoutCredentials(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { password: _password, totp: _totp, assertion: _assertion, approver: _approver, ...rest } = body;
  return rest;
}

/** The parts of a Command that come from the request. */
export function requested(
  act: ActContext,
): Pick<Command, 'siteId' | 'actor' | 'idempotencyKey' | 'requestDigest' | 'intent'> {
  const { siteId, actor, idempotencyKey, requestDigest, intent } = act;
  return { siteId, actor, idempotencyKey, requestDigest, intent };
}

/** What somebody signs: one act, at one site, by one performer, under one key, with every word of its body. */
export interface Intent {
  readonly act: string;
  readonly siteId: string;
  readonly performerId: string;
  readonly idempotencyKey: string;
  /** The body of the act without its `signatures`. */
  readonly body: unknown;
}

/** Base64 SHA-256("countersign-intent/v1\n" || canonical JSON). Throws InvalidRequestError outside the profile. */
export function intentDigest(intent: Intent): string {
  return createHash('sha256').update('countersign-intent/v1\n').update(profile(intent)).digest('base64');
}

/** What is kept of a signature's token: its hash, in base64. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64');
}

/** The name of an act: the last fixed segment of its address, `wastes` of /sites/:siteId/wastes. */
function actName(route: string): string {
  return (
    route
      .split('/')
      .filter((segment) => segment !== '' && !segment.startsWith(':'))
      .at(-1) ?? ''
  );
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') refuseNow('idempotency_key_missing', { field: 'Idempotency-Key' });
  if (typeof key !== 'string' || !KEY_FORM.test(key))
    refuseNow('idempotency_key_invalid', { field: 'Idempotency-Key' });
  return key;
}

function tokens(given: unknown): string[] {
  if (given === undefined) return [];
  if (Array.isArray(given) && given.length <= 4 && given.every((one) => typeof one === 'string')) return given;
  throw new InvalidRequestError([fieldError('signatures', said('signatures_form'))]);
}

function digest(value: unknown): Uint8Array {
  return createHash('sha256').update(profile(value)).digest();
}

function profile(value: unknown): Uint8Array {
  try {
    return canonicalBytes(value);
  } catch (error) {
    const why = (error as Error).message;
    throw new InvalidRequestError([fieldError('body', said('body_not_canonical', { why }))]);
  }
}
