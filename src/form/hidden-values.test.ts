import { expect, test } from 'vitest';
import { hidden, metadata, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { formInUse } from './form-in-use.ts';
import { missingMetadata, valuesFromLink, withoutMetadata } from './hidden-values.ts';

const fields = {
  name: text({ label: 'Name' }),
  source: hidden({ label: 'Source', max: 10 }),
  begun: metadata({ label: 'Begun', of: 'started' }),
  sent: metadata({ label: 'Sent', of: 'finished' }),
  language: metadata({ label: 'Language', of: 'language' }),
  app: metadata({ label: 'App', of: 'appVersion' }),
};

const sending = {
  // 2022-02-22T19:22:22Z, the example of RFC 9562.
  draft: '017f22e2-79b0-7cc3-98c4-dc0c0c07398f',
  now: new Date('2022-02-22T19:30:00.000Z'),
  language: 'ar-EG',
  appVersion: '1.4.0',
};

test('only hidden fields take their values from the link', () => {
  expect(
    valuesFromLink({ fields }, '?source=poster&name=Mallory&begun=2020-01-01T00:00:00Z'),
  ).toEqual({ source: 'poster' });
});

test.each([
  '',
  '?',
  '?source=',
  '?source=%20',
  `?source=${'x'.repeat(11)}`,
  '?Source=poster',
  '?%',
])('the link %s has no value for the form', (query) => {
  expect(valuesFromLink({ fields }, query)).toEqual({});
});

test('metadata is known when an entry is sent, and accepted by its fields', () => {
  const values = missingMetadata({ fields }, {}, sending);
  expect(values).toEqual({
    begun: '2022-02-22T19:22:22.000Z',
    sent: '2022-02-22T19:30:00.000Z',
    language: 'ar-EG',
    app: '1.4.0',
  });
  for (const [name, value] of Object.entries(values))
    expect(fields[name as keyof typeof fields].parse(value)).toEqual({ ok: true, value });
});

test('a second attempt to send the same answers has the same metadata', () => {
  const first = missingMetadata({ fields }, {}, sending);
  const later = { ...sending, now: new Date('2022-02-22T20:00:00.000Z') };
  expect(missingMetadata({ fields }, first, later)).toEqual({});
  const typedMore = { ...first, ...withoutMetadata({ fields }) };
  expect(missingMetadata({ fields }, typedMore, later)).toMatchObject({
    begun: '2022-02-22T19:22:22.000Z',
    sent: '2022-02-22T20:00:00.000Z',
  });
});

test('a draft with an id of another kind has no known beginning', () => {
  const draft = '0b8f3c2e-7b1a-4000-8000-0123456789ab';
  expect(missingMetadata({ fields }, {}, { ...sending, draft })).not.toHaveProperty('begun');
});

test('a condition can read a value from the link before anything is typed', () => {
  const form = defineForm({
    id: 'visit',
    version: 1,
    title: 'Visit',
    action: 'Send',
    fields: { source: fields.source, wall: text({ label: 'On which wall?' }) },
    when: { wall: ({ source }) => source === 'poster' },
  });
  const draft = { id: sending.draft, controlValues: {} };
  const base = { answers: {}, fromLink: { source: 'poster' } };
  expect(
    formInUse(form)
      .evaluate({ ...draft, base })
      .isRelevant('wall'),
  ).toBe(true);
  expect(formInUse(form).evaluate(draft).isRelevant('wall')).toBe(false);
});
