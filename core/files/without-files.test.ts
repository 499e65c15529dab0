import { expect, test } from 'vitest';
import type { FileReference } from './file-reference.ts';
import { withoutFiles } from './without-files.ts';

const fileNumber = (number: number): FileReference => ({
  id: `018f3c2e-7b1a-7000-8000-00000000000${number}`,
  name: `${number}.jpg`,
  type: 'image/jpeg',
  size: 50,
  sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
});

const bedroom = (more: object) => ({ id: '018f3c2e-7b1a-7000-8000-0123456789ab', ...more });

test('some files are taken out of the answers, inside repeats too, and nothing else is', () => {
  const answers = {
    name: 'Ann',
    colours: ['red'],
    nothing: [],
    house: [fileNumber(1), fileNumber(2)],
    signature: [fileNumber(4)],
    rooms: [bedroom({ walls: [fileNumber(3)], size: 7 })],
  };
  const gone = new Set([2, 3, 4].map((number) => fileNumber(number).id));
  expect(withoutFiles(answers, gone)).toEqual({
    name: 'Ann',
    colours: ['red'],
    nothing: [],
    house: [fileNumber(1)],
    rooms: [bedroom({ size: 7 })],
  });
  expect(withoutFiles(answers, new Set())).toEqual(answers);
});
