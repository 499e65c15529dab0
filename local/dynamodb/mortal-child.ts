import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Starts a program that ends when we do, even when we are killed and cannot end it ourselves.
 *
 * Elsewhere than on Windows a shell becomes the program (`exec` keeps the process id) and leaves a
 * watcher behind that reads the pipe only we hold: when we are gone the pipe closes, `cat` ends, and
 * the program is told to. It is in a group of its own, so that Ctrl-C reaches us first and we close
 * things in order. On Windows, Node itself puts a child that is not detached into a job that ends
 * with us.
 */
export function spawnMortal(program: string, args: readonly string[]): ChildProcess {
  if (process.platform === 'win32')
    return spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
  return spawn('/bin/sh', ['-c', watched, program, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
}

const watched = `
  exec 3<&0
  (cat <&3; kill $$) >/dev/null 2>&1 &
  exec "$0" "$@" 3<&- </dev/null
`;
