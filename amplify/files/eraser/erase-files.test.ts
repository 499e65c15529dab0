import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { anEntry, erased, restored, revised, withdrawn } from '#core/testing/sample-entries.ts';
import { aJpeg, referenceTo } from '#core/testing/sample-files.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { toAttributes } from '../../dynamodb/attribute-values.ts';
import { createDynamoStore } from '../../entries/dynamo-store.ts';
import { toItem, toKeptAnswersItem } from '../../entries/entry-item.ts';
import { createMemoryTable } from '../../testing/memory-table.ts';
import { eraseFiles } from './erase-files.ts';

/** An entry with two files that have arrived. */
async function withFiles() {
  const references = [referenceTo(aJpeg()), referenceTo(aJpeg())] as const;
  const entry: StoredEntry = { ...anEntry({ answers: { photos: references } }), hasFiles: true };
  const { username, form, id } = entry;
  const [store, files] = [createDynamoStore(createMemoryTable()), createMemoryFileStore()];
  await store.insert(entry);
  for (const file of references) {
    const key = { username, form, id, file: file.id };
    await files.send(await files.putRequest(key, file), aJpeg());
    await files.keep(key);
    await store.addArrivedFile(entry, file.id);
  }
  const log: string[] = [];
  return {
    entry,
    ids: references.map((it) => it.id),
    references,
    store,
    files,
    log,
    erase: (...Records: DynamoDBRecord[]) =>
      eraseFiles({ store, files, log: (line) => void log.push(line) }, { Records }),
    left: async () => (await files.keys()).map((key) => key.split('/')[3]).toSorted(),
  };
}

function record(before: object | undefined, after: object | undefined): DynamoDBRecord {
  return {
    dynamodb: {
      SequenceNumber: '1',
      ...(before && { OldImage: toAttributes(plain(before)) as never }),
      ...(after && { NewImage: toAttributes(plain(after)) as never }),
    },
  };
}

function plain(item: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(item)) as Record<string, unknown>;
}

test('the files of an erased entry are deleted', async () => {
  const { entry, erase, left } = await withFiles();
  const gone = erased(entry);
  for (let time = 0; time < 2; time += 1)
    expect(await erase(record(toItem(entry), toItem(gone)))).toEqual({ batchItemFailures: [] });
  expect(await left()).toEqual([]);
});

test('the files of an entry that is withdrawn and restored stay', async () => {
  const { entry, ids, erase, left, store } = await withFiles();
  const gone = withdrawn(entry);
  await store.update(gone);
  await erase(record(toItem(entry), toItem(gone)));
  const back = restored(gone);
  await store.update(back);
  await erase(record(toItem(gone), toItem(back)));
  // The kept answers expire although the entry was restored.
  await erase(record(toKeptAnswersItem(gone), undefined));
  expect(await left()).toEqual(ids.toSorted());
});

test('the files of a withdrawn entry are deleted when its answers expire', async () => {
  const { entry, erase, left, store, files } = await withFiles();
  const gone = withdrawn(entry);
  await store.update(gone);
  const kept = toKeptAnswersItem(gone);
  expect(kept).toMatchObject({ hasFiles: true });
  await erase(record(kept, { ...kept, version: 9 }));
  expect(await left()).toHaveLength(2);
  // As the store finds it once they have expired.
  const expired = { ...store, find: async () => ({ ...gone, erased: true as const }) };
  await eraseFiles(
    { store: expired, files, log: () => {} },
    { Records: [record(kept, undefined)] },
  );
  expect(await left()).toEqual([]);
});

test('a file that a revision dropped is deleted and forgotten, and the other stays', async () => {
  const { entry, references, ids, erase, left, store } = await withFiles();
  const next = revised(entry, { answers: { photos: [references[1]] } });
  await store.update(next);
  await erase(record(toItem(entry), toItem(next)));
  expect(await left()).toEqual([ids[1]]);
  expect((await store.find(entry))?.filesArrived).toEqual([ids[1]]);
});

test('a file that a later revision took back stays', async () => {
  const { entry, references, ids, erase, left, store } = await withFiles();
  const next = revised(entry, { answers: {} });
  const again = revised(next, { answers: { photos: references } });
  for (const it of [next, again]) await store.update(it);
  await erase(record(toItem(entry), toItem(next)));
  expect(await left()).toEqual(ids.toSorted());
  expect((await store.find(entry))?.filesArrived).toEqual(ids);
});

test('an arrival and other changes delete nothing', async () => {
  const { entry, ids, erase, left } = await withFiles();
  const item = toItem(entry);
  await erase(
    record(item, { ...item, filesArrived: ids }),
    record(undefined, item),
    record({ ...item, sk: 'mail#form#1' }, undefined),
  );
  expect(await left()).toEqual(ids.toSorted());
});

test('a record that fails is delivered again, and the others are not', async () => {
  const { entry, store, files, log } = await withFiles();
  const failing = {
    ...files,
    async removeAll() {
      throw Object.assign(new Error('form/somebody/secret'), { name: 'SlowDown' });
    },
  };
  const Records = [record(toItem(entry), toItem(erased(entry)))];
  const deps = { store, files: failing, log: (line: string) => void log.push(line) };
  expect(await eraseFiles(deps, { Records })).toEqual({
    batchItemFailures: [{ itemIdentifier: '1' }],
  });
  expect(log).toEqual(['{"sequence":"1","outcome":"stuck","code":"SlowDown"}']);
});
