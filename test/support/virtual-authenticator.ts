/// <reference lib="dom" />
import type { CDPSession, Page } from 'playwright-core';
import type { SoftAuthenticator } from './authenticator.js';

/** Chromium's own authenticator without hardware: what a page asks of a key is answered as if somebody touched it. */
export class VirtualAuthenticator {
  private constructor(
    private readonly session: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  /** A security key that stays on its device, or a passkey that is synchronised. */
  static async on(page: Page, of: { synced?: boolean } = {}): Promise<VirtualAuthenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: of.synced ? 'internal' : 'usb',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        defaultBackupEligibility: of.synced ?? false,
        defaultBackupState: of.synced ?? false,
      },
    });
    return new VirtualAuthenticator(session, authenticatorId);
  }

  /** Whether its person is verified from now on: the right finger, the right PIN. */
  async verifies(isUserVerified: boolean): Promise<void> {
    const { authenticatorId } = this;
    await this.session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  }

  /** The number of keys on it. */
  async keys(): Promise<number> {
    const { authenticatorId } = this;
    return (await this.session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;
  }
}

/**
 * A key that does not count its signatures, which Chromium's own always does: what the page asks is answered by `key`, made in
 * software. Enrolled by the interface; of the page's own address.
 */
export async function answersWith(page: Page, key: SoftAuthenticator): Promise<void> {
  await page.exposeFunction('softKeyAnswers', (challenge: string) => key.get({ challenge }));
  await page.addInitScript(() => {
    const bytes = (text: string) =>
      Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0)).buffer;
    const text = (given: ArrayBuffer) =>
      btoa(String.fromCharCode(...new Uint8Array(given)))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')
        .replace(/=+$/, '');
    const { softKeyAnswers } = window as unknown as { softKeyAnswers: (challenge: string) => Promise<SoftAnswer> };
    navigator.credentials.get = async (asked) => {
      const { id, response } = await softKeyAnswers(text(asked!.publicKey!.challenge as ArrayBuffer));
      const { authenticatorData, clientDataJSON, signature } = response;
      return {
        id,
        rawId: bytes(id),
        type: 'public-key',
        response: {
          authenticatorData: bytes(authenticatorData),
          clientDataJSON: bytes(clientDataJSON),
          signature: bytes(signature),
        },
        getClientExtensionResults: () => ({}),
      } as unknown as Credential;
    };
  });
}

type SoftAnswer = ReturnType<SoftAuthenticator['get']>;
