import { expect, test } from 'vitest';

const files = import.meta.glob<string>(['./**/*.tsx', '!./**/*.{test,contract}.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Each box that is typed into, as it is written, with the file it stands in. */
const boxes = Object.entries(files).flatMap(([file, source]) =>
  [...source.matchAll(/<(?:input|textarea)\b[^]*?\/>/g)]
    .map(([box]) => [file, box] as const)
    .filter(([, box]) => !/type="(radio|checkbox|file)"/.test(box)),
);

/** Where what is typed into them goes through the one rule: docs/decisions/0033. */
const tidiedBy: Readonly<Record<string, string>> = {
  './controls/input.tsx': 'its field',
  './controls/textarea.tsx': 'its field',
  './controls/location.tsx': 'numberInText',
  './desk/filters-view.tsx': 'matching, in filter.ts; a day is the browser’s',
  './cloud/code-form.tsx': 'tidyCode; a password is as it was typed',
  './account/text-box.tsx': 'tidyCode, in erase-page.tsx; a password is as it was typed',
};

test('every box that is typed into is tidied by the one rule', () => {
  expect(boxes.length).toBeGreaterThan(6);
  expect([...new Set(boxes.map(([file]) => file))].toSorted()).toEqual(
    Object.keys(tidiedBy).toSorted(),
  );
});

test('no box is of a kind in which browsers rewrite what is typed, or keep it to themselves', () => {
  for (const [file, box] of boxes) {
    expect(box, file).not.toMatch(/type="(email|number|time|month|week|datetime-local)"/);
    if (/type="date"/.test(box)) expect(files[file], file).toContain('badInput');
  }
});

test('every box has a direction of its own, but where the browser draws what is in it', () => {
  for (const [file, box] of boxes)
    if (!/type="date"/.test(box)) expect(box, file).toMatch(/\bdir=/);
});
