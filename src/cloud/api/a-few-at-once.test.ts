import { expect, test } from 'vitest';
import { aFewAtOnce } from './a-few-at-once.ts';

const items = Array.from({ length: 10 }, (_, i) => i);

test('each item is worked on once, in order, and never more than four at the same time', async () => {
  const begun: number[] = [];
  let underWay = 0;
  let most = 0;
  const left = await aFewAtOnce(items, async (item) => {
    begun.push(item);
    underWay += 1;
    most = Math.max(most, underWay);
    await Promise.resolve();
    underWay -= 1;
    return true;
  });
  expect([begun, most, left]).toEqual([items, 4, []]);
});

test('after a failure no other item is begun, and those that were not are returned', async () => {
  const begun: number[] = [];
  const left = await aFewAtOnce(items, async (item) => {
    begun.push(item);
    await Promise.resolve();
    return item !== 1;
  });
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(left).toEqual([5, 6, 7, 8, 9]);
});
