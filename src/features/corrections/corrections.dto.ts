import { CountField, SignedFields, TextField } from '../../platform/http/fields.js';

export class ReversalDto extends SignedFields {
  @CountField({
    description: 'The entry to reverse, by its place in the site’s log.',
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    example: 118,
  })
  seq!: number;

  @TextField({
    description: 'Needed. Kept apart from the record as a private value.',
    example: 'The dose belongs to the session in room 2.',
    optional: true,
    max: 500,
  })
  reason?: string;
}
