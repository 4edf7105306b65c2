import { isPlainObject, jcs } from '../log/jcs.js';
import { NotVerified } from './verdict.js';

/**
 * One line of an export: a JSON object in the form of RFC 8785 with no other members than these. One spelling only: a
 * member given twice, white space or another escape is refused. Throws LogError `badExport`; never echoes the line, which may
 * hold a private value.
 */
export function parseJsonLine(line: string, members: readonly string[]): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new NotVerified('badExport', { key: 'lineNotJson' });
  }
  if (!isPlainObject(value) || jcs(value) !== line) throw new NotVerified('badExport', { key: 'lineNotCanonical' });
  if (Object.keys(value).some((member) => !members.includes(member)))
    throw new NotVerified('badExport', { key: 'lineMembers', members });
  return value;
}

/** A member that must be there and be text. Throws LogError `badExport`. */
export function textMember(object: Readonly<Record<string, unknown>>, member: string): string {
  const value = object[member];
  if (typeof value !== 'string') throw new NotVerified('badExport', { key: 'memberNotText', member });
  return value;
}
