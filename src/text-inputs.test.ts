import { expect, test } from 'vitest';

const files = import.meta.glob<string>(['./**/*.tsx', '!./**/*.{test,contract}.tsx'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every text input in the source, with its file. */
const textInputs = Object.entries(files).flatMap(([file, source]) =>
  [...source.matchAll(/<(?:input|textarea)\b[^]*?\/>/g)]
    .map(([textInput]) => [file, textInput] as const)
    .filter(([, textInput]) => !/type="(radio|checkbox|file)"/.test(textInput)),
);

/** Where each input's text is cleaned up: docs/decisions/0033. */
const tidiedBy: Readonly<Record<string, string>> = {
  './controls/input/control.tsx': 'its field',
  './controls/textarea/control.tsx': 'its field',
  './controls/location/control.tsx': 'numberInText',
  './pages/responses/filters/filters-view.tsx': 'the browser: it is a day',
  './pages/sign-in/code-form.tsx': 'tidyCode; a password is as it was typed',
  './ui/search-box.tsx': 'searchTerms',
  './ui/text-box.tsx': 'tidyCode, in erase-page.tsx; a password is as it was typed',
};

test('the text of every input is cleaned up by the same rule', () => {
  expect(textInputs.length).toBeGreaterThan(6);
  expect([...new Set(textInputs.map(([file]) => file))].toSorted()).toEqual(
    Object.keys(tidiedBy).toSorted(),
  );
});

test('no input has a type with which browsers rewrite or withhold what is typed', () => {
  for (const [file, textInput] of textInputs) {
    expect(textInput, file).not.toMatch(/type="(email|number|time|month|week|datetime-local)"/);
    if (/type="date"/.test(textInput)) expect(files[file], file).toContain('badInput');
  }
});

test('every input sets its own direction, except where the browser draws the content', () => {
  for (const [file, textInput] of textInputs)
    if (!/type="date"/.test(textInput)) expect(textInput, file).toMatch(/\bdir=/);
});
