import { expect, test } from 'vitest';
import { numberedFile } from '../testing/sample-files.ts';
import { withoutFiles } from './without-files.ts';

const bedroom = (more: object) => ({ id: '018f3c2e-7b1a-7000-8000-0123456789ab', ...more });

test('some files are taken out of the answers, inside repeats too, and nothing else is', () => {
  const answers = {
    name: 'Ann',
    colours: ['red'],
    nothing: [],
    house: [numberedFile(1), numberedFile(2)],
    signature: [numberedFile(4)],
    rooms: [bedroom({ walls: [numberedFile(3)], size: 7 })],
  };
  const gone = new Set([2, 3, 4].map((number) => numberedFile(number).id));
  expect(withoutFiles(answers, gone)).toEqual({
    name: 'Ann',
    colours: ['red'],
    nothing: [],
    house: [numberedFile(1)],
    rooms: [bedroom({ size: 7 })],
  });
  expect(withoutFiles(answers, new Set())).toEqual(answers);
});
