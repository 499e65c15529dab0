import { expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import { eachPage } from './each-page.ts';

const pages = (cursor = '0') => {
  const next = Number(cursor) + 1;
  return Promise.resolve(ok({ cursor: next < 4 ? String(next) : undefined, number: next }));
};

test('pages are taken in turn until the last one', async () => {
  const seen: number[] = [];
  expect(await eachPage(pages, ({ number }) => seen.push(number) > 0)).toEqual(ok('end'));
  expect(seen).toEqual([1, 2, 3, 4]);
});

test('who has had enough is given no more, and can go on from a place', async () => {
  const seen: number[] = [];
  const take = ({ number }: { number: number }) => seen.push(number) < 2;
  expect(await eachPage(pages, take, '1')).toEqual(ok('enough'));
  expect(seen).toEqual([2, 3]);
});

test('a failure ends it', async () => {
  expect(
    await eachPage(
      () => Promise.resolve(err('down')),
      () => true,
    ),
  ).toEqual(err('down'));
});
