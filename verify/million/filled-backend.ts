import { join } from 'node:path';
import { loadFields, type Form } from '../../core/form/define-form.ts';
import type { StoredEntry } from '../../core/entries/store/entry-store.ts';
import { countsOfMany } from '../counts/large-counts.ts';
import { splitCounts } from '../../core/summary/split-counts.ts';
import { addToParts } from '../../amplify/counts/add-to-parts.ts';
import { mostShards, recountedKey } from '../../amplify/counts/counts-items.ts';
import type { Item } from '../../amplify/entries/dynamo-table.ts';
import { toItem } from '../../amplify/entries/entry-item.ts';
import { startTestBackend, type TestBackend } from '../../e2e/testing/backend/test-backend.ts';
import { fillEngine } from './fill-engine.ts';
import { manyEntries } from './many-entries.ts';

/** A backend in which a form has so many entries, all of them counted. */
export type FilledBackend = TestBackend & { readonly entries: number };

export async function startFilledBackend(form: Form, entries: number): Promise<FilledBackend> {
  await loadFields(form);
  const backend = await startTestBackend();
  const file = join(backend.folder, 'state', 'dynamodb.sqlite');
  fillEngine(file, itemsOf(await manyEntries(form, entries)));
  for (let shard = 0; shard < mostShards; shard += 1)
    fillEngine(file, countsItems(form, await manyEntries(form, entries), shard));
  const recountedAt = new Date().toISOString();
  fillEngine(file, [{ ...recountedKey(form.id), recountedAt }]);
  return { ...backend, entries };
}

function* itemsOf(entries: Iterable<StoredEntry>): Generator<Item> {
  for (const it of entries) yield toItem(it);
}

/** What the function that counts would have stored in one shard of four. */
function countsItems(form: Form, entries: Iterable<StoredEntry>, shard: number): readonly Item[] {
  const parts = splitCounts(form, countsOfMany(form, everyFourth(entries, shard)));
  const at = new Date();
  return addToParts([], { form: form.id, at, shard, parts }).flatMap((it) =>
    'put' in it ? [it.put] : [],
  );
}

function* everyFourth(entries: Iterable<StoredEntry>, first: number): Generator<StoredEntry> {
  let n = 0;
  for (const it of entries) if (n++ % mostShards === first) yield it;
}
