import { expect, test } from 'vitest';
import { all, any, count, sum } from './over-instances.ts';

const people: readonly { readonly age?: number }[] = [{ age: 12 }, { age: 40 }, {}];
const isChild = ({ age }: { readonly age?: number }) => (age === undefined ? undefined : age < 18);

test('instances are counted, and their numbers added', () => {
  expect([count(people), count(people, isChild), sum(people, ({ age }) => age)]).toEqual([
    3, 1, 52,
  ]);
  expect(sum([{}], ({ age }: { readonly age?: number }) => age)).toBeUndefined();
});

test('a test that cannot be answered yet is not passed', () => {
  expect([any(people, isChild), all(people, isChild), all(people.slice(0, 1), isChild)]).toEqual([
    true,
    false,
    true,
  ]);
});

test('without an answer, nothing is known', () => {
  const nobody: typeof people | undefined = undefined;
  expect([count(nobody), any(nobody, isChild), all(nobody, isChild), sum(nobody, () => 1)]).toEqual(
    Array(4).fill(undefined),
  );
});
