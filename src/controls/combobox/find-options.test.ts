import { expect, test } from 'vitest';
import { findOptions, optionLabelled, searchable } from './find-options.ts';

const towns = searchable(
  ['Sankt Johann', 'Bad Ischl', 'Johannesburg', 'Île de Ré', 'Neu-Isenburg'].map((label) => ({
    value: label,
    label,
  })),
);
const labels = (search: string, most = 10) =>
  findOptions(towns, search, most).shown.map((it) => it.label);

test('options are found by parts of their label, without accents, in any order of the words', () => {
  expect(labels('isch')).toEqual(['Bad Ischl']);
  expect(labels('ile re')).toEqual(['Île de Ré']);
  expect(labels('johann sankt')).toEqual(['Sankt Johann']);
  expect(labels('x')).toEqual([]);
});

test('options that begin with what is typed come first, then those of which a word does', () => {
  expect(labels('johann')).toEqual(['Johannesburg', 'Sankt Johann']);
  expect(labels('is')).toEqual(['Bad Ischl', 'Neu-Isenburg']);
});

test('nothing typed finds everything, of which the first are shown', () => {
  expect(findOptions(towns, ' ', 2)).toEqual({
    shown: [
      expect.objectContaining({ label: 'Sankt Johann' }),
      expect.objectContaining({ label: 'Bad Ischl' }),
    ],
    count: 5,
  });
});

test('a label that is typed in full is the option, unless two options have it', () => {
  expect(optionLabelled(towns, ' bad ischl ')?.value).toBe('Bad Ischl');
  expect(optionLabelled(towns, 'bad')).toBeUndefined();
  const twins = searchable([
    { value: '1', label: 'Newport' },
    { value: '2', label: 'Newport' },
  ]);
  expect(optionLabelled(twins, 'newport')).toBeUndefined();
});
