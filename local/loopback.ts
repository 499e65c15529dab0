import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusalFor, type Pages } from './callers.ts';

/**
 * Listens on both loopback addresses and nowhere else, because `localhost` is ::1 first on some machines
 * and Windows takes a second or two to notice that nobody is there. Without IPv6, on 127.0.0.1 alone.
 * Whoever `callers.ts` does not let in for these pages is refused before anything of the request is read.
 */
export async function listenOnLoopback(
  handle: RequestListener,
  wantedPort: number,
  pages: Pages,
): Promise<{ port: number; close(): Promise<void> }> {
  const guarded: RequestListener = (request, response) => {
    const refusal = refusalFor(request, pages);
    if (refusal === undefined) return handle(request, response);
    response.writeHead(403, { 'Content-Type': 'text/plain' }).end(refusal);
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

function listen(handle: RequestListener, host: string, port: number): Promise<Server> {
  const server = createServer(handle);
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
