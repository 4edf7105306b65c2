import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../platform/config/config.js';

/**
 * Listens where the settings say; answers with the address for people. Throws one sentence that names the setting.
 * Past Nest's own `listen`, which would print the error of the system besides.
 */
export async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<string> {
  const server = app.getHttpAdapter().getInstance();
  try {
    await server.listen({ host, port });
  } catch (error) {
    throw new Error(whyNotListening((error as NodeJS.ErrnoException).code, { host, port }), { cause: error });
  }
  return addressOf(host, (server.server.address() as AddressInfo).port);
}

/** The address for people, on this machine. */
export function addressOf(host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' || host === '::1' ? '127.0.0.1' : host;
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}`;
}

/** One sentence that names the setting, for the error of a system that does not let it listen. */
export function whyNotListening(code: string | undefined, { host, port }: { host: string; port: number }): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program: stop that one, or set PORT to another number.`;
  if (code === 'EACCES') return `Port ${port} is not open to this user: set PORT to a number from 1024 on.`;
  return `It cannot listen on ${host} (${code}): set COUNTERSIGN_HOST to an address of this machine.`;
}
