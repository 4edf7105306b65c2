import { HttpException } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { type Detail, said } from '../../domain/refusal-details.js';
import { refuse, type Refusal } from '../../domain/refusal.js';

/**
 * SQLSTATEs of a value that the database cannot take: no text of the type, no such day or time, a byte that text may
 * not hold, a number out of range. Only what came with the request can be of that kind.
 */
const UNUSABLE_VALUE = new Set(['22P02', '22007', '22008', '22021', '22003']);

/**
 * The refusal of a request with a fault that came to light only after its fields were checked: in its address, in the
 * form of its body, or at the database. Undefined where the error says nothing of the request.
 */
export function faultOfRequest(error: unknown, request: FastifyRequest): Refusal | undefined {
  if (isFrameworkRefusal(error)) return invalid(inAddress(request) ?? { detail: said('json_invalid') });
  const { code } = (error as { driverError?: { code?: string } })?.driverError ?? {};
  if (code === undefined || !UNUSABLE_VALUE.has(code)) return undefined;
  if ((request.query as { cursor?: string } | undefined)?.cursor !== undefined)
    return invalid({ field: 'cursor', detail: said('cursor_unknown') });
  return invalid({
    detail: said('value_unusable'),
  });
}

function isFrameworkRefusal(error: unknown): boolean {
  if (error instanceof HttpException) return error.getStatus() === 400;
  return (error as { statusCode?: number })?.statusCode === 400;
}

/** Ids in an address are the parameters whose name ends in Id: the first that is no UUID. */
function inAddress(request: FastifyRequest): { field: string; detail: Detail } | undefined {
  const wrong = Object.entries((request.params ?? {}) as Record<string, string>).find(
    ([name, value]) => /id$/i.test(name) && !isUUID(value),
  );
  return wrong && { field: wrong[0], detail: said('address_id', { field: wrong[0] }) };
}

function invalid(of: { detail: Detail; field?: string }): Refusal {
  return refuse('request_invalid', of);
}
