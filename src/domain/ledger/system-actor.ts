import { evidenceOf } from './evidence.js';
import type { RecordActor } from './record.js';

/** No person: what the program itself records (an alarm, a key of the log). */
export const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';

/** The program as the first actor of a record. `part`: which part of it acts, such as `signer`. */
export function systemActor(part: string): RecordActor {
  const method = `program:${part}`;
  return { id: SYSTEM_ID, role: 'system', meaning: 'performed', method, evidence: evidenceOf({ program: part }) };
}
