import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where programs of this machine find a socket that has no port, so that no web page ever reaches it.
 * It lies beside nothing else: its path may have 100 characters at most, and a project's may be long.
 */
export function socketNamed(name: string): string {
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}
