import { expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import { eachPage } from './fetch-pages.ts';

const pages = (cursor = '0') => {
  const next = Number(cursor) + 1;
  return Promise.resolve(ok({ cursor: next < 4 ? String(next) : undefined, number: next }));
};

test('pages are fetched one by one until the last one', async () => {
  const seen: number[] = [];
  expect(await eachPage(pages, ({ number }) => seen.push(number) > 0)).toEqual(ok('end'));
  expect(seen).toEqual([1, 2, 3, 4]);
});

test('fetching stops when the caller has enough, and can continue from a cursor', async () => {
  const seen: number[] = [];
  const onPage = ({ number }: { number: number }) => seen.push(number) < 2;
  expect(await eachPage(pages, onPage, '1')).toEqual(ok('enough'));
  expect(seen).toEqual([2, 3]);
});

test('a failure stops fetching', async () => {
  expect(
    await eachPage(
      () => Promise.resolve(err('down')),
      () => true,
    ),
  ).toEqual(err('down'));
});
