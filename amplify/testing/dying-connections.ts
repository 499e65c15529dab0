import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import {
  createServer as createSecureServer,
  getCACertificates,
  setDefaultCACertificates,
} from 'node:tls';
import { certificate, key } from './localhost-certificate.ts';

/** What happens to the next byte on a dead connection: a reset, or no response at all. */
export type Death = 'reset' | 'silence';

export type DyingConnections = AsyncDisposable & {
  readonly url: URL;
  /** How many connections have been opened. */
  readonly opened: () => number;
  /** Kills all open connections. Returns how many. */
  readonly kill: (death: Death) => number;
};

type Connection = { readonly near: Socket; death?: Death };

/**
 * A TLS proxy whose connections can die as they do between DynamoDB and a frozen Lambda sandbox: neither side
 * notices until the connection is used again. Its certificate is trusted while it runs.
 */
export async function startDyingConnections(upstream: URL): Promise<DyingConnections> {
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
    // A dead connection does not even report that its other end was closed.
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
