import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateFolder } from './project-paths.ts';

/** Where the app runs: `npm start` takes another port when the usual one is taken. */
const file = join(stateFolder, 'app-url.txt');

export function rememberAppUrl(url: string): void {
  writeFileSync(file, `${url}\n`);
}

export function forgetAppUrl(): void {
  rmSync(file, { force: true });
}

/** The address of the running app, for commands in another terminal. */
export async function runningAppUrl(): Promise<string | undefined> {
  try {
    const url = readFileSync(file, 'utf8').trim();
    await fetch(url, { signal: AbortSignal.timeout(2000) });
    return url;
  } catch {
    return undefined;
  }
}
