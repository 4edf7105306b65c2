import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { refuse, type Refusal } from '../../domain/refusal.js';
import type { FieldError } from './problem.js';

/** A request whose fields are not of the form the address takes. */
export class InvalidRequestError extends Error {
  readonly refusal: Refusal;

  constructor(readonly errors: readonly FieldError[]) {
    super('request_invalid');
    const [first] = errors;
    this.refusal = refuse('request_invalid', {
      ...(first ? { detail: first.detail, field: first.field } : {}),
    });
  }
}

/** Unknown fields are refused, so that a misspelt field is never silently ignored. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidRequestError(errors.flatMap((error) => fieldErrors(error, ''))),
  });
}

function fieldErrors(error: ValidationError, above: string): FieldError[] {
  const field = above ? `${above}.${error.property}` : error.property;
  const own = Object.values(error.constraints ?? {}).map((text) => ({ field, detail: sentence(text) }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

function sentence(text: string): string {
  const [first = '', ...rest] = text;
  return `${first.toUpperCase()}${rest.join('')}${text.endsWith('.') ? '' : '.'}`;
}
