import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { toApiEntry } from '../api/api-entry.ts';
import { choice, choices, matrix, number, text } from '../fields/index.ts';
import { defineForm, type Form } from '../form/define-form.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { formAcceptingStored } from './accept-stored-answers.ts';
import { revise } from './revise.ts';
import { submit } from './submit.ts';
import { summarize } from '../summary/summarize.ts';
import { parseAnswers } from '../form/parse-answers.ts';

const plain = { id: 'f', title: '', action: '' };
const name = text({ label: 'Name' });
const likes = choices({
  label: 'Likes',
  options: [
    ['tea', 'Tea'],
    ['milk', 'Milk'],
    ['rum', 'Rum'],
  ],
  optional: true,
});
const first: Form = defineForm({
  ...plain,
  version: 1,
  fields: {
    name,
    web: text({ label: 'Web', optional: true }),
    likes,
    size: choice({
      label: 'Size',
      options: [
        ['s', 'Small'],
        ['l', 'Large'],
      ],
      optional: true,
    }),
    age: text({ label: 'Age', optional: true }),
  },
});
/** The fields of a later form: no web, no rum, no large, and the age is a number. */
const fields = {
  name,
  likes: choices({
    label: 'Likes',
    options: [
      ['tea', 'Tea'],
      ['milk', 'Milk'],
    ],
    optional: true,
  }),
  size: choice({ label: 'Size', options: [['s', 'Small']], optional: true }),
  age: number({ label: 'Age', optional: true }),
};
const same: Form = defineForm({ ...plain, version: 1, fields });
const raised: Form = defineForm({ ...plain, version: 2, fields });
const migrating: Form = defineForm({ ...plain, version: 2, fields, migrate: (it) => it });
const failing: Form = defineForm({
  ...plain,
  version: 2,
  fields,
  migrate() {
    throw new Error('This migration fails.');
  },
});
const giving: Form = defineForm({ ...plain, version: 2, fields, migrate: () => undefined });

const answered = {
  name: 'Ada',
  web: 'ada.example',
  likes: ['milk', 'rum'],
  size: 'l',
  age: 'forty',
};

async function storeAnswers(body: object = answered) {
  const deps = {
    store: createMemoryStore(),
    now: () => new Date('2026-01-01T12:00:00Z'),
    random: () => 0,
    digest: (it: string) => it,
  };
  const key = { username: 'ada', form: 'f', id: randomUUID() as string };
  await submit(deps, { form: first, formVersion: 1, body, username: 'ada', id: key.id });
  return {
    deps,
    stored: async () => (await deps.store.find(key)) ?? expect.fail(),
    revise: (form: Form, sent: unknown, more: { changeId?: string; ifVersion?: number } = {}) =>
      revise(deps, {
        form,
        formVersion: form.version,
        body: sent,
        key,
        changeId: randomUUID(),
        ifVersion: 1,
        ...more,
      }),
  };
}

const forms = { same, raised, migrating, failing, giving };
test.each(Object.entries(forms))(
  'answers that the form can no longer ask for survive a revision that does not mention them (%s)',
  async (_, form) => {
    const { revise, stored } = await storeAnswers();
    const outcome = await revise(form, { name: 'Bea', likes: ['milk', 'rum'], size: 'l' });
    expect(outcome).toMatchObject({ ok: true });
    expect((await stored()).answers).toEqual({ ...answered, name: 'Bea' });
  },
);

test.each(Object.entries(forms))(
  'an entry sent back as it was read, with one changed answer, is accepted (%s)',
  async (_, form) => {
    const { revise, stored } = await storeAnswers();
    const read = toApiEntry(form, await stored())['answers'] as object;
    expect(await revise(form, { ...read, name: 'Bea' })).toMatchObject({ ok: true });
    expect((await stored()).answers).toEqual({ ...answered, name: 'Bea' });
  },
);

test('a removed option can be kept or deselected, but not chosen again', async () => {
  const { revise, stored } = await storeAnswers();
  const { web, age } = answered;
  await revise(same, { name: 'Ada', likes: ['tea', 'rum'], size: 's' });
  expect((await stored()).answers).toEqual({
    web,
    age,
    name: 'Ada',
    likes: ['tea', 'rum'],
    size: 's',
  });
  await revise(same, { name: 'Ada', likes: ['tea'] }, { ifVersion: 2 });
  expect((await stored()).answers).toEqual({ web, age, name: 'Ada', likes: ['tea'] });
  expect(
    await revise(same, { name: 'Ada', likes: ['tea', 'rum'], size: 'l' }, { ifVersion: 3 }),
  ).toMatchObject({
    problem: { code: 'invalid', errors: [{ field: 'likes' }, { field: 'size' }] },
  });
});

test('a field whose kind has changed can be answered again', async () => {
  const { revise, stored } = await storeAnswers();
  await revise(same, { name: 'Ada', age: 40 });
  expect((await stored()).answers).toMatchObject({ age: 40, web: 'ada.example' });
});

test('answers that were never stored and that the form does not ask for are refused', async () => {
  const { revise } = await storeAnswers();
  for (const sent of [
    { name: 'Ada', web: 'bea.example' },
    { name: 'Ada', more: 'x' },
    { name: 'Ada', constructor: 'x' },
  ])
    expect(await revise(same, sent)).toMatchObject({ problem: { code: 'invalid' } });
});

test('a revision of an old version is refused as stale, not as invalid', async () => {
  const { revise } = await storeAnswers();
  await revise(same, { name: 'Ada', likes: ['tea'] });
  const late = await revise(same, { name: 'Bea', likes: ['milk', 'rum'] });
  expect(late).toMatchObject({ problem: { code: 'stale', current: { version: 2 } } });
});

test('the same change sent twice is applied once, with the same result', async () => {
  const { revise, stored } = await storeAnswers();
  const changeId = randomUUID();
  const sent = { name: 'Bea', likes: ['milk', 'rum'] };
  const once = await revise(same, sent, { changeId });
  const twice = await revise(same, sent, { changeId });
  const apiEntry = (it: typeof once) => it.ok && toApiEntry(same, it.value.entry);
  expect(apiEntry(twice)).toEqual(apiEntry(once));
  expect(await stored()).toMatchObject({ version: 2 });
});

test('the API returns answers that `migrate` keeps although the form no longer asks for them', async () => {
  const { stored } = await storeAnswers({ name: 'Ada', web: 'ada.example' });
  expect(toApiEntry(migrating, await stored())).toMatchObject({
    formVersion: 2,
    answers: { name: 'Ada', web: 'ada.example' },
  });
});

test('removed options are counted in the summary', async () => {
  const { deps } = await storeAnswers();
  const { fields: counted } = await summarize(deps, same);
  expect(counted['likes']?.options).toEqual({ tea: 0, milk: 1, rum: 1 });
  expect(counted['size']?.options).toEqual({ s: 0, l: 1 });
});

/** An option that asked for a text, and is no longer there. */
const other = { water: { other: 'A spring' }, travel: ['bus', { other: 'By boat' }] };

test('a text of an option that was removed is kept, or deselected', () => {
  const current = defineForm({
    ...plain,
    version: 2,
    fields: {
      water: choice({ label: 'Water', options: [['tap', 'Tap']] }),
      travel: choices({
        label: 'Travel',
        options: [
          ['bus', 'By bus'],
          ['car', 'By car'],
        ],
      }),
    },
  });
  const accepting = formAcceptingStored(current, other);
  const moment = { today: '2026-03-31' };
  expect(parseAnswers(accepting, other, moment)).toEqual({ ok: true, value: other });
  const changed = { water: 'tap', travel: ['car', { other: 'By boat' }] };
  expect(parseAnswers(accepting, changed, moment)).toEqual({ ok: true, value: changed });
  expect(parseAnswers(accepting, { ...changed, travel: [{ other: 'By train' }] }, moment).ok).toBe(
    false,
  );
  expect(parseAnswers(accepting, { ...changed, water: { other: 'A well' } }, moment).ok).toBe(
    false,
  );
});

test('rows of a matrix that were removed, or whose column was, are kept while others change', () => {
  const fields = {
    opinion: matrix({
      label: 'Opinion',
      rows: [
        ['guide', 'The guide'],
        ['food', 'The food'],
      ],
      columns: [
        ['poor', 'Poor'],
        ['good', 'Good'],
      ],
    }),
  };
  const opinion = { guide: 'excellent', food: 'poor', bus: 'good' };
  const accepting = formAcceptingStored(defineForm({ ...plain, version: 2, fields }), { opinion });
  const moment = { today: '2026-03-31' };
  const changed = { opinion: { ...opinion, food: 'good' } };
  expect(parseAnswers(accepting, changed, moment)).toEqual({ ok: true, value: changed });
  expect(accepting.fields['opinion']?.control).toMatchObject({
    rows: [
      ['guide', 'The guide'],
      ['food', 'The food'],
      ['bus', 'bus'],
    ],
    columns: [
      ['poor', 'Poor'],
      ['good', 'Good'],
      ['excellent', 'excellent'],
    ],
  });
  expect(parseAnswers(accepting, { opinion: { ...opinion, food: 'excellent' } }, moment).ok).toBe(
    false,
  );
  expect(parseAnswers(accepting, { opinion: { ...opinion, bus: 'poor' } }, moment).ok).toBe(false);
});
