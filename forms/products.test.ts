import { expect, test } from 'vitest';
import { products } from './products.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';

const fork = { name: 'Garden fork', category: 'garden', price: 34.5 };

test('a name, a category and a price make a product', { tags: 'product-accepted' }, () => {
  expect(parseAnswers(products, fork)).toEqual({ ok: true, value: fork });
});

test('the receipt has the product’s short id', () => {
  const receipt = products.receipt?.({
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    answers: fork,
  } as Parameters<NonNullable<typeof products.receipt>>[0]);
  expect(receipt).toEqual({
    ProductId: 'AY88LnsacACAAAEjRWeJqw',
    name: 'Garden fork',
    category: 'garden',
    price: 34.5,
  });
});

test.each<[string, object, string]>([
  ['an unknown category', { category: 'boats' }, 'Choose the category from the list'],
  ['a negative price', { price: -1 }, 'Enter the price as a number from 0 to 1000000, like 12.5'],
  [
    'a script as the link to a picture',
    { image: 'javascript:alert(1)' },
    'Enter the link to the picture in the correct format, like https://example.com/page',
  ],
])('%s is refused', (_, change, message) => {
  expect(parseAnswers(products, { ...fork, ...change })).toMatchObject({
    ok: false,
    problem: [{ message }],
  });
});
