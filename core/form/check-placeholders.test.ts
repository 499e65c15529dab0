import { expect, test } from 'vitest';
import { number, repeat, text } from '../fields/index.ts';
import { issuesOfPlaceholders } from './check-placeholders.ts';
import { defineForm } from './define-form.ts';

const plain = { id: 'visit', version: 1, title: 'A visit', action: 'Send' };
const name = text({ label: 'Name' });

test('a text may mention fields and calculated values, inside a repeat also those around it', () => {
  const form = defineForm({
    ...plain,
    fields: {
      name,
      people: repeat({
        label: 'Who lives with {name|this person}?',
        fields: {
          age: number({ label: 'Age' }),
          born: text({
            label: 'Where was {name|?}, {age|?}, one of {children|no} children, born?',
          }),
        },
      }),
    },
    calculate: { children: () => 2 },
    rules: [{ at: 'name', broken: () => false, message: 'Enter another name than {name|this}' }],
  });
  expect(issuesOfPlaceholders(form)).toEqual([]);
});

test('a text that mentions what is not there, or not what to say without it, is reported with its place', () => {
  const form = defineForm({
    ...plain,
    fields: {
      name,
      age: number({ label: 'How old is {nam|this person}?', hint: '{name} or {x}' }),
    },
    rules: [{ at: 'name', broken: () => false, message: 'Enter {who|another name}' }],
  });
  expect(issuesOfPlaceholders(form)).toEqual([
    'field "age" mentions {nam|…}, and there is no such field or calculated value.',
    'field "age" mentions {name}: say after a bar what to read until it is answered, as in {name|…}.',
    'rule 1 mentions {who|…}, and there is no such field or calculated value.',
  ]);
});

test('a text cannot mention a sensitive answer, which is neither stored by a browser nor mailed', () => {
  const form = defineForm({
    ...plain,
    fields: {
      illness: text({ label: 'Illness', sensitive: true }),
      since: text({ label: 'Since when do you have {illness|it}?' }),
    },
  });
  expect(issuesOfPlaceholders(form)).toEqual([
    'field "since" mentions {illness|…}, which is sensitive: a text can be a title that browsers store, and is mailed to owners.',
  ]);
});
