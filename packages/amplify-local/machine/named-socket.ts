import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The path of a socket without a port, which programs on this machine can reach and web pages cannot.
 * It is not in the project's folder, whose path may be longer than the 100 characters a socket's may have.
 */
export function namedSocketPath(name: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}
