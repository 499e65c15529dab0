import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { revise } from '../entries/revise.ts';
import { submit } from '../entries/submit.ts';
import { withdraw } from '../entries/withdraw.ts';
import { restore } from '../entries/restore.ts';
import { text } from '../fields/index.ts';
import { defineForm } from '../form/define-form.ts';
import { createMemoryStore } from '../testing/memory-store.ts';

const opens = '2026-03-01T09:00:00+01:00';
const closes = '2026-03-10T18:00:00+01:00';

const application = defineForm({
  id: 'application',
  version: 1,
  title: '',
  action: '',
  limits: { opens, closes, graceDays: 2 },
  fields: { name: text({ label: 'Name' }) },
});

/** A store, and how it answers at different times. */
function applying() {
  let time = new Date(opens);
  const deps = {
    store: createMemoryStore(),
    now: () => time,
    random: () => 0,
    digest: (it: string) => it,
  };
  const id = randomUUID();
  const key = { username: 'ada', form: application.id, id };
  const sent = { form: application, formVersion: 1 };
  const at = async <It>(when: string, act: () => Promise<It>): Promise<It> => {
    time = new Date(when);
    return act();
  };
  const target = { key, changeId: randomUUID() };
  return {
    stored: () => deps.store.find(key),
    submit: (when: string, savedAt?: string) =>
      at(when, () => submit(deps, { ...key, ...sent, body: { name: 'Ada' }, savedAt })),
    revise: (when: string, savedAt?: string) =>
      at(when, () =>
        revise(deps, { ...sent, ...target, ifVersion: 1, body: { name: 'Eve' }, savedAt }),
      ),
    withdraw: (when: string) => at(when, () => withdraw(deps, { ...target, permanent: false })),
    restore: (when: string) =>
      at(when, () => restore(deps, { form: application, key, changeId: randomUUID() })),
  };
}

const refusedAs = (code: string) => ({ ok: false, problem: { code } });

test.each([
  ['2026-03-01T07:59:59.999Z', refusedAs('not_open_yet')],
  ['2026-03-01T08:00:00.000Z', { ok: true }],
  ['2026-03-10T16:59:59.999Z', { ok: true }],
  ['2026-03-10T17:00:00.000Z', refusedAs('closed')],
])('an entry that arrives at %s: %j', async (when, outcome) => {
  const { submit, stored } = applying();
  expect(await submit(when)).toMatchObject(outcome);
  expect(Boolean(await stored())).toBe('ok' in outcome && outcome.ok);
});

test.each([
  [
    'a minute before, and arrives a day later',
    '2026-03-10T16:59:00Z',
    '2026-03-11T17:00:00Z',
    true,
  ],
  [
    'a minute before, and arrives just within the days of grace',
    '2026-03-10T16:59:00Z',
    '2026-03-12T16:59:59Z',
    true,
  ],
  [
    'a minute before, and arrives after the days of grace',
    '2026-03-10T16:59:00Z',
    '2026-03-12T17:00:00Z',
    false,
  ],
  ['when it closed', '2026-03-10T17:00:00Z', '2026-03-10T17:01:00Z', false],
  ['in the future', '2027-01-01T00:00:00Z', '2026-03-10T17:01:00Z', false],
])('an entry that was saved %s', async (_, savedAt, when, isAccepted) => {
  const { submit, stored } = applying();
  expect(await submit(when, savedAt)).toMatchObject(
    isAccepted ? { ok: true } : refusedAs('closed'),
  );
  if (isAccepted) {
    const iso = new Date(savedAt).toISOString();
    expect(await stored()).toMatchObject({ isLate: true, savedAt: iso });
  } else expect(await stored()).toBeUndefined();
});

test('an entry that arrives in time is not late, whenever it was saved', async () => {
  const { submit, stored } = applying();
  await submit('2026-03-09T00:00:00Z', '2026-03-08T00:00:00Z');
  expect(await stored()).not.toHaveProperty('isLate');
  expect(await stored()).not.toHaveProperty('savedAt');
});

test('the retry of an entry that was stored in time is answered as before, long after the form has closed', async () => {
  const { submit } = applying();
  await submit('2026-03-09T00:00:00Z');
  expect(await submit('2026-12-24T00:00:00Z')).toMatchObject({
    ok: true,
    value: { replayed: true },
  });
});

test('after a form has closed, its entries can be withdrawn and restored, and not revised', async () => {
  const { submit, revise, withdraw, restore, stored } = applying();
  await submit('2026-03-09T00:00:00Z');
  const later = '2026-03-10T18:00:00Z';
  expect(await revise(later)).toMatchObject(refusedAs('closed'));
  expect(await withdraw(later)).toMatchObject({ ok: true });
  expect(await restore(later)).toMatchObject({ ok: true });
  expect(await stored()).toMatchObject({ version: 3, answers: { name: 'Ada' } });
});

test('a revision that was saved in time is accepted late, and its retry is answered as before', async () => {
  const { submit, revise, stored } = applying();
  await submit('2026-03-09T00:00:00Z');
  expect(await revise('2026-03-11T00:00:00Z', '2026-03-10T16:00:00Z')).toMatchObject({ ok: true });
  expect(await stored()).toMatchObject({ answers: { name: 'Eve' }, isLate: true });
  expect(await revise('2026-12-24T00:00:00Z')).toMatchObject({
    ok: true,
    value: { earlier: { version: 2 } },
  });
});
