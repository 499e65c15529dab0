import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { adopt } from '../entries/adopt.ts';
import { eraseAll } from '../entries/erase-all.ts';
import { restore } from '../entries/restore.ts';
import { revise } from '../entries/revise.ts';
import { submit } from '../entries/submit.ts';
import { withdraw } from '../entries/withdraw.ts';
import { choice, choices, text } from '../fields/index.ts';
import { defineForm, type Form } from '../form/define-form.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import type { FormLimits } from './form-limits.ts';
import { seatsLeft } from './seats-left.ts';

const workshops = (limits: FormLimits): Form =>
  defineForm({
    id: 'workshops',
    version: 1,
    title: '',
    action: '',
    limits,
    fields: {
      name: text({ label: 'Name', optional: true }),
      day: choice({
        label: 'Day',
        options: [
          ['mon', 'Monday'],
          ['tue', 'Tuesday'],
          ['other', 'Another'],
        ],
        other: 'other',
        optional: true,
      }),
      meals: choices({
        label: 'Meals',
        options: [
          ['noon', 'Noon'],
          ['night', 'Night'],
        ],
        optional: true,
      }),
    },
  });

/** A form with these limits, and what people do with it. */
function booking(limits: FormLimits) {
  const deps = {
    store: createMemoryStore(),
    now: () => new Date('2026-01-01T12:00:00Z'),
    random: () => 0,
    digest: (it: string) => it,
  };
  const form = workshops(limits);
  const entry = (username = 'ada', id = randomUUID()) => {
    const key = { username, form: form.id, id };
    const target = (changeId = randomUUID()) => ({ key, changeId });
    return {
      id,
      submit: (body: object) => submit(deps, { ...key, form, formVersion: 1, body }),
      revise: (body: object, ifVersion = 1, changeId = randomUUID()) =>
        revise(deps, { form, formVersion: 1, body, ifVersion, ...target(changeId) }),
      withdraw: (permanent = false) => withdraw(deps, { ...target(), permanent }),
      restore: () => restore(deps, { form, ...target() }),
    };
  };
  const left = (username = 'ada') => seatsLeft(deps, { form, username });
  return { deps, entry, left, form };
}

const full = (field?: string) => ({
  problem: { code: 'full', ...(field && { errors: [{ field }] }) },
});

test('a form accepts as many entries as it says, and another when one is withdrawn or erased', async () => {
  const { entry, left } = booking({ entries: 2 });
  const [first, second, third] = [entry(), entry(), entry()];
  for (const it of [first, second])
    expect(await it.submit({ day: 'mon' })).toMatchObject({ ok: true });
  expect(await third.submit({ day: 'mon' })).toMatchObject(full());
  expect(await left()).toMatchObject({ entries: { taken: 2, max: 2 } });
  await first.withdraw();
  expect(await third.submit({ day: 'mon' })).toMatchObject({ ok: true });
  expect(await first.restore()).toMatchObject(full());
  await second.withdraw(true);
  expect(await first.restore()).toMatchObject({ ok: true });
});

test('a retry of a stored entry is answered as before, though the form is full', async () => {
  const { entry, left } = booking({ entries: 1 });
  const it = entry();
  await it.submit({ day: 'mon' });
  expect(await it.submit({ day: 'mon' })).toMatchObject({ ok: true, value: { replayed: true } });
  expect(await left()).toMatchObject({ entries: { taken: 1 } });
});

test('an option is chosen as often as it says, and the problem names the question but no answer', async () => {
  const { entry } = booking({ perOption: { day: { mon: 1 } } });
  await entry().submit({ day: 'mon' });
  const refused = await entry().submit({ day: 'mon' });
  expect(refused).toMatchObject(full('day'));
  expect(JSON.stringify(refused)).not.toMatch(/mon/i);
  expect(await entry().submit({ day: 'tue' })).toMatchObject({ ok: true });
  expect(await entry().submit({})).toMatchObject({ ok: true });
});

test('each chosen option takes a seat, also the one that asks for a text', async () => {
  const perOption = { day: { other: 1 }, meals: { noon: 5, night: 5 } };
  const { entry, left } = booking({ perOption });
  await entry().submit({ day: { other: 'Friday' }, meals: ['noon', 'night'] });
  await entry().submit({ day: 'mon', meals: ['noon'] });
  expect((await left()).perOption).toEqual({
    day: { other: { taken: 1, max: 1 } },
    meals: { noon: { taken: 2, max: 5 }, night: { taken: 1, max: 5 } },
  });
  expect(await entry().submit({ day: { other: 'Sunday' } })).toMatchObject(full('day'));
});

test('a revision moves the seat, and keeps it where the other option is full', async () => {
  const { entry, left } = booking({ entries: 9, perOption: { day: { mon: 1, tue: 1 } } });
  const [ada, bob] = [entry('ada'), entry('bob')];
  await ada.submit({ day: 'mon' });
  expect(await ada.revise({ day: 'tue' })).toMatchObject({ ok: true });
  await bob.submit({ day: 'mon' });
  expect(await bob.revise({ day: 'tue' })).toMatchObject(full('day'));
  expect(await bob.revise({ day: 'mon', name: 'Bob' })).toMatchObject({ ok: true });
  expect((await left()).perOption).toMatchObject({ day: { mon: { taken: 1 }, tue: { taken: 1 } } });
  expect((await left()).entries).toEqual({ taken: 2, max: 9 });
});

test('one author sends as many entries as the form says', async () => {
  const { entry, left } = booking({ perAuthor: 1 });
  await entry('ada').submit({ day: 'mon' });
  expect(await entry('ada').submit({ day: 'tue' })).toMatchObject({
    problem: { code: 'limit_reached' },
  });
  expect(await left('bob')).toMatchObject({ perAuthor: { taken: 0, max: 1 } });
});

test('an entry from before there was a limit is not counted until it chooses another option', async () => {
  const { entry, deps } = booking({});
  const before = entry();
  await before.submit({ day: 'mon' });
  const form = workshops({ entries: 5, perOption: { day: { mon: 1, tue: 1 } } });
  const key = { username: 'ada', form: form.id, id: before.id };
  const change = (body: object, ifVersion: number) =>
    revise(deps, { form, formVersion: 1, key, changeId: randomUUID(), body, ifVersion });
  await change({ day: 'mon', name: 'Ada' }, 1);
  expect(await deps.store.find(key)).not.toHaveProperty('seats');
  await change({ day: 'tue' }, 2);
  expect((await deps.store.find(key))?.seats).toEqual(['option#day#tue']);
  await change({ day: 'mon' }, 3);
  expect((await deps.store.find(key))?.seats).toEqual(['option#day#mon']);
});

test('erasing all entries of a person frees their seats', async () => {
  const { entry, left, deps } = booking({ entries: 5, perOption: { day: { mon: 5 } } });
  await entry('ada').submit({ day: 'mon' });
  await entry('bob').submit({ day: 'mon' });
  await eraseAll(deps, 'ada');
  expect(await left()).toMatchObject({
    entries: { taken: 1 },
    perOption: { day: { mon: { taken: 1 } } },
  });
});

test('an adopted entry keeps its seat, and counts for its new author', async () => {
  const { entry, left, deps } = booking({
    entries: 5,
    perAuthor: 2,
    perOption: { day: { mon: 5 } },
  });
  await entry('open#device').submit({ day: 'mon' });
  await entry('ada').submit({ day: 'tue' });
  const authors = { from: 'open#device', to: 'ada' };
  await adopt(deps, authors);
  await adopt(deps, authors);
  expect(await left('ada')).toMatchObject({
    entries: { taken: 2 },
    perAuthor: { taken: 2 },
    perOption: { day: { mon: { taken: 1 } } },
  });
  expect(await left('open#device')).toMatchObject({ perAuthor: { taken: 0 } });
});
