import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import {
  createServer as createSecureServer,
  getCACertificates,
  setDefaultCACertificates,
} from 'node:tls';
import { certificate, key } from './certificate.contract.ts';

/** How a connection is found dead: the next byte is answered with a reset, or with nothing at all. */
export type Death = 'reset' | 'silence';

export type DyingConnections = AsyncDisposable & {
  readonly url: URL;
  /** How many there have been. */
  readonly opened: () => number;
  /** All that are open now; says how many. */
  readonly kill: (death: Death) => number;
};

type Connection = { readonly near: Socket; death?: Death };

/**
 * A server behind TLS whose connections die as they do between a sandbox that was frozen and a table: nobody
 * hears of it before they are used again. It is vouched for while it runs.
 */
export async function behindDyingConnections(upstream: URL): Promise<DyingConnections> {
  const secure = createSecureServer({ cert: certificate, key }, (near) => {
    join(near, connect(Number(upstream.port), upstream.hostname));
  });
  const securePort = await listen(secure);
  const connections = new Set<Connection>();
  let opened = 0;
  const outside = createServer((near) => {
    const far = connect(securePort, '127.0.0.1');
    const connection: Connection = { near };
    opened += 1;
    connections.add(connection);
    near.on('close', () => connections.delete(connection));
    near.on('data', (piece) => {
      if (connection.death === 'reset') near.resetAndDestroy();
      else if (!connection.death) far.write(piece);
    });
    far.on('data', (piece) => connection.death ?? near.write(piece));
    near.on('error', () => {}).on('close', () => far.destroy());
    // Nobody hears of a connection that is dead, not even that its other end has been closed.
    far.on('error', () => {}).on('close', () => connection.death ?? near.destroy());
  });
  const port = await listen(outside);
  const before = getCACertificates();
  setDefaultCACertificates([...before, certificate]);
  return {
    url: new URL(`https://localhost:${port}`),
    opened: () => opened,
    kill: (death) => {
      for (const it of connections) it.death = death;
      return connections.size;
    },
    async [Symbol.asyncDispose]() {
      setDefaultCACertificates(before);
      for (const { near } of connections) near.destroy();
      await Promise.all([close(outside), close(secure)]);
    },
  };
}

function join(near: Socket, far: Socket): void {
  near.pipe(far).pipe(near);
  near.on('error', () => {}).on('close', () => far.destroy());
  far.on('error', () => {}).on('close', () => near.destroy());
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
