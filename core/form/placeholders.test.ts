import { expect, test } from 'vitest';
import { choice, note, number, text } from '../fields/index.ts';
import { parseMarkdown } from './markdown.ts';
import { answersAsText, fillIn, fillInField, namesIn, withFallbacks } from './placeholders.ts';

const fields = {
  name: text({ label: 'Name' }),
  water: choice({
    label: 'Water',
    options: [
      ['tap', 'Tap water'],
      ['well', 'A well'],
    ],
  }),
  age: number({ label: 'How old is {name|this person}?', hint: 'On the day of {name|the visit}' }),
};
const questions = { fields, calculate: { children: () => 2, all: () => [] } };
const textOf = answersAsText(questions, { name: 'Ann', water: 'well', children: 2, all: [1] });

test('a placeholder is replaced by the answer as people read it, or by its fallback', () => {
  expect(fillIn('{name|They} drink from {water|somewhere}', textOf)).toBe('Ann drink from A well');
  expect(fillIn('{age|No age}', textOf)).toBe('No age');
  expect(withFallbacks('How old is {name|this person}?')).toBe('How old is this person?');
});

test('a calculated number can be mentioned, a list cannot', () => {
  expect(fillIn('{children|no} children, {all|some}', textOf)).toBe('2 children, some');
});

test('other braces stay as they are', () => {
  for (const text of ['{name}', '{2,3}', 'a {b} c', '{|x}', '{na me|x}', '{', '{name|a|b}'])
    expect(fillIn(text, textOf)).toBe(text);
});

test('an answer that looks like a placeholder is not one', () => {
  const answers = answersAsText({ fields }, { name: '{water|x}', water: 'tap' });
  expect(fillIn('Is {name|it} right?', answers)).toBe('Is {water|x} right?');
});

test('inside a repeat, the answers of the instance come before those around it', () => {
  const inner = { fields: { name: text({ label: 'Name' }) } };
  const inside = answersAsText(inner, { name: 'Bob' }, textOf);
  expect(fillIn('{name|?}, {water|?}', inside)).toBe('Bob, A well');
  // A name that the instance has is never read around it, though it is not answered.
  expect(fillIn('{name|?}', answersAsText(inner, {}, textOf))).toBe('?');
});

test('a field is filled in with its hint, and stays the same field if it mentions nothing', () => {
  expect(fillInField(fields.age, textOf)).toMatchObject({
    label: 'How old is Ann?',
    hint: 'On the day of Ann',
  });
  expect(fillInField(fields.water, textOf)).toBe(fields.water);
});

test('a long answer is shortened to one line, and one of the other direction stays in one piece', () => {
  const long = answersAsText({ fields }, { name: `Ann\n${'x'.repeat(200)}` });
  expect(fillIn('{name|?}', long)).toMatch(/^Ann x{95}…$/);
  const arabic = answersAsText({ fields }, { name: 'آن' });
  expect(fillIn('How old is {name|?}?', arabic)).toBe('How old is \u2068آن\u2069?');
});

test('names are found with and without a fallback', () => {
  expect(namesIn('{name|x} {age} {water| }')).toEqual([
    { name: 'name', hasFallback: true },
    { name: 'age', hasFallback: false },
    { name: 'water', hasFallback: true },
  ]);
});

test('an answer is no markup and no link in a note, whatever it looks like', () => {
  const typed = '**A** [win](https://evil.example)';
  const about = note({ text: 'Thank you, *{name|friend}*.' });
  const { control } = fillInField(about, answersAsText({ fields }, { name: typed }));
  const [block] = parseMarkdown('text' in control ? control.text : '');
  expect(JSON.stringify(block)).toContain(typed);
  expect(JSON.stringify(block)).not.toMatch(/"(link|bold)"/);
  expect(fillInField(about, () => undefined).control).toMatchObject({
    text: 'Thank you, *friend*.',
  });
});
