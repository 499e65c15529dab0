import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { freePortFrom } from './free-ports.ts';

test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])(
  'a port in use on %s is taken, and the next one is found',
  async (host) => {
    const other = createServer().listen(0, host);
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    expect(await freePortFrom(port)).toBeGreaterThan(port);
  },
);
