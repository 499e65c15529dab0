import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { socketNamed } from './socket.ts';

/**
 * Takes this folder's state for this process, until it ends however it ends; false when another has it.
 * Two clouds over one state would overwrite each other's accounts.
 */
export async function takeState(folder: string): Promise<boolean> {
  const address = addressOf(folder);
  if (await isAnswered(address)) return false;
  // A process that was killed leaves its socket's file behind, and nobody listening.
  if (process.platform !== 'win32') rmSync(address, { force: true });
  return new Promise((resolve) => {
    const holder = createServer((socket) => socket.end());
    holder.once('error', () => resolve(false));
    holder.listen(address, () => resolve(true));
    holder.unref();
  });
}

function addressOf(folder: string): string {
  return socketNamed(`formstead-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
