import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { normalisePassword } from '../../../domain/password-rules.js';

/** OWASP Password Storage Cheat Sheet, the minimum for argon2id: 19 MiB, two passes, one lane. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords, and checks them in a time that does not tell whether the person exists. */
@Injectable()
export class Passwords implements OnModuleInit {
  #nobodys: string;

  async onModuleInit(): Promise<void> {
    this.#nobodys = await this.hash(randomBytes(32).toString('base64'));
  }

  hash(password: string): Promise<string> {
    return hash(normalisePassword(password), ARGON2ID);
  }

  /** Without a hash (nobody by that name, or no password yet) it works as long and says no. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    const right = await verify(passwordHash ?? this.#nobodys, normalisePassword(password));
    return right && passwordHash !== undefined;
  }
}
