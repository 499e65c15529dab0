import { expect, test } from 'vitest';
import { photoName } from './photo-name.ts';

test.each([
  ['p.png', 'p.jpg'],
  ['IMG_0001.HEIC', 'IMG_0001.jpg'],
  ['holiday.jpeg', 'holiday.jpg'],
  ['1.2.webp', '1.2.jpg'],
  ['no ending', 'no ending.jpg'],
  ['report.pdf', 'report.pdf.jpg'],
  ['.png', '.jpg'],
])('a photo whose file is called %s becomes %s', (given, name) => {
  expect(photoName(given)).toBe(name);
});
