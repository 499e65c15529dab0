import { expect, test } from 'vitest';
import { longText, text } from '../fields/index.ts';
import { defineForm } from './define-form.ts';
import { bodyLimit, largestLimit, usualLimit } from './body-limit.ts';
import { parseAnswers } from './parse-answers.ts';

const diary = defineForm({
  id: 'diary',
  version: 1,
  title: 'A diary',
  action: 'Send',
  fields: {
    name: text({ label: 'Name', max: 200 }),
    story: longText({ label: 'Story', max: 200_000 }),
    other: longText({ label: 'Another', max: 200_000 }),
  },
});
const issuesOf = (answers: object) => {
  const parsed = parseAnswers(diary, answers);
  return parsed.ok ? [] : parsed.problem;
};

const limitForText = (max: number) =>
  bodyLimit({ fields: { story: longText({ label: 'Story', max }) } });

const families = (count: number) => '👩‍👩‍👧‍👦'.repeat(count);

test('a form takes as much as its answers can need, between two limits', () => {
  expect([100, 20_000, 22_000, 200_000].map(limitForText)).toEqual([
    usualLimit,
    usualLimit,
    largestLimit,
    largestLimit,
  ]);
});

test('answers that fit into a request body are accepted, to the byte', () => {
  const name = 'Mickey';
  const empty = JSON.stringify({ name, story: 'a', other: 'b' }).length - 2;
  const rest = largestLimit - empty - 190_000;
  expect(issuesOf({ name, story: 'a'.repeat(190_000), other: 'b'.repeat(rest) })).toEqual([]);
  expect(issuesOf({ name, story: 'a'.repeat(190_000), other: 'b'.repeat(rest + 1) })).toEqual([
    {
      field: 'story',
      message: 'Shorten “Story” by 1 character: together, the answers are too long',
    },
  ]);
});

test('when the answers are too long together, the issue is about the longest, and counts characters', () => {
  const [issue] = issuesOf({ name: 'Li', story: '字'.repeat(150_000), other: 'short' });
  expect(issue?.field).toBe('story');
  const over = Number(/by (\d+) characters/.exec(issue?.message ?? '')?.[1]);
  const shorter = '字'.repeat(150_000 - over);
  expect(issuesOf({ name: 'Li', story: shorter, other: 'short' })).toEqual([]);
  expect(over).toBeLessThan(31_000);
});

test('characters are counted as a person counts them', () => {
  expect(issuesOf({ name: families(200), story: 'a', other: 'b' })).toEqual([]);
  expect(issuesOf({ name: families(201), story: 'a', other: 'b' })).toEqual([
    { field: 'name', message: 'Shorten “Name” to 200 characters or fewer: it has 201' },
  ]);
  expect(issuesOf({ name: 'क्षि'.repeat(200), story: 'a', other: 'b' })).toEqual([]);
});

test('a character of many code points is accepted, but the bytes of an answer are limited', () => {
  const long = `a${'\u0301'.repeat(30)}`;
  expect(issuesOf({ name: long.repeat(200), story: 'a', other: 'b' })).toEqual([]);
  const chain = `👩${'\u200D👩'.repeat(40)}`;
  expect(issuesOf({ name: chain.repeat(190), story: 'a', other: 'b' })[0]?.message).toMatch(
    /^Shorten “Name” by \d+ characters: /,
  );
});
