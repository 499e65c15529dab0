import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';

/** The first free port from this one on, so that addresses rarely change. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1)
    if ((await listenOnce(port)) !== undefined) return port;
  throw new Error(`No free port between ${first} and ${first + 99}.`);
}

/** A free port, for programs that cannot choose one themselves and report it. */
export async function anyFreePort(): Promise<number> {
  return (await listenOnce(0)) ?? anyFreePort();
}

/**
 * A hard-to-guess address and port, for programs that answer everybody: one of sixteen million addresses
 * where all of 127.0.0.0/8 is this machine (Linux, Windows), otherwise 127.0.0.1 (macOS).
 */
export async function anyFreeAddress(): Promise<string> {
  const host = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
  const port = await listenOn(host, 0);
  return typeof port === 'number' ? `${host}:${port}` : `127.0.0.1:${await anyFreePort()}`;
}

/** The port if it can be listened on (it is released again); undefined if either loopback address has it in use. */
async function listenOnce(port: number): Promise<number | undefined> {
  const free = await listenOn('127.0.0.1', port);
  if (typeof free !== 'number') return undefined;
  const onIpv6 = await listenOn('::1', free);
  return onIpv6 === 'EADDRINUSE' ? undefined : free;
}

/** The port, or the error code of listening on it. */
function listenOn(host: string, port: number): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
    probe.listen(port, host, () => {
      const boundPort = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(boundPort));
    });
  });
}
