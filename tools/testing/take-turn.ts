import { mkdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Lets one test file at a time do what has this name, until the turn is disposed of. Test files are processes. */
export async function takeTurn(name: string): Promise<AsyncDisposable> {
  // All processes of one run share this temporary folder.
  const lock = join(tmpdir(), `formstead-turn-${name}`);
  while (!makeFolder(lock)) await wait(100);
  return { [Symbol.asyncDispose]: async () => rmdirSync(lock) };
}

function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
