import { expect, test } from 'vitest';
import { date, number, phone, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { forms } from '#forms/index.ts';
import { fieldExamples } from '../../tools/docs/field-examples.ts';
import { seededRandom } from '../../tools/testing/seeded-random.ts';
import { sampleAnswers } from './sample-answers.ts';
import { samplePeople } from './sample-people.ts';

const [person] = samplePeople as [(typeof samplePeople)[0]];
const now = Date.parse('2026-03-31T12:00:00Z');

const everyKind = defineForm({
  id: 'every-kind',
  version: 1,
  title: 'Every kind',
  action: 'Send',
  fields: fieldExamples,
});

test.each([...forms, everyKind])(
  '$id accepts whatever answers are made up for it',
  async (form) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const answers = await sampleAnswers(form, { person, now, random: seededRandom(seed) });
      expect(parseAnswers(form, answers)).toMatchObject({ ok: true });
    }
  },
);

test('a person gives their own name, numbers and days differ and stay within their limits', async () => {
  const form = defineForm({
    id: 'a-form',
    version: 1,
    title: 'A form',
    action: 'Send',
    fields: {
      name: text({ label: 'Your name', autoComplete: 'name' }),
      phone: phone({ label: 'Phone', country: 'GB' }),
      day: date({ label: 'Day', min: '2026-03-01', max: '2026-03-20' }),
      size: number({ label: 'Size', min: 10, max: 20, whole: true }),
    },
  });
  const random = seededRandom(1);
  const all = [];
  for (let n = 0; n < 100; n += 1) all.push(await sampleAnswers(form, { person, now, random }));
  expect(new Set(all.map(({ name }) => name))).toEqual(new Set(['Aoife Byrne']));
  expect(new Set(all.map(({ size }) => size)).size).toBeGreaterThan(5);
  expect(new Set(all.map(({ day }) => day)).size).toBeGreaterThan(5);
});

test('everybody has an address of their own', () => {
  const addresses = samplePeople.map(({ email }) => email);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const address of addresses) expect(address).toMatch(/^[a-z]+\.[a-z]+@example\.com$/);
});
