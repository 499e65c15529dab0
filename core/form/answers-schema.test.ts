import { expect, test } from 'vitest';
import { text } from '../fields/index.ts';
import { answersSchema } from './answers-schema.ts';
import { defineForm, type Form } from './define-form.ts';
import { parseAnswers } from './parse-answers.ts';

const fields = {
  always: text({ label: 'Always' }),
  conditional: text({ label: 'Conditional' }),
  onPage: text({ label: 'On a conditional page' }),
  inSection: text({ label: 'In a conditional section' }),
  withDefault: text({ label: 'With a default' }),
};
const form: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Send',
  fields,
  when: { conditional: ({ always }) => always === 'yes' },
  defaults: { withDefault: ({ always }) => always },
  pages: [
    { title: 'First', fields: ['always', 'conditional', 'inSection', 'withDefault'] },
    { title: 'Second', fields: ['onPage'], when: ({ always }) => always === 'yes' },
  ],
  sections: [{ title: 'Part', fields: ['inSection'], when: ({ always }) => always === 'yes' }],
});

test('what a form accepts without is not required by its schema', () => {
  expect(parseAnswers(form, { always: 'no' })).toEqual({
    ok: true,
    value: { always: 'no', withDefault: 'no' },
  });
  expect(answersSchema(form)['required']).toEqual(['always']);
});

test('the schema says which questions depend on other answers', () => {
  const { properties } = answersSchema(form) as { properties: Record<string, object> };
  const said = Object.keys(fields).filter((name) =>
    JSON.stringify(properties[name]).includes('depending on other answers'),
  );
  expect(said).toEqual(['conditional', 'onPage', 'inSection']);
});
