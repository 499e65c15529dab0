import { expect, test } from 'vitest';
import { createMemoryStore } from '../testing/memory-store.ts';
import { anEntry, revised } from '../testing/sample-entries.ts';
import { currentVersion } from './current-version.ts';
import { listVersions } from './list-versions.ts';

test('who may see the rows of the north sees the versions that were in the north', async () => {
  const store = createMemoryStore();
  const first = anEntry({ answers: { region: 'south', note: 'a' } });
  const second = revised(first, { answers: { region: 'north', note: 'b' } });
  const third = revised(second, { answers: { region: 'north', note: 'c' } });
  await store.insert(first);
  await store.update(second, undefined, currentVersion(first));
  await store.update(third, undefined, currentVersion(second));
  const rows = { question: 'region', values: ['north'] };
  const listed = await listVersions({ store }, { key: first, rows });
  expect(listed).toMatchObject({ value: { versions: [{ version: 3 }, { version: 2 }] } });
  const all = await listVersions({ store }, { key: first });
  expect(all).toMatchObject({ value: { versions: [{}, {}, { version: 1 }] } });
});

test('an id that is none finds nothing', async () => {
  const key = { ...anEntry(), id: 'x' };
  const listed = await listVersions({ store: createMemoryStore() }, { key });
  expect(listed).toEqual({ ok: false, problem: { code: 'not_found' } });
});
