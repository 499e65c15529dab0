import { expect, expectTypeOf, test } from 'vitest';
import type { Answers } from '#core/form/answers.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { items } from './items.ts';

test('the tutorial’s title alone is an item that is pending', () => {
  expect(parseAnswers(items, { title: 'Deploy to production' })).toEqual({
    ok: true,
    value: { title: 'Deploy to production', status: 'pending' },
  });
  expectTypeOf<Answers<typeof items>['status']>().toEqualTypeOf<'pending' | 'done'>();
});

test('a given status is kept', () => {
  expect(parseAnswers(items, { title: 'a', status: 'done' })).toMatchObject({
    value: { status: 'done' },
  });
});

test('the receipt has the tutorial’s keys, in its order', () => {
  const receipt = items.receipt?.({
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    username: 'user-123',
    answers: { title: 'Deploy to production', status: 'pending' },
  } as Parameters<NonNullable<typeof items.receipt>>[0]);
  expect(JSON.stringify(receipt)).toBe(
    '{"userId":"user-123","itemId":"018f3c2e-7b1a-7000-8000-0123456789ab","title":"Deploy to production","status":"pending"}',
  );
});

test.each<[string, unknown, string]>([
  ['no title', {}, 'Enter the title'],
  ['an object for a title', { title: {} }, 'Enter the title as text'],
  ['a number for a status', { title: 'a', status: 42 }, 'Choose the status from the list'],
])(
  '%s is refused, as the tutorial’s own code did not',
  { tags: 'item-types-checked' },
  (_, body, message) => {
    expect(parseAnswers(items, body)).toMatchObject({ ok: false, problem: [{ message }] });
  },
);
