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
    .filter(([, textInput]) => !/type="(radio|checkbox|file|range)"/.test(textInput)),
);

/** Where each input's text is cleaned up: docs/decisions/0033. */
const tidiedBy: Readonly<Record<string, string>> = {
  './controls/address/control.tsx': 'its field',
  './controls/barcode/control.tsx': 'its field',
  './controls/combobox/combobox.tsx': 'searchTerms',
  './controls/currency/control.tsx': 'parseNumberText',
  './controls/date-time/control.tsx': 'the browser: it is a day and a time',
  './controls/input/control.tsx': 'its field',
  './controls/textarea/control.tsx': 'its field',
  './controls/location/location-boxes.tsx': 'parseNumberText',
  './controls/month/control.tsx': 'tidyCode, in its codec',
  './controls/other/other-box.tsx': 'its field',
  './controls/signature/control.tsx': 'tidyLine',
  './controls/slider/control.tsx': 'parseNumberText',
  './form/honeypot.tsx': 'nobody: nobody sees it, and nothing reads it',
  './pages/responses/filters/day-box.tsx': 'the browser: it is a day',
  './pages/responses/filters/number-box.tsx': 'parseNumberText',
  './pages/responses/note-box.tsx':
    'tidyText, in confirm-correction.tsx, review-part.tsx and comments-part.tsx',
  './pages/responses/saved-views/view-name-box.tsx': 'viewName, in new-name.tsx and save-view.tsx',
  './pages/sign-in/code-form.tsx': 'tidyCode; a password is as it was typed',
  './ui/search-box.tsx': 'searchTerms',
  './ui/text-box.tsx': 'tidyCode, in erase-page.tsx; a password is as it was typed',
};

/** There is no other way to enter a day, and a time on it, in the order of the reader's language. */
const drawnByBrowser = /type="(date|datetime-local)"/;

/** The source that reads an input: that of controls is read when their form is sent. */
function readersOf(file: string): string {
  const form = file.startsWith('./controls/') ? files['./form/form-view.tsx'] : '';
  return `${files[file]}${form}`;
}

test('the text of every input is cleaned up by the same rule', () => {
  expect(textInputs.length).toBeGreaterThan(6);
  expect([...new Set(textInputs.map(([file]) => file))].toSorted()).toEqual(
    Object.keys(tidiedBy).toSorted(),
  );
});

test('no input has a type with which browsers rewrite or withhold what is typed', () => {
  for (const [file, textInput] of textInputs) {
    expect(textInput, file).not.toMatch(/type="(email|number|time|month|week)"/);
    if (drawnByBrowser.test(textInput)) expect(readersOf(file), file).toContain('badInput');
  }
});

test('every input sets its own direction, except where the browser draws the content', () => {
  for (const [file, textInput] of textInputs)
    if (!drawnByBrowser.test(textInput)) expect(textInput, file).toMatch(/\bdir=/);
});
