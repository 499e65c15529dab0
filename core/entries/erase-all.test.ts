import { expect, test } from 'vitest';
import { forms } from '#forms/index.ts';
import { eraseAll } from './erase-all.ts';
import { createMemoryStore } from './memory-store.ts';
import { anEntry, withdrawn } from './sample-entries.contract.ts';
import { settling } from './store.ts';
import { submit } from './submit.ts';

function aWorld() {
  let time = Date.parse('2026-01-01T12:00:00.000Z');
  const store = createMemoryStore();
  const deps = { store, now: () => new Date(time), random: () => 0, digest: (it: string) => it };
  return {
    store,
    pass: (milliseconds: number) => void (time += milliseconds),
    erase: (username = 'ada') => eraseAll(deps, username),
    send: (username: string, id: string) =>
      submit(deps, {
        form: forms[0],
        body: { fname: 'Mickey', lname: 'Mouse' },
        formVersion: 1,
        username,
        id,
      }),
  };
}

const username = 'ada';

test('everything of a person is erased, of forms that are no more too, and nothing of another', async () => {
  const { store, erase, pass } = aWorld();
  const live = anEntry({ username });
  const away = anEntry({ username });
  const ofNoForm = anEntry({ username, form: 'taken-out' });
  const another = anEntry({ username: 'bob' });
  for (const it of [live, away, ofNoForm, another]) await store.insert(it);
  await store.update(withdrawn(away));
  expect(await erase()).toEqual({ erased: 3, done: false });
  pass(settling);
  expect(await erase()).toEqual({ erased: 0, done: true });
  for (const it of [live, away, ofNoForm])
    expect(await store.find(it)).toMatchObject({ answers: {}, erased: true });
  expect(await store.find(another)).toEqual(another);
});

test('more than fits in one request is erased by the next ones', async () => {
  const { store, erase } = aWorld();
  for (let count = 0; count < 230; count += 1) await store.insert(anEntry({ username }));
  expect([await erase(), await erase(), await erase()].map((it) => it.erased)).toEqual([
    100, 100, 30,
  ]);
});

test('it is done only when what was on its way must have arrived', async () => {
  const { erase, pass } = aWorld();
  expect(await erase()).toEqual({ erased: 0, done: false });
  pass(settling - 1);
  expect(await erase()).toEqual({ erased: 0, done: false });
  pass(1);
  expect(await erase()).toEqual({ erased: 0, done: true });
});

test('from then on a submission is answered as gone, new or repeated, and stores nothing', async () => {
  const { store, erase, send } = aWorld();
  const [before, late] = [anEntry().id, anEntry().id];
  expect(await send(username, before)).toMatchObject({ ok: true });
  await erase();
  for (const id of [before, late, late])
    expect(await send(username, id)).toEqual({ ok: false, problem: { code: 'gone' } });
  expect(await store.find({ username, form: forms[0].id, id: late })).toBeUndefined();
  expect(await send('bob', late)).toMatchObject({ ok: true });
});
