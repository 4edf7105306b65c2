import { Inject, Injectable } from '@nestjs/common';
import { said } from '../../../domain/refusal-details.js';
import { refuseNow } from '../../../domain/refusal.js';
import { RUNTIME, type Runtime } from '../../runtime.js';

const TRIAL = /^http:\/\/localhost(:\d{1,5})?$/;

/**
 * Where keys work: an authenticator binds a key to a domain (the RP ID of WebAuthn), and the browser tells at which page it
 * asked. The domain is that of COUNTERSIGN_PUBLIC_URL, or COUNTERSIGN_DOMAIN over TLS, or `localhost` for a trial.
 */
@Injectable()
export class KeyAddress {
  /** The domain keys are enrolled for. */
  readonly rpId: string;
  readonly #origin: string | undefined;

  constructor(@Inject(RUNTIME) runtime: Runtime) {
    const { publicUrl, domain, domainIsSet } = runtime.config;
    this.#origin = publicUrl ?? (domainIsSet ? `https://${domain}` : undefined);
    this.rpId = this.#origin === undefined ? 'localhost' : new URL(this.#origin).hostname;
  }

  /**
   * Throws RefusedError `passkey_address_wrong`, naming the right address, unless this is one. Undefined, from a program
   * that tells no address, is let through: what the authenticator signs says it in any case.
   */
  require(origin: string | undefined): void {
    if (origin === undefined || this.#isRight(origin)) return;
    const where =
      this.#origin ?? 'http://localhost, with the port of this server (a number such as 127.0.0.1 has no keys)';
    refuseNow('passkey_address_wrong', { detail: said('keys_work_at', { address: where }) });
  }

  #isRight(origin: string): boolean {
    return this.#origin === undefined ? TRIAL.test(origin) : origin === this.#origin;
  }
}
