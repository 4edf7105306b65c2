interface SystemError {
  readonly code?: string;
  readonly message?: string;
}

/** What stands behind a code of Node.js or a SQLSTATE at the first connection. */
const MEANINGS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'it does not answer',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
  '28P01': 'the password is wrong',
  '28000': 'it does not let this user in',
  '3D000': 'there is no such database',
  '42501': 'its user may not create roles and a schema',
};

/**
 * One sentence for a failure to use the operator's own server, without the password that DATABASE_URL holds; undefined
 * where the error says nothing of the connection.
 */
export function connectionSentence(error: unknown, databaseUrl: string): string | undefined {
  const { code } = (error as { driverError?: SystemError }).driverError ?? (error as SystemError);
  const meaning = MEANINGS[code ?? ''];
  if (meaning === undefined) return undefined;
  const { username, host, pathname } = new URL(databaseUrl);
  return `The PostgreSQL of DATABASE_URL (${username}@${host}${pathname}) cannot be used: ${meaning} (${code}). Correct DATABASE_URL, or leave it out to use the embedded one.`;
}
