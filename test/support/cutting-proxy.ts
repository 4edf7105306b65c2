import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CuttingProxy {
  /** The database's URL, through the proxy. */
  readonly url: string;
  /**
   * Cuts the next connection that sends COMMIT: `before` it reaches the server (the transaction is lost), or `after`
   * the server has committed but before the client hears of it.
   */
  cutNextCommit(when: 'before' | 'after'): void;
  close(): Promise<void>;
}

/** A TCP proxy on loopback that can lose a connection at the one moment that matters. */
export async function startCuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let armed: 'before' | 'after' | undefined;

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    let silent = false;
    client.on('data', (bytes) => {
      if (armed && bytes.includes('COMMIT')) {
        silent = true;
        const when = armed;
        armed = undefined;
        if (when === 'before') return destroyBoth();
        upstream.write(bytes);
        return;
      }
      upstream.write(bytes);
    });
    upstream.on('data', (bytes) => (silent ? destroyBoth() : client.write(bytes)));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());

    function destroyBoth(): void {
      client.destroy();
      upstream.destroy();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cutNextCommit: (when) => void (armed = when),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
