import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { anyFreePort, freePortFrom } from './free-ports.ts';

test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])(
  'a port in use on %s is taken, and the next one is found',
  async (host) => {
    const port = await anyFreePort();
    const other = createServer().listen(port, host);
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    expect(await freePortFrom(port)).toBeGreaterThan(port);
  },
);
