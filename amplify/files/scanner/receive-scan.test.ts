import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { anEntry } from '#core/testing/sample-entries.ts';
import { aJpeg, referenceTo } from '#core/testing/sample-files.ts';
import { createDynamoStore } from '../../entries/dynamo-store.ts';
import { createMemoryTable } from '../../testing/memory-table.ts';
import { aScan } from '#core/testing/scan-events.ts';
import { objectKey, smallObjectKey } from '../object-key.ts';
import { receiveScan } from './receive-scan.ts';

/** An entry with a picture that has arrived, and its small copy. */
async function withPicture() {
  const file = referenceTo(aJpeg());
  const entry = { ...anEntry({ answers: { photos: [file] } }), hasFiles: true } as const;
  const { username, form, id } = entry;
  const key = { username, form, id, file: file.id };
  const [store, files] = [createDynamoStore(createMemoryTable()), createMemoryFileStore()];
  await store.insert(entry);
  await files.send(await files.putRequest(key, file), aJpeg());
  await files.putSmall(key, Uint8Array.of(1));
  await store.addArrivedFile(entry, file.id, true);
  const log: string[] = [];
  const deps = { store, files, bucket: 'files', log: (line: string) => void log.push(line) };
  const eTag = createHash('md5').update(aJpeg()).digest('hex');
  const receive = (status: string, name: string) =>
    receiveScan(deps, aScan(status, { bucketName: 'files', objectKey: name, eTag }));
  return {
    file,
    log,
    ofFile: (status: string) => receive(status, objectKey(key)),
    ofSmall: (status: string) => receive(status, smallObjectKey(key)),
    left: async () => (await files.keys()).length,
    stored: () => store.find(entry),
  };
}

const line = (result: string, outcome: string) =>
  JSON.stringify({ event: 'scanned', result, outcome });

test('a result is recorded, however often it arrives, and the log has no key of an object', async () => {
  const { file, log, ofFile, left, stored } = await withPicture();
  for (let time = 0; time < 2; time += 1) await ofFile('NO_THREATS_FOUND');
  const { sha256 } = file;
  expect((await stored())?.fileChecks).toEqual({ [file.id]: { sha256, result: 'clean' } });
  for (let time = 0; time < 2; time += 1) await ofFile('THREATS_FOUND');
  expect(await left()).toBe(0);
  expect(await stored()).toMatchObject({ filesArrived: [], version: 1 });
  expect(log).toEqual([
    line('clean', 'recorded'),
    line('clean', 'recorded'),
    line('malware', 'removed'),
    line('malware', 'replaced'),
  ]);
});

test('a small copy goes alone if malware is found in it, and its result says nothing of the picture', async () => {
  const { file, ofSmall, left, stored } = await withPicture();
  await ofSmall('NO_THREATS_FOUND');
  expect(await left()).toBe(2);
  await ofSmall('THREATS_FOUND');
  expect(await left()).toBe(1);
  expect((await stored())?.fileChecks?.[file.id]?.result).toBe('awaited');
});
