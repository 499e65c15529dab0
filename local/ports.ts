import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';

/** The first free port from here on, so that addresses are the same from day to day. */
export async function freePortFrom(first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1)
    if ((await listenOnce(port)) !== undefined) return port;
  throw new Error(`No free port between ${first} and ${first + 99}.`);
}

/** A port nobody listens on, for programs that cannot say which one they took. */
export async function anyFreePort(): Promise<number> {
  return (await listenOnce(0)) ?? anyFreePort();
}

/**
 * An address and a port that nobody guesses, for programs that answer everybody: one of sixteen million
 * where all of 127.0.0.0/8 is this machine, as on Linux and Windows; 127.0.0.1 elsewhere, which is macOS.
 */
export async function anyFreePlace(): Promise<string> {
  const host = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
  const port = await listenOn(host, 0);
  return typeof port === 'number' ? `${host}:${port}` : `127.0.0.1:${await anyFreePort()}`;
}

/** The port, once it has been listened on and let go; nothing when somebody has it on either loopback address. */
async function listenOnce(port: number): Promise<number | undefined> {
  const free = await listenOn('127.0.0.1', port);
  if (typeof free !== 'number') return undefined;
  const alike = await listenOn('::1', free);
  return alike === 'EADDRINUSE' ? undefined : free;
}

/** The port, or why not. */
function listenOn(host: string, port: number): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
    probe.listen(port, host, () => {
      const taken = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(taken));
    });
  });
}
