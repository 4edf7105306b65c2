import type { CDPSession, Page } from 'playwright-core';

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
