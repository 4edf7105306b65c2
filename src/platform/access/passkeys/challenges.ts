import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashOfToken, newToken } from '../tokens.js';

export type ChallengePurpose = 'login' | 'enrolment' | 'confirmation';

const LASTS_SECONDS = 300;

/** Questions to authenticators that are not signatures: random, asked once, for five minutes. Only hashes are kept. */
@Injectable()
export class Challenges {
  constructor(private readonly source: DataSource) {}

  /** A new question (base64url of 32 bytes), for whoever asks or, with a session, for that session alone. */
  async ask(purpose: ChallengePurpose, sessionId?: string): Promise<string> {
    const challenge = newToken();
    await this.source.query('DELETE FROM webauthn_challenge WHERE expires_at < now()');
    await this.source.query(
      `INSERT INTO webauthn_challenge (challenge_hash, purpose, session_id, expires_at)
       VALUES ($1, $2, $3, now() + make_interval(secs => ${LASTS_SECONDS}))`,
      [hashOfToken(challenge), purpose, sessionId ?? null],
    );
    return challenge;
  }

  /** Whether this question was asked, for this and here, and has not been answered; it is answered from now on. */
  async take(challenge: string, purpose: ChallengePurpose, sessionId?: string): Promise<boolean> {
    const [, taken] = (await this.source.query(
      `DELETE FROM webauthn_challenge WHERE challenge_hash = $1 AND purpose = $2
         AND session_id IS NOT DISTINCT FROM $3::uuid AND expires_at > now()`,
      [hashOfToken(challenge), purpose, sessionId ?? null],
    )) as [unknown, number];
    return taken === 1;
  }
}
