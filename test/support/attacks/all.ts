import type { LedgerAttack } from './attack.js';
import { ERASURE_ATTACKS } from './on-erasures.js';
import { KEY_ATTACKS } from './on-keys.js';
import { ON_ENTRIES } from './on-entries.js';
import { ON_SIGNATURES } from './on-signatures.js';
import { ON_SIGNED_HEADS } from './on-signed-heads.js';
import { ON_THE_LOG } from './on-the-log.js';
import { ON_THE_SITE } from './on-the-site.js';
import { ON_THINGS } from './on-things.js';

/** Every attack with the application's own role, named after the constraint that stands against it. */
export const LEDGER_ATTACKS: readonly LedgerAttack[] = [
  ...ON_THE_LOG,
  ...ON_THE_SITE,
  ...ON_THINGS,
  ...ON_ENTRIES,
  ...ON_SIGNATURES,
  ...ON_SIGNED_HEADS,
  ...KEY_ATTACKS,
  ...ERASURE_ATTACKS,
];
