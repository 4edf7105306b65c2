import { said } from './refusal-details.js';
import { refuse, type Refusal } from './refusal.js';

const FORM = /^[a-z0-9](?:[a-z0-9._@-]{1,62}[a-z0-9])$/;

/** User names differ in more than their case: they are compared and kept in small letters. */
export function normaliseUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/** Refuses `request_invalid` unless a normalised user name is 3 to 64 letters, digits, dots, hyphens, underscores or @. */
export function checkUsername(username: string): Refusal | undefined {
  if (FORM.test(username)) return undefined;
  return refuse('request_invalid', {
    detail: said('username_form'),
    field: 'username',
  });
}
