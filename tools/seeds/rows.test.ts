import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rows } from './rows.ts';

const house = join(import.meta.dirname, '../..');
const shown = rows.flatMap((it) =>
  it.is === 'not applicable' ? [] : it.shownBy.map((by) => [it.row, ...by] as const),
);

test.each(shown)('row %s: %s has a test “%s”', (_, file, name) => {
  const literals = readFileSync(join(house, file), 'utf8').matchAll(/(['"`])((?:\\.|(?!\1).)+)\1/g);
  const isTitle = ([, , literal = '']: RegExpExecArray) => {
    const title = literal.replaceAll(/\\(.)/g, '$1');
    const parts = title.split(/%[a-z]|\$\{.*?\}|\$\w+/);
    if (parts.length === 1) return title.includes(name);
    // A table fills in the rest, which alone could be the title of anything.
    if (parts.join('').length < 6) return false;
    const whole = parts.map((it) => RegExp.escape(it)).join('.*');
    return new RegExp(`^${whole}`).test(name) || parts.some((it) => endsIn(name, it));
  };
  expect([...literals].some(isTitle)).toBe(true);
});

/** Whether a name ends within a part of a title. */
function endsIn(name: string, part: string): boolean {
  const at = part.indexOf(name.slice(-12));
  return at >= 0 && name.endsWith(part.slice(0, at + 12));
}
