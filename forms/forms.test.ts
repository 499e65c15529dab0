import { expect, test } from 'vitest';
import { tell, type Entry } from '#core/entry.ts';
import type { Form } from '#core/form.ts';
import { forms, formById } from './index.ts';
import { refuseMalformedForms } from './well-formed.ts';

const listed = forms.map((form) => [form.id, form] as const);

function example(form: Form): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(form.fields).map(([name, field]) => [name, field.example]),
  );
}

test('every form is found by its own id, and no two share one', () => {
  expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length);
  for (const form of forms) expect(formById(form.id)).toBe(form);
  expect(formById('toString')).toBeUndefined();
});

test('all of them could be served', () => {
  expect(refuseMalformedForms).not.toThrow();
});

test.each(listed)('%s accepts its own example', (_, form) => {
  expect(form.parse(example(form))).toEqual({ ok: true, value: example(form) });
});

test.each(listed)('%s: a receipt never hides what the entry says', (_, form) => {
  const answers = example(form);
  const entry: Entry = {
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    form: form.id,
    formVersion: form.version,
    username: 'ada',
    answers,
    derived: form.derive?.(answers, { random: () => 0 }),
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
  expect(tell(form, entry)).toMatchObject(entry);
});
