import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The folder of the app that is built once for all tests. Undefined in scripts, which build their own. */
export function prebuiltApp(): string | undefined {
  return process.env['FORMSTEAD_BUILT'];
}

/** The folder of the app that was built before the first test. */
export function prebuiltFolder(): string {
  const it = prebuiltApp();
  if (it === undefined) throw new Error('Fixtures are for vitest, which builds the app for them.');
  return it;
}

/** Waits until the app is built. Throws if that failed. */
export async function untilAppIsBuilt(): Promise<void> {
  const built = prebuiltApp();
  if (built === undefined) return;
  const report = reportFile(dirname(built));
  while (!existsSync(report)) await wait(100);
  const failure = readFileSync(report, 'utf8');
  if (failure !== '') throw new Error(failure);
}

/** Says that the app is built in the folder, or why not. */
export function reportPrepared(folder: string, failure: string): void {
  const unfinished = join(folder, 'unfinished-report');
  writeFileSync(unfinished, failure);
  renameSync(unfinished, reportFile(folder));
}

function reportFile(folder: string): string {
  return join(folder, 'report');
}
