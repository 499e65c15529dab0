import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { FileReference } from '#core/files/file-reference.ts';
import { newId } from '#core/values/id.ts';
import { err } from '#core/values/result.ts';
import { createDatabase } from '../../device/device-database.ts';
import { createVault } from '../../device/vault.ts';
import { createChangeStore } from '../../outbox/changes/change-store.ts';
import { answered, discarded, leaving, triedAgain } from '../../outbox/changes/entry-changes.ts';
import {
  entry,
  refused,
  revision,
  sampleApiEntry,
  sampleChange,
} from '../../testing/sample-changes.ts';
import { createDeviceFiles } from '../device-files.ts';
import { createFakeFileServer } from '../testing/fake-file-server.ts';
import { sendNextFile } from './send-next-file.ts';

const author = 'mickey-1';
const megabyte = 1024 * 1024;
const at = '2026-11-26T12:00:00.000Z';

/** A device with an entry that refers to files of these sizes. */
async function openDevice(...sizes: readonly number[]) {
  const database = createDatabase(`transfers-${crypto.randomUUID()}`);
  const changeStore = createChangeStore({ database, vault: createVault(database) });
  let made = 0;
  const makeId = () =>
    newId({ now: (made += 1), random: crypto.getRandomValues(new Uint8Array(10)) });
  const store = createDeviceFiles({ database, now: () => 0, newId: makeId });
  const files: FileReference[] = [];
  for (const size of sizes) {
    const bytes = new Uint8Array(size);
    for (let i = 0; i < size; i += 1000) bytes[i] = i % 251;
    bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
    const added = await store.add({
      file: new Blob([bytes]),
      name: 'a.pdf',
      author,
      types: ['application/pdf'],
      largest: 100 * megabyte,
    });
    if (!added.ok) throw new Error(added.problem);
    files.push(added.value);
  }
  const server = createFakeFileServer(files);
  const fixture = { now: 0 };
  const change = sampleChange({ answers: { paper: files } });
  const step = (signal = new AbortController().signal) =>
    sendNextFile(
      {
        database,
        changeStore,
        call: server.call,
        fetch: server.fetch,
        now: () => fixture.now,
        random: () => 0.5,
        onChange: () => undefined,
      },
      author,
      signal,
    );
  return {
    database,
    changeStore,
    files,
    server,
    fixture,
    step,
    submit: () => changeStore.update(author, entry, (all) => [...all, change]),
    async deliver() {
      await changeStore.update(author, entry, (it) => leaving(it, change.id));
      const apiEntry = { ...sampleApiEntry(), answers: { paper: files } };
      const answer = { ok: true, value: apiEntry } as const;
      await changeStore.update(author, entry, (it) => answered(it, change.id, { answer, at }));
    },
    discard: () => changeStore.update(author, entry, (it) => discarded(it, change.id)),
    waiting: () => changeStore.transfers(author),
    pieces: () => database((it) => it.count('filePieces')),
  };
}

test('the files of an entry are sent once it is delivered, and their bytes deleted once they are confirmed', async () => {
  const device = await openDevice(10, 2 * megabyte);
  await device.submit();
  expect(await device.step()).toEqual({ is: 'done' });
  expect(device.server.log).toEqual([]);
  expect(await device.waiting()).toHaveLength(2);
  await device.deliver();
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(await device.pieces()).toBe(2);
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(await device.step()).toEqual({ is: 'done' });
  expect(device.server.log).toEqual(['sendFile 0', 'confirmFile 0', 'sendFile 1', 'confirmFile 1']);
  expect(device.server.arrived.size).toBe(2);
  expect(await device.pieces()).toBe(0);
  expect(await device.waiting()).toEqual([]);
});

test('a large file whose connection is cut goes on with the part that is missing', async () => {
  const device = await openDevice(20 * megabyte);
  await device.submit();
  await device.deliver();
  device.server.fixture.dropAt = 2;
  expect(await device.step()).toMatchObject({ is: 'paused' });
  expect(await device.waiting()).toMatchObject([{ sent: 8 * megabyte, size: 20 * megabyte }]);
  expect(await device.step()).toMatchObject({ is: 'paused' });
  device.fixture.now = 60_000;
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(device.server.arrived.size).toBe(1);
  expect(device.server.sentBytes()).toBe(20 * megabyte);
});

test('a file without a network waits longer each time, with its bytes', async () => {
  const device = await openDevice(10);
  await device.submit();
  await device.deliver();
  device.server.fixture.isOffline = true;
  expect(await device.step()).toEqual({ is: 'paused', until: 500 });
  device.fixture.now = 500;
  expect(await device.step()).toEqual({ is: 'paused', until: 1500 });
  expect(await device.pieces()).toBe(1);
  expect(await device.waiting()).toHaveLength(1);
});

test.each(['file_damaged', 'file_not_arrived'])(
  'if the server answers %s, the file is sent again, and nothing is lost',
  async (code) => {
    const device = await openDevice(10);
    await device.submit();
    await device.deliver();
    device.server.fixture.refuses.push(code);
    expect(await device.step()).toMatchObject({ is: 'paused' });
    expect(await device.pieces()).toBe(1);
    device.fixture.now = 60_000;
    expect(await device.step()).toEqual({ is: 'settled' });
    expect(device.server.arrived.size).toBe(1);
  },
);

test('the bytes of a withdrawn entry stay until it can be restored no more, and are sent if it is', async () => {
  const day = 24 * 60 * 60_000;
  const device = await openDevice(10, 20);
  await device.submit();
  await device.deliver();
  device.server.fixture.refuses.push('gone', 'gone');
  for (const days of [0, 1]) {
    device.fixture.now = days * day;
    expect(await device.step()).toEqual({ is: 'settled' });
  }
  expect(await device.pieces()).toBe(2);
  device.fixture.now = 29 * day;
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(device.server.arrived.size).toBe(1);
  device.server.fixture.refuses.push('gone');
  device.fixture.now = 31 * day;
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(await device.waiting()).toEqual([]);
  expect(await device.pieces()).toBe(0);
  expect(device.server.arrived.size).toBe(1);
});

test('a file that the server refuses for good stays on the device, and holds up no other', async () => {
  const device = await openDevice(10, 20);
  await device.submit();
  await device.deliver();
  device.server.fixture.refuses.push('file_of_other_type');
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(await device.step()).toEqual({ is: 'done' });
  expect(device.server.arrived.size).toBe(1);
  expect(await device.waiting()).toMatchObject([{ problem: 'file_of_other_type' }]);
  expect(await device.pieces()).toBe(1);
});

test('a file in which malware was found is not sent again, even if it was sent in parts', async () => {
  const device = await openDevice(20 * megabyte);
  await device.submit();
  await device.deliver();
  const { call } = device.server;
  const sent: string[] = [];
  let isFound = false;
  device.server.call = async (name, ...request) => {
    sent.push(name);
    isFound ||= name === 'confirmFile';
    const problem = { is: 'refused', code: 'file_has_malware', title: '', issues: [] } as const;
    return isFound ? err(problem) : call(name, ...request);
  };
  expect(await device.step()).toMatchObject({ is: 'paused' });
  device.fixture.now = 60_000;
  expect(await device.step()).toEqual({ is: 'settled' });
  device.fixture.now = 600_000_000;
  expect(await device.step()).toEqual({ is: 'done' });
  expect(sent).toEqual(['sendFile', 'confirmFile', 'sendFile']);
  expect(await device.waiting()).toMatchObject([{ problem: 'file_has_malware' }]);
});

test('a file that nobody awaits any more is not sent, and its bytes are deleted', async () => {
  const device = await openDevice(10);
  await device.submit();
  await device.deliver();
  const emptied = createFakeFileServer([]);
  device.server.call = emptied.call;
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(await device.waiting()).toEqual([]);
  expect(await device.pieces()).toBe(0);
});

test('the files of a change that is discarded wait no longer; its bytes stay for when that is undone', async () => {
  const device = await openDevice(10);
  await device.submit();
  await device.discard();
  expect(await device.waiting()).toEqual([]);
  expect(await device.pieces()).toBe(1);
  await device.submit();
  expect(await device.waiting()).toHaveLength(1);
});

test('somebody who stops a file for something more urgent is not punished with a pause', async () => {
  const device = await openDevice(20 * megabyte);
  await device.submit();
  await device.deliver();
  const stop = new AbortController();
  device.server.fixture.onPut = () => stop.abort();
  expect(await device.step(stop.signal)).toEqual({ is: 'stopped' });
  device.server.fixture.onPut = undefined;
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(device.server.arrived.size).toBe(1);
});

test('erasing an entry, or everything of somebody, leaves no file of it waiting', async () => {
  const device = await openDevice(10);
  await device.submit();
  await device.changeStore.update(author, entry, () => [], { erasedOf: 'pwausers' });
  expect(await device.waiting()).toEqual([]);
  await device.submit();
  await device.changeStore.forget(author);
  expect(await device.waiting()).toEqual([]);
  expect(await device.pieces()).toBe(0);
  expect(await device.database((it) => it.count('files'))).toBe(0);
});

test('what was saved before signing in is claimed together with its files', async () => {
  const device = await openDevice(10);
  const change = sampleChange({ author: '', answers: { paper: device.files } });
  await device.changeStore.update('', entry, () => [change]);
  await device.changeStore.claim(author, entry);
  expect(await device.waiting()).toMatchObject([{ author, file: device.files[0]?.id }]);
  expect(await device.changeStore.transfers('')).toEqual([]);
});

test('what is sent again as a new entry has the files of the old one that are still on this device', async () => {
  const device = await openDevice(10, 20);
  await device.submit();
  await device.deliver();
  await device.step();
  const { changeStore } = device;
  const change = revision({ paper: device.files });
  await changeStore.update(author, entry, (all) => [
    ...all,
    { ...change, status: refused('gone') },
  ]);
  await changeStore.update(author, entry, (all) => triedAgain(all, change.id, 'new-entry'));
  const changes = await changeStore.of(author);
  const asNew = changes.find((it) => it.entry === 'new-entry');
  expect(asNew).toMatchObject({ kind: 'submit', answers: { paper: [device.files[1]] } });
  const waiting = await device.waiting();
  expect(waiting.filter((it) => it.entry === 'new-entry')).toMatchObject([
    { file: device.files[1]?.id },
  ]);
});

test('a refused change of a withdrawn entry is discarded without its files: the entry may be restored', async () => {
  for (const [code, left] of [
    ['gone', 1],
    ['invalid', 0],
  ] as const) {
    const device = await openDevice(10);
    await device.submit();
    await device.changeStore.update(author, entry, (all) =>
      all.map((it) => ({ ...it, status: refused(code) })),
    );
    await device.discard();
    expect(await device.changeStore.of(author)).toEqual([]);
    expect(await device.waiting()).toHaveLength(left);
  }
});

test('a file of a withdrawn entry holds up no other, not even itself in another entry', async () => {
  const device = await openDevice(10);
  await device.submit();
  await device.deliver();
  device.server.fixture.refuses.push('gone');
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(await device.step()).toMatchObject({ is: 'paused' });
  const [transfer] = await device.waiting();
  if (!transfer) throw new Error('The file does not wait.');
  const { goneSince: _, ...sameFile } = transfer;
  await device.changeStore.addTransfers([{ ...sameFile, entry: 'another' }]);
  expect(await device.step()).toEqual({ is: 'settled' });
  expect(device.server.arrived.size).toBe(1);
  expect(await device.waiting()).toEqual([transfer]);
  expect(await device.pieces()).toBe(1);
});
