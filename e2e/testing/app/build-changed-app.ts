import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyProject } from '../../../tools/copy-project.js';
import { buildApp } from './build-app.ts';

type ChangedBuild = {
  /** Text of the first form, and its replacement. */
  readonly replacement: readonly [before: string, after: string];
  readonly outputs: object;
  readonly outDir: string;
};

/** Builds the app with another text in its first form, so that the names of all its chunks change. */
export async function buildChangedApp({
  replacement: [before, after],
  ...building
}: ChangedBuild): Promise<void> {
  const projectFolder = copyProject();
  const form = join(projectFolder, 'forms/pwausers.ts');
  const source = readFileSync(form, 'utf8');
  if (!source.includes(before)) throw new Error(`The form does not say ${before}.`);
  writeFileSync(form, source.replace(before, after));
  await buildApp({ ...building, projectFolder });
  rmSync(projectFolder, { recursive: true });
}
