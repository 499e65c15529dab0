import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyHouse } from '../../tools/copy-house.js';
import { buildApp } from '../app.ts';

type Changed = {
  /** Words of the first form, and what they become. */
  readonly words: readonly [before: string, after: string];
  readonly outputs: object;
  readonly outDir: string;
};

/** Builds the app once more, with other words in its first form: the names of all its parts are others, too. */
export async function buildChanged({
  words: [before, after],
  ...building
}: Changed): Promise<void> {
  const house = copyHouse();
  const form = join(house, 'forms/pwausers.ts');
  const source = readFileSync(form, 'utf8');
  if (!source.includes(before)) throw new Error(`The form does not say ${before}.`);
  writeFileSync(form, source.replace(before, after));
  await buildApp({ ...building, house });
  rmSync(house, { recursive: true });
}
