import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { tell } from '../entry.ts';
import { choice, choices, number, text } from '../fields/index.ts';
import { defineForm, type Form } from '../form.ts';
import { createMemoryStore } from './memory-store.ts';
import { revise } from './revise.ts';
import { submit } from './submit.ts';
import { summary } from './summary.ts';

const plain = { id: 'f', title: '', action: '' };
const name = text({ label: 'Name' });
const likes = choices({
  label: 'Likes',
  options: { tea: 'Tea', milk: 'Milk', rum: 'Rum' },
  optional: true,
});
const first: Form = defineForm({
  ...plain,
  version: 1,
  fields: {
    name,
    web: text({ label: 'Web', optional: true }),
    likes,
    size: choice({ label: 'Size', options: { s: 'Small', l: 'Large' }, optional: true }),
    age: text({ label: 'Age', optional: true }),
  },
});
/** Neither the web nor rum nor large any more, and an age is a number. */
const fields = {
  name,
  likes: choices({ label: 'Likes', options: { tea: 'Tea', milk: 'Milk' }, optional: true }),
  size: choice({ label: 'Size', options: { s: 'Small' }, optional: true }),
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
    throw new Error('It was not thought of.');
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

async function aWorld(body: object = answered) {
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
    revise: (form: Form, sent: unknown, more: { operation?: string; ifVersion?: number } = {}) =>
      revise(deps, {
        form,
        formVersion: form.version,
        body: sent,
        key,
        operation: randomUUID(),
        ifVersion: 1,
        ...more,
      }),
  };
}

const forms = { same, raised, migrating, failing, giving };
test.each(Object.entries(forms))(
  'what the form cannot ask about any more stays through a change by who never heard of it (%s)',
  async (_, form) => {
    const { revise, stored } = await aWorld();
    const outcome = await revise(form, { name: 'Bea', likes: ['milk', 'rum'], size: 'l' });
    expect(outcome).toMatchObject({ ok: true });
    expect((await stored()).answers).toEqual({ ...answered, name: 'Bea' });
  },
);

test.each(Object.entries(forms))(
  'sent back as it was read, with one other answer, a change is made (%s)',
  async (_, form) => {
    const { revise, stored } = await aWorld();
    const read = tell(form, await stored())['answers'] as object;
    expect(await revise(form, { ...read, name: 'Bea' })).toMatchObject({ ok: true });
    expect((await stored()).answers).toEqual({ ...answered, name: 'Bea' });
  },
);

test('an option that is gone can be given up, and others chosen beside it, but not chosen anew', async () => {
  const { revise, stored } = await aWorld();
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

test('an answer that is another question by now can be given anew', async () => {
  const { revise, stored } = await aWorld();
  await revise(same, { name: 'Ada', age: 40 });
  expect((await stored()).answers).toMatchObject({ age: 40, web: 'ada.example' });
});

test('what nobody asked and nobody answered is refused as ever', async () => {
  const { revise } = await aWorld();
  for (const sent of [
    { name: 'Ada', web: 'bea.example' },
    { name: 'Ada', more: 'x' },
    { name: 'Ada', constructor: 'x' },
  ])
    expect(await revise(same, sent)).toMatchObject({ problem: { code: 'invalid' } });
});

test('made over a version that its sender has not seen it is stale, and not invalid for what that one kept', async () => {
  const { revise } = await aWorld();
  await revise(same, { name: 'Ada', likes: ['tea'] });
  const late = await revise(same, { name: 'Bea', likes: ['milk', 'rum'] });
  expect(late).toMatchObject({ problem: { code: 'stale', current: { version: 2 } } });
});

test('the same change twice is one change, and is answered as it was', async () => {
  const { revise, stored } = await aWorld();
  const operation = randomUUID();
  const sent = { name: 'Bea', likes: ['milk', 'rum'] };
  const once = await revise(same, sent, { operation });
  const twice = await revise(same, sent, { operation });
  const told = (it: typeof once) => it.ok && tell(same, it.value.entry);
  expect(told(twice)).toEqual(told(once));
  expect(await stored()).toMatchObject({ version: 2 });
});

test('what `migrate` keeps beside the questions of today is told', async () => {
  const { stored } = await aWorld({ name: 'Ada', web: 'ada.example' });
  expect(tell(migrating, await stored())).toMatchObject({
    formVersion: 2,
    answers: { name: 'Ada', web: 'ada.example' },
  });
});

test('an option that is gone is counted, for it was chosen', async () => {
  const { deps } = await aWorld();
  const { fields: counted } = await summary(deps, same);
  expect(counted['likes']?.options).toEqual({ tea: 0, milk: 1, rum: 1 });
  expect(counted['size']?.options).toEqual({ s: 0, l: 1 });
});
