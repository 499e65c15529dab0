import { expect, test } from 'vitest';
import { toApiEntry } from '#core/api/api-entry.ts';
import type { Entry } from '#core/form/entry.ts';
import type { Form } from '#core/form/define-form.ts';
import { hasLogic } from '#core/logic/has-logic.ts';
import { parseAnswers } from '#core/form/parse-answers.ts';
import { forms, formById } from './index.ts';
import { assertFormsAreValid } from './check-listed-forms.ts';

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

test('all forms and their lists are valid', async () => {
  await expect(assertFormsAreValid()).resolves.toBeUndefined();
});

test.each(listed.filter(([, form]) => !hasLogic(form)))(
  '%s accepts its own example',
  { tags: 'form-example-accepted' },
  (_, form) => {
    expect(parseAnswers(form, example(form))).toEqual({ ok: true, value: example(form) });
  },
);

test.each(listed)('what %s stores of its own example, it accepts again unchanged', (_, form) => {
  const stored = parseAnswers(form, example(form));
  expect(stored).toMatchObject({ ok: true });
  expect(parseAnswers(form, stored.ok && stored.value)).toEqual(stored);
});

test.each(listed)('%s: the receipt does not override keys of the entry', (_, form) => {
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
  expect(toApiEntry(form, entry)).toMatchObject(entry);
});
