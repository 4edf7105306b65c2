import type { Outcome } from '../../../domain/ledger/outcome.js';

/** Statements on the table of credentials, which commit with the record that tells of them. */
type Statement = NonNullable<Outcome['alongside']>[number];

/** A first password, or a new one for somebody who lost theirs. An authenticator stays. */
export function newCredential(personId: string, passwordHash: string): Statement {
  return {
    text: `INSERT INTO credential (person_id, password_hash) VALUES ($1, $2)
           ON CONFLICT (person_id) DO UPDATE SET password_hash = EXCLUDED.password_hash, password_changed_at = now()`,
    values: [personId, passwordHash],
  };
}

export function keepSecret(personId: string, sealed: Buffer): Statement {
  return {
    text: 'UPDATE credential SET totp_sealed = $2 WHERE person_id = $1 AND totp_confirmed_at IS NULL',
    values: [personId, sealed],
  };
}

export function confirmSecret(personId: string, step: number): Statement {
  return {
    text: `UPDATE credential SET totp_confirmed_at = now(), totp_last_step = $2
           WHERE person_id = $1 AND totp_confirmed_at IS NULL`,
    values: [personId, step],
  };
}

export function removeSecret(personId: string): Statement {
  return {
    text: `UPDATE credential SET totp_sealed = NULL, totp_confirmed_at = NULL, totp_last_step = NULL WHERE person_id = $1`,
    values: [personId],
  };
}

/** What is kept beside the log of somebody's keys; the keys themselves go by the record. */
export function forgetKeys(personId: string): Statement {
  return {
    text: 'DELETE FROM passkey_use u USING passkey k WHERE k.passkey_id = u.passkey_id AND k.person_id = $1',
    values: [personId],
  };
}
