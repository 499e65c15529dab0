import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Starts a program that ends when this process ends, even if this process is killed.
 *
 * Except on Windows, a shell becomes the program (`exec` keeps the process id) and leaves a
 * watcher behind that reads a pipe only this process has open: when it ends, the pipe closes, `cat` ends, and
 * the program is terminated. It has its own process group, so that Ctrl-C reaches this process first, which
 * closes everything in order. On Windows, Node puts a child that is not detached into a job that ends
 * with its parent.
 */
export function spawnParentBound(program: string, args: readonly string[]): ChildProcess {
  if (process.platform === 'win32')
    return spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
  return spawn('/bin/sh', ['-c', shellScript, program, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
}

const shellScript = `
  exec 3<&0
  (cat <&3; kill $$) >/dev/null 2>&1 &
  exec "$0" "$@" 3<&- </dev/null
`;
