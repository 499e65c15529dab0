import { expect, test } from 'vitest';
import { metadata, number, repeat, text } from '../fields/index.ts';
import type { Fields } from './answers.ts';
import { issuesOfForms } from './check-forms.ts';
import { defineForm } from './define-form.ts';

const name = text({ label: 'Name' });
const people = (options: object = {}) => repeat({ label: 'People', fields: { name }, ...options });

function issuesOf(fields: Fields) {
  const form = defineForm({ id: 'visit', version: 1, title: 'Visit', action: 'Send', fields });
  return issuesOfForms({ forms: [form], reservedIds: [] });
}

test('a repeat, and one inside another, have no issues', () => {
  const members = number({ label: 'Members' });
  const jobs = repeat({ label: 'Jobs', fields: { title: text({ label: 'Title' }) } });
  expect(
    issuesOf({ members, people: people({ count: 'members', fields: { name, jobs } }) }),
  ).toEqual([]);
});

test.each<[string, Fields, string]>([
  ['no fields', { people: people({ fields: {} }) }, 'field "people": it has no fields'],
  [
    'metadata',
    { people: people({ fields: { name, begun: metadata({ label: 'Begun', of: 'started' }) } }) },
    'field "people": one of its fields is hidden',
  ],
  [
    'a field called id',
    { people: people({ fields: { id: name } }) },
    'field "people": one of its fields is called id',
  ],
  [
    'a field with a mistake',
    { people: people({ fields: { name: text({ label: ' ' }) } }) },
    'field "people.name": its label is missing or blank',
  ],
  [
    'two fields with one label',
    { people: people({ fields: { name, other: name } }) },
    'field "people.other": its label, “Name”, is also the label of field "name".',
  ],
  [
    'three levels',
    { people: people({ fields: { b: people({ fields: { c: people() } }) } }) },
    'field "people.b.c": it is inside a repeat that is inside another',
  ],
  [
    'a count that is not there',
    { people: people({ count: 'members' }) },
    'field "people": count is "members", and there is no such field around it.',
  ],
  [
    'a count that is no number',
    { name: text({ label: 'Your name' }), people: people({ count: 'name' }) },
    'field "people": count is "name", and its answer is not a number.',
  ],
  ['a negative min', { people: people({ min: -1 }) }, 'field "people": min is -1'],
  ['a max of 0', { people: people({ max: 0 }) }, 'field "people": max is 0'],
  [
    'a name that fails',
    { people: people({ item: ({ name }: { name: string }) => name.trim() }) },
    'people.item fails with TypeError for some answers',
  ],
])('a repeat with %s is rejected with a sentence', (_, fields, sentence) => {
  expect(issuesOf(fields).join('\n')).toContain(sentence);
});
