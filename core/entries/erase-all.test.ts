import { expect, test } from 'vitest';
import { exampleForms } from '#forms/testing/example-forms.ts';
import { eraseAll } from './erase-all.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { anEntry, withdrawn } from '../testing/sample-entries.ts';
import { settlingTime } from './store/entry-store.ts';
import { submit } from './submit.ts';

function openStore() {
  let time = Date.parse('2026-01-01T12:00:00.000Z');
  const store = createMemoryStore();
  const deps = { store, now: () => new Date(time), random: () => 0, digest: (it: string) => it };
  return {
    store,
    pass: (milliseconds: number) => void (time += milliseconds),
    erase: (username = 'ada') => eraseAll(deps, username),
    send: (username: string, id: string) =>
      submit(deps, {
        form: exampleForms[0],
        body: { fname: 'Mickey', lname: 'Mouse' },
        formVersion: 1,
        username,
        id,
      }),
  };
}

const username = 'ada';

test('all entries of a person are erased, also of forms that no longer exist, and none of another person', async () => {
  const { store, erase, pass } = openStore();
  const live = anEntry({ username });
  const away = anEntry({ username });
  const ofNoForm = anEntry({ username, form: 'taken-out' });
  const another = anEntry({ username: 'bob' });
  for (const it of [live, away, ofNoForm, another]) await store.insert(it);
  await store.update(withdrawn(away));
  expect(await erase()).toEqual({ erased: 3, done: false });
  pass(settlingTime);
  expect(await erase()).toEqual({ erased: 0, done: true });
  for (const it of [live, away, ofNoForm])
    expect(await store.find(it)).toMatchObject({ answers: {}, erased: true });
  expect(await store.find(another)).toEqual(another);
});

test('further requests erase what one request cannot', async () => {
  const { store, erase } = openStore();
  for (let count = 0; count < 230; count += 1) await store.insert(anEntry({ username }));
  expect([await erase(), await erase(), await erase()].map((it) => it.erased)).toEqual([
    100, 100, 30,
  ]);
});

test('it is done only after submissions in progress must have ended', async () => {
  const { erase, pass } = openStore();
  expect(await erase()).toEqual({ erased: 0, done: false });
  pass(settlingTime - 1);
  expect(await erase()).toEqual({ erased: 0, done: false });
  pass(1);
  expect(await erase()).toEqual({ erased: 0, done: true });
});

test('afterwards every submission, new or retried, is refused as gone and stores nothing', async () => {
  const { store, erase, send } = openStore();
  const [before, late] = [anEntry().id, anEntry().id];
  expect(await send(username, before)).toMatchObject({ ok: true });
  await erase();
  for (const id of [before, late, late])
    expect(await send(username, id)).toEqual({ ok: false, problem: { code: 'gone' } });
  expect(await store.find({ username, form: exampleForms[0].id, id: late })).toBeUndefined();
  expect(await send('bob', late)).toMatchObject({ ok: true });
});
