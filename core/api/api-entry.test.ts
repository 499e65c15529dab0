import { expect, test } from 'vitest';
import type { Entry } from '../form/entry.ts';
import { photosForm } from '../testing/photos-form.ts';
import { aJpeg, referenceTo } from '../testing/sample-files.ts';
import { waterForm } from '../testing/water-form.ts';
import { toApiEntry } from './api-entry.ts';
import { entrySchema, exampleAnswers, formSchema } from './openapi-schemas.ts';
import { parseAnswers } from '../form/parse-answers.ts';

const entry = (answers: Entry['answers']): Entry => ({
  id: '018f3c2e-7b1a-7000-8000-0123456789ab',
  form: 'water',
  formVersion: 1,
  begunOn: '2026-03-31',
  username: 'ada',
  answers,
  version: 1,
  createdAt: '2026-03-31T12:00:00.000Z',
  updatedAt: '2026-03-31T12:00:00.000Z',
});

test('an entry names the fields that were not asked, and no others', () => {
  expect(toApiEntry(waterForm, entry({ name: 'Ann', source: 'tap' }))).toMatchObject({
    notRelevant: ['other', 'metres'],
  });
  expect(toApiEntry(waterForm, entry({ name: 'Ann', source: 'other' }))).not.toHaveProperty(
    'notRelevant',
  );
});

test('an entry says which of its files have arrived, and says nothing about files that it has not', () => {
  const [first, second] = [referenceTo(aJpeg()), referenceTo(aJpeg())];
  const withFiles = { ...entry({ name: 'Ann', photos: [first, second] }), form: 'photos' };
  expect(toApiEntry(photosForm, withFiles)).toMatchObject({ filesArrived: [] });
  const filesArrived = ['of an earlier version', second.id];
  expect(toApiEntry(photosForm, { ...withFiles, filesArrived })).toMatchObject({
    filesArrived: [second.id],
  });
  const without = { ...entry({ name: 'Ann' }), form: 'photos', filesArrived };
  expect(toApiEntry(photosForm, without)).not.toHaveProperty('filesArrived');
});

test('an entry says which of its files cannot be opened, and why, if they are scanned', () => {
  const [a, b, c, d] = Array.from({ length: 4 }, () => referenceTo(aJpeg()));
  if (!a || !b || !c || !d) return expect.fail('no files');
  const withFiles = { ...entry({ name: 'Ann', photos: [a, b, c, d] }), form: 'photos' };
  const { sha256 } = a;
  const fileChecks = {
    [a.id]: { sha256, result: 'clean' },
    [b.id]: { sha256, result: 'impossible' },
    // Of other bytes than those that the answer refers to now.
    [c.id]: { sha256: 'of earlier bytes', result: 'clean' },
    'of an earlier version': { sha256, result: 'malware' },
  } as const;
  expect(toApiEntry(photosForm, { ...withFiles, fileChecks })).toMatchObject({
    filesClosed: { [b.id]: 'impossible', [c.id]: 'awaited' },
  });
  const clean = { [a.id]: { sha256, result: 'clean' } } as const;
  for (const it of [withFiles, { ...withFiles, fileChecks: clean }])
    expect(toApiEntry(photosForm, it)).not.toHaveProperty('filesClosed');
  expect(toApiEntry(photosForm, { ...withFiles, fileChecks })).not.toHaveProperty('fileChecks');
});

test('the schema of a form with conditions requires no conditional field, and marks calculated values', () => {
  const schema = formSchema(waterForm);
  expect(schema).toMatchObject({
    required: ['name', 'source'],
    properties: {
      source: { title: 'Where does this person get water?' },
      kilometres: { title: 'Kilometres', readOnly: true },
    },
  });
  expect(entrySchema(waterForm)).toMatchObject({ properties: { notRelevant: { type: 'array' } } });
});

test('the example of a request is one that the form asks for', () => {
  const parsed = parseAnswers(waterForm, exampleAnswers(waterForm));
  expect(parsed).toMatchObject({ ok: true });
  expect(exampleAnswers(waterForm)).not.toHaveProperty('kilometres');
});
