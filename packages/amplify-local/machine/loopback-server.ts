import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { denialFor, type AllowedPages } from './check-origin.ts';

/**
 * Listens on both loopback addresses and nowhere else: `localhost` is ::1 first on some machines, and
 * Windows takes a second or two to notice that nothing listens there. Without IPv6, on 127.0.0.1 only.
 * Requests that `check-origin.ts` denies are refused before their body is read.
 */
export async function listenOnLoopback(
  handle: RequestListener,
  wantedPort: number,
  pages: AllowedPages,
): Promise<{ port: number; close(): Promise<void> }> {
  const guarded: RequestListener = (request, response) => {
    const denial = denialFor(request, pages);
    if (denial === undefined) return handle(request, response);
    response.writeHead(403, { 'Content-Type': 'text/plain' }).end(denial);
  };
  const first = await listen(guarded, '127.0.0.1', wantedPort);
  const { port } = first.address() as AddressInfo;
  const second = await listen(guarded, '::1', port).catch(async (thrown: NodeJS.ErrnoException) => {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(thrown.code ?? '')) return undefined;
    await close(first);
    throw thrown;
  });
  return {
    port,
    async close() {
      await close(first);
      if (second) await close(second);
    },
  };
}

/**
 * Milliseconds. Clients drop a connection that they have not used for some seconds, and on a busy machine they are
 * late: one that the server has just closed would fail their next request.
 */
const keepAliveTimeout = 75_000;

function listen(handle: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer({ keepAliveTimeout }, handle);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
