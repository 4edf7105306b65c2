import type { components } from '../../../api/schema.gen.js';

/** A key of one's own as the ledger lists it. */
export type Key = components['schemas']['KeyItem'];
