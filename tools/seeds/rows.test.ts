import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rows } from './rows.ts';

const house = join(import.meta.dirname, '../..');
const shown = rows.flatMap((it) =>
  it.is === 'not applicable' ? [] : it.shownBy.map((by) => [it.row, ...by] as const),
);

test.each(shown)('row %s: %s has a test “%s”', (_, file, name) => {
  const text = readFileSync(join(house, file), 'utf8').replaceAll(/\\(.)/g, '$1');
  const begins = (part: number) => text.includes(name.slice(0, Math.ceil(name.length * part)));
  const ends = (part: number) => text.includes(name.slice(-Math.ceil(name.length * part)));
  // A table may fill in one end of a title, or the middle.
  const isThere = begins(0.45) || ends(0.45) || (begins(0.25) && ends(0.25));
  expect(isThere).toBe(true);
});
