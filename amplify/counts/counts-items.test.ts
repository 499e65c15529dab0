import { expect, test } from 'vitest';
import { noCounts } from '#core/summary/counts.ts';
import { countsIn, countsText, packCounts } from './counts-items.ts';

test('long counts take little space, and are read as they were', () => {
  const paths = Array.from({ length: 300 }, (_, i) => `question${i}`);
  const fields = paths.map((path, i) => [path, { answered: i + 1, chosen: { yes: i + 1 } }]);
  const counts = { ...noCounts, fields: Object.fromEntries(fields) as typeof noCounts.fields };
  expect(packCounts(counts).length).toBeLessThan(countsText(counts).length / 3);
  expect(countsIn({ counts: packCounts(counts) })).toEqual(counts);
  expect(packCounts(noCounts)).toBe('{"days":{},"fields":{},"statuses":{}}');
});
