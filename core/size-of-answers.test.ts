import { expect, test } from 'vitest';
import { longText, text } from './fields/index.ts';
import { defineForm } from './form.ts';
import { longestBody } from './longest-body.ts';

const diary = defineForm({
  id: 'diary',
  version: 1,
  title: 'A diary',
  action: 'Send',
  fields: {
    name: text({ label: 'Name', max: 200 }),
    story: longText({ label: 'Story', max: 60_000 }),
    other: longText({ label: 'Another', max: 60_000 }),
  },
});
const complaintsOf = (answers: object) => {
  const parsed = diary.parse(answers);
  return parsed.ok ? [] : parsed.problem;
};

const families = (count: number) => '👩‍👩‍👧‍👦'.repeat(count);

test('what fits into a body is taken, to the byte', () => {
  const name = 'Mickey';
  const empty = JSON.stringify({ name, story: 'a', other: 'b' }).length - 2;
  const rest = longestBody - empty - 50_000;
  expect(complaintsOf({ name, story: 'a'.repeat(50_000), other: 'b'.repeat(rest) })).toEqual([]);
  expect(complaintsOf({ name, story: 'a'.repeat(50_000), other: 'b'.repeat(rest + 1) })).toEqual([
    {
      field: 'story',
      message: 'Shorten “Story” by 1 characters: the answers are too long together',
    },
  ]);
});

test('of answers that are too long together the longest is told, and by how many letters, not bytes', () => {
  const [complaint] = complaintsOf({ name: 'Li', story: '字'.repeat(30_000), other: 'short' });
  expect(complaint?.field).toBe('story');
  const over = Number(/by (\d+) characters/.exec(complaint?.message ?? '')?.[1]);
  const shorter = '字'.repeat(30_000 - over);
  expect(complaintsOf({ name: 'Li', story: shorter, other: 'short' })).toEqual([]);
  expect(over).toBeLessThan(8200);
});

test('characters are those that a person counts', () => {
  expect(complaintsOf({ name: families(200), story: 'a', other: 'b' })).toEqual([]);
  expect(complaintsOf({ name: families(201), story: 'a', other: 'b' })).toEqual([
    { field: 'name', message: 'Enter “Name” in 200 characters or fewer: it has 201' },
  ]);
  expect(complaintsOf({ name: 'क्षि'.repeat(200), story: 'a', other: 'b' })).toEqual([]);
});

test('a character has no end, and its room has', () => {
  const long = `a${'\u0301'.repeat(30)}`;
  expect(complaintsOf({ name: long.repeat(200), story: 'a', other: 'b' })).toEqual([]);
  const chain = `👩${'\u200D👩'.repeat(40)}`;
  expect(complaintsOf({ name: chain.repeat(190), story: 'a', other: 'b' })[0]?.message).toMatch(
    /^Shorten “Name” by \d+ characters: /,
  );
});
