import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMemoryFileStore } from '../testing/memory-file-store.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { anEntry, erased, restored, revised, withdrawn } from '../testing/sample-entries.ts';
import { aJpeg, referenceTo } from '../testing/sample-files.ts';
import { confirmFile } from './confirm-file.ts';
import { partSize } from './file-transfer.ts';
import { openFile } from './open-file.ts';
import { recordScan, type Scan } from './record-scan.ts';
import { sendFile } from './send-file.ts';

/** A stored entry that refers to a file with these bytes, where files are scanned. */
async function withFile(bytes = aJpeg()) {
  const file = referenceTo(bytes);
  const entry = { ...anEntry({ answers: { photos: [file] } }), hasFiles: true } as const;
  const { username, form, id } = entry;
  const key = { username, form, id, file: file.id };
  const [store, files] = [createMemoryStore(), createMemoryFileStore()];
  await store.insert(entry);
  const deps = { store, files, scansFiles: true, now: () => new Date() };
  const scanned = async (result: Scan['result']) => {
    const { tag = '' } = (await files.fingerprint(key)) ?? {};
    return { tag, result };
  };
  return {
    entry,
    file,
    key,
    store,
    files,
    scanned,
    send: async () => files.send(await files.putRequest(key, file), bytes),
    start: () => sendFile(deps, key),
    confirm: (upload?: string) => confirmFile(deps, key, upload),
    record: (scan: Scan) => recordScan(deps, key, scan),
    open: (isSmall = false) => openFile(deps, key, isSmall),
    keys: () => files.keys(),
  };
}

const problem = (code: string) => ({ ok: false, problem: { code } });
const isOk = expect.objectContaining({ ok: true });

test('a file is closed until nothing was found in it, and so is its small copy', async () => {
  const { files, key, send, confirm, record, scanned, open } = await withFile();
  await send();
  await files.putSmall(key, Uint8Array.of(1));
  expect(await confirm()).toEqual(isOk);
  for (const isSmall of [false, true])
    expect(await open(isSmall)).toEqual(problem('file_being_checked'));
  expect(await record(await scanned('clean'))).toBe('recorded');
  for (const isSmall of [false, true]) expect(await open(isSmall)).toEqual(isOk);
});

test('malware is deleted with its small copy, and is neither accepted nor sent again', async () => {
  const { files, key, send, start, confirm, record, scanned, open, keys } = await withFile();
  await send();
  await confirm();
  await files.putSmall(key, Uint8Array.of(1));
  const scan = await scanned('malware');
  expect([await record(scan), await record(scan)]).toEqual(['removed', 'replaced']);
  expect(await keys()).toEqual([]);
  for (const refused of [await start(), await confirm(), await open(), await open(true)])
    expect(refused).toEqual(problem('file_has_malware'));
});

test('malware that is found before the file is confirmed is not confirmed', async () => {
  const { send, start, confirm, record, scanned, keys } = await withFile();
  await send();
  await record(await scanned('malware'));
  for (const refused of [await confirm(), await start()])
    expect(refused).toEqual(problem('file_has_malware'));
  expect(await keys()).toEqual([]);
});

test('malware that is found while the file is confirmed is not confirmed', async () => {
  const { files, store, key, send, record, scanned, keys } = await withFile();
  await send();
  const scan = await scanned('malware');
  const during: typeof files = {
    ...files,
    async keep(it) {
      const isKept = await files.keep(it);
      await record(scan);
      return isKept;
    },
  };
  const deps = { store, files: during, scansFiles: true, now: () => new Date() };
  expect(await confirmFile(deps, key)).toEqual(problem('file_has_malware'));
  expect(await keys()).toEqual([]);
});

test('a function that is stopped after it recorded malware deletes it at the next attempt', async () => {
  const { files, store, key, send, confirm, record, scanned, keys } = await withFile();
  await send();
  await confirm();
  const scan = await scanned('malware');
  const stopping = { ...files, remove: () => Promise.reject(new Error('Stopped.')) };
  await expect(recordScan({ store, files: stopping }, key, scan)).rejects.toThrow('Stopped.');
  expect(await record(scan)).toBe('removed');
  expect(await keys()).toEqual([]);
});

test('a file that could not be scanned stays closed, and is kept until a later scan succeeds', async () => {
  const { send, confirm, record, scanned, open, keys } = await withFile();
  await send();
  await confirm();
  await record(await scanned('impossible'));
  expect(await open()).toEqual(problem('file_not_checked'));
  expect(await keys()).toHaveLength(1);
  await record(await scanned('clean'));
  expect(await open()).toEqual(isOk);
});

test('without scans a file is open as soon as it has arrived', async () => {
  const { store, files, key, send, open } = await withFile();
  await send();
  await confirmFile({ store, files, scansFiles: false, now: () => new Date() }, key);
  expect(await open()).toEqual(isOk);
});

test('a result about other bytes than those that are stored says nothing', async () => {
  const { send, confirm, record, open, keys } = await withFile();
  await send();
  await confirm();
  const tag = createHash('md5').update(aJpeg(9)).digest('hex');
  for (const result of ['clean', 'malware'] as const)
    expect(await record({ tag, result })).toBe('replaced');
  expect(await open()).toEqual(problem('file_being_checked'));
  expect(await keys()).toHaveLength(1);
});

/** A large file of which all parts have arrived, and nobody has examined it. */
async function inParts() {
  const bytes = aJpeg(partSize + 5).fill(7, 9);
  const fixture = await withFile(bytes);
  const { files, key, file } = fixture;
  const upload = await files.beginUpload(key, file);
  for (const { number, size, ...request } of (await files.missingParts(key, file, upload)) ?? [])
    await files.send(request, bytes.subarray((number - 1) * partSize).subarray(0, size));
  await files.completeUpload(key, file, upload);
  return { ...fixture, upload };
}

test('of a file in parts, nothing but malware counts before its bytes were compared', async () => {
  const { confirm, upload, record, scanned, open } = await inParts();
  expect(await record(await scanned('clean'))).toBe('unused');
  expect(await confirm(upload)).toEqual(isOk);
  expect(await open()).toEqual(problem('file_being_checked'));
  expect(await record(await scanned('clean'))).toBe('recorded');
  expect(await open()).toEqual(isOk);
  const other = await inParts();
  expect(await other.record(await other.scanned('malware'))).toBe('removed');
  expect(await other.confirm(other.upload)).toEqual(problem('file_has_malware'));
});

test('a late result deletes malware of an entry that was withdrawn, revised or erased meanwhile', async () => {
  for (const change of [withdrawn, revised, erased]) {
    const { entry, store, send, confirm, record, scanned, keys } = await withFile();
    await send();
    await confirm();
    await store.update(change(entry));
    expect(await record(await scanned('malware'))).toBe('removed');
    expect(await keys()).toEqual([]);
  }
});

test('an entry that is restored says that malware was found meanwhile', async () => {
  const { entry, store, send, confirm, start, record, scanned } = await withFile();
  await send();
  await confirm();
  const gone = withdrawn(entry);
  await store.update(gone);
  await record(await scanned('malware'));
  await store.update(restored(gone));
  expect(await start()).toEqual(problem('file_has_malware'));
});

test('whatever the order of results and confirmations, and however often they repeat, they end the same', async () => {
  const step = fc.constantFrom('confirm', 'impossible', 'clean', 'malware');
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const { send, start, confirm, record, scanned, open, keys } = await withFile();
      await send();
      const scans = {
        impossible: await scanned('impossible'),
        clean: await scanned('clean'),
        malware: await scanned('malware'),
      };
      for (const it of steps) await (it === 'confirm' ? confirm() : record(scans[it]));
      const isMalware = steps.includes('malware');
      expect(await keys()).toHaveLength(isMalware ? 0 : 1);
      if (isMalware) {
        for (const refused of [await start(), await confirm(), await open()])
          expect(refused).toEqual(problem('file_has_malware'));
        return;
      }
      await confirm();
      const other = steps.includes('impossible') ? 'file_not_checked' : 'file_being_checked';
      expect(await open()).toEqual(steps.includes('clean') ? isOk : problem(other));
    }),
  );
});
