import { expect, test } from 'vitest';
import { waterForm } from '../testing/water-form.ts';
import { readMember } from './read-member.ts';

const read = (body: unknown) => readMember(body, waterForm);
const question = Object.keys(waterForm.fields)[0] ?? '';
const rows = { question, values: ['a', 'a', 'b'] };

test('an address is compared in lower case, and values are not repeated', () => {
  expect(read({ email: ' Ada@Example.com ', role: 'reader', rows })).toEqual({
    ok: true,
    value: { email: 'ada@example.com', role: 'reader', rows: { question, values: ['a', 'b'] } },
  });
});

test('without a role it is taken away', () => {
  expect(read({ email: 'ada@example.com', role: null })).toEqual({
    ok: true,
    value: { email: 'ada@example.com', role: undefined },
  });
});

const ada = { email: 'ada@example.com', role: 'reader' };

test.each([
  ['no body', undefined],
  ['a list', [ada]],
  ['no address', { role: 'reader' }],
  ['no role', { email: ada.email }],
  ['a text that is no address', { ...ada, email: 'canary' }],
  ['a role that does not exist', { ...ada, role: 'admin' }],
  ['a role that every object inherits', { ...ada, role: 'constructor' }],
  ['something else', { ...ada, groups: ['owners'] }],
  ['rows for an owner', { ...ada, role: 'owner', rows }],
  ['rows for nobody', { ...ada, role: null, rows }],
  ['rows of no question', { ...ada, rows: { ...rows, question: 'canary' } }],
  ['rows of what every object inherits', { ...ada, rows: { ...rows, question: 'toString' } }],
  ['rows with no values', { ...ada, rows: { ...rows, values: [] } }],
  ['rows with too many values', { ...ada, rows: { ...rows, values: Array(101).fill('a') } }],
  ['rows with a number', { ...ada, rows: { ...rows, values: [1] } }],
  ['rows with a huge value', { ...ada, rows: { ...rows, values: ['canary'.repeat(100)] } }],
  ['rows with something else', { ...ada, rows: { ...rows, all: true } }],
])('%s is refused, and nothing of it is quoted', (_, body) => {
  const refused = read(body);
  expect(refused).toMatchObject({ ok: false, problem: { code: 'invalid_parameter' } });
  expect(JSON.stringify(refused)).not.toContain('canary');
});
