import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberedFile } from '../testing/sample-files.ts';
import { filesIn } from './files-in.ts';

test('the files of an entry are those of its questions, and those inside repeats', () => {
  const answers = {
    name: 'Ann',
    house: [numberedFile(1), numberedFile(2)],
    rooms: [
      { id: '018f3c2e-7b1a-7000-8000-0123456789ab', walls: [numberedFile(3)], size: 7 },
      { id: '018f3c2e-7b1a-7000-8000-0123456789ac', walls: [] },
    ],
    signature: [numberedFile(4)],
  };
  expect(filesIn(answers).map(({ name }) => name)).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg']);
});

test('what looks like a file, and is none, is not listed', () => {
  const file = numberedFile(1);
  const others = [
    { ...file, size: '50' },
    { ...file, type: 7 },
    { ...file, url: 'x' },
  ];
  expect(filesIn({ others, file, names: ['a.jpg'], nested: [[file]] })).toEqual([]);
});

test('any value is searched without an error', () => {
  fc.assert(fc.property(fc.anything(), (value) => void filesIn(value)));
});
