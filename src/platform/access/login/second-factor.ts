import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verify } from 'otplib';
import { DataSource } from 'typeorm';
import { Vault } from '../../crypto/vault.js';

/** Clocks of telephones differ: the code before and the one after are taken too. */
const TOLERANCE_SECONDS = 30;
const ISSUER = 'Countersign';

const sealedFor = (personId: string) => `credential/totp/${personId}`;

/** Codes of an authenticator (RFC 6238: SHA-1, six digits, 30 seconds). Each code counts once. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly source: DataSource,
    private readonly vault: Vault,
  ) {}

  /** A new secret, sealed as it is kept; it counts for nothing before a code of it has been confirmed. */
  newSecret(of: { personId: string; username: string }): { secret: string; uri: string; sealed: Buffer } {
    const secret = generateSecret();
    const uri = generateURI({ issuer: ISSUER, label: of.username, secret });
    return { secret, uri, sealed: this.vault.seal(secret, sealedFor(of.personId)) };
  }

  /** The time step of a right code that is newer than any used before; undefined otherwise. */
  async stepOf(of: { personId: string; sealed: Buffer; lastStep: number; code: string }): Promise<number | undefined> {
    const secret = this.vault.open(of.sealed, sealedFor(of.personId));
    const result = await verify({ secret, token: of.code, epochTolerance: TOLERANCE_SECONDS });
    if (!result.valid || !('timeStep' in result)) return undefined;
    return result.timeStep > of.lastStep ? result.timeStep : undefined;
  }

  /** Marks a step as used; false when another request used it first. */
  async use(personId: string, step: number): Promise<boolean> {
    const [, used] = (await this.source.query(
      'UPDATE credential SET totp_last_step = $2 WHERE person_id = $1 AND totp_last_step < $2',
      [personId, step],
    )) as [unknown, number];
    return used === 1;
  }
}
