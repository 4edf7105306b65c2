import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { Detail } from '../../domain/refusal-details.js';
import { refuse, type Refusal } from '../../domain/refusal.js';
import { fieldError, type FieldError } from './problem.js';
import { detailsOf } from './validation-details.js';

/** A request whose fields are not of the form the address takes. */
export class InvalidRequestError extends Error {
  readonly refusal: Refusal;

  constructor(readonly errors: readonly FieldError[]) {
    super('request_invalid');
    const [first] = errors;
    this.refusal = refuse('request_invalid', first ? { detail: says(first), field: first.field } : {});
  }
}

/** Unknown fields are refused, so that a misspelt field is never silently ignored. */
export function requestValidation(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    // What was given and by which rules it is wrong is for `detailsOf`; nothing of it is sent.
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => new InvalidRequestError(errors.flatMap((error) => fieldErrors(error, ''))),
  });
}

function fieldErrors(error: ValidationError, above: string): FieldError[] {
  const field = above ? `${above}.${error.property}` : error.property;
  const own = detailsOf(error).map((detail) => fieldError(field, detail));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}

function says({ kind, values }: FieldError): Detail {
  return { kind, values };
}
