import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { namedSocketPath } from './named-socket.ts';

/**
 * Locks a folder's state until this process ends, in whatever way. Resolves to false if another process has it.
 * Two clouds with the same state would overwrite each other's accounts.
 * @param name the lock's; all programs that use the state must pass the same one
 */
export async function lockState(folder: string, name = 'amplify-local'): Promise<boolean> {
  const address = socketPathOf(folder, name);
  if (await isInUse(address)) return false;
  // A killed process leaves its socket's file behind, with nothing listening.
  if (process.platform !== 'win32') rmSync(address, { force: true });
  return new Promise((resolve) => {
    const lockServer = createServer((socket) => socket.end());
    lockServer.once('error', () => resolve(false));
    lockServer.listen(address, () => resolve(true));
    lockServer.unref();
  });
}

function socketPathOf(folder: string, name: string): string {
  return namedSocketPath(
    `${name}-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`,
  );
}

function isInUse(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
