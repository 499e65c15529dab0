import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { aFileKey, aJpeg, referenceTo } from '../../testing/sample-files.ts';
import { partSize, type PartRequest, type SignedRequest } from '../file-transfer.ts';
import { longestAwaited, type FileStore } from './file-store.ts';

/** A store, and what devices and time do to it. */
export type TestedFileStore = {
  readonly files: FileStore;
  readonly send: (request: SignedRequest, bytes: Uint8Array) => Promise<number>;
  readonly open: (url: string) => Promise<Uint8Array | undefined>;
  /** Lets this many milliseconds pass, and what is due be deleted. */
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** Requirements of every file store. */
export function describeFileStore(start: () => Promise<TestedFileStore> | TestedFileStore): void {
  test('a file is stored by its request, and is found as it was sent', async () => {
    const { files, send } = await start();
    const bytes = aJpeg(1000);
    const file = referenceTo(bytes);
    const key = aFileKey(file);
    expect(await files.examine(key, file)).toBeUndefined();
    expect(await send(await files.putRequest(key, file), bytes)).toBe(200);
    expect(await files.examine(key, file)).toEqual({
      size: 1000,
      sha256: file.sha256,
      firstBytes: new Uint8Array(bytes.subarray(0, 512)),
      storedAt: expect.any(Date),
    });
    expect(await files.examine({ ...key, username: 'another' }, file)).toBeUndefined();
  });

  test.each([
    ['more bytes', aJpeg(501)],
    ['fewer bytes', aJpeg(499)],
    ['other bytes', aJpeg().fill(7, 400)],
    ['none', new Uint8Array()],
  ])('its request stores nothing but the file: not %s', async (_, bytes) => {
    const { files, send } = await start();
    const file = referenceTo(aJpeg());
    const key = aFileKey(file);
    expect(await send(await files.putRequest(key, file), bytes)).toBeGreaterThanOrEqual(400);
    expect(await files.examine(key, file)).toBeUndefined();
  });

  test('a file that is stored is not replaced', async () => {
    const { files, send } = await start();
    const file = referenceTo(aJpeg());
    const key = aFileKey(file);
    const request = await files.putRequest(key, file);
    expect([await send(request, aJpeg()), await send(request, aJpeg())]).toEqual([200, 412]);
  });

  test('a large file is sent in parts, and continued with those that have not arrived', async () => {
    const { files, send } = await start();
    const bytes = aJpeg(2 * partSize + 5).fill(1, 10);
    const file = referenceTo(bytes);
    const key = aFileKey(file);
    const upload = await files.beginUpload(key, file);
    const sendPart = async (part: PartRequest | undefined) => {
      const { number = 0, size = 0 } = part ?? {};
      const from = (number - 1) * partSize;
      return part && send(part, bytes.subarray(from, from + size));
    };
    const parts = (await files.missingParts(key, file, upload)) ?? [];
    expect(parts.map(({ number, size }) => [number, size])).toEqual([
      [1, partSize],
      [2, partSize],
      [3, 5],
    ]);
    for (const part of [parts[2], parts[0]]) expect(await sendPart(part)).toBe(200);
    await files.completeUpload(key, file, upload);
    expect(await files.examine(key, file)).toBeUndefined();
    const missing = (await files.missingParts(key, file, upload)) ?? [];
    expect(missing.map(({ number }) => number)).toEqual([2]);
    expect(await sendPart(missing[0])).toBe(200);
    for (let time = 0; time < 2; time += 1) await files.completeUpload(key, file, upload);
    const expected = { size: bytes.length, sha256: file.sha256 };
    for (const it of await Promise.all([1, 2, 3].map(() => files.examine(key, file))))
      expect(it).toMatchObject(expected);
    expect(await files.examine(key, file)).toMatchObject(expected);
    expect(await files.missingParts(key, file, upload)).toBeUndefined();
  });

  test('what is stored is recognised by its tag, and by its checksum once it was examined', async () => {
    const { files, send } = await start();
    const bytes = aJpeg(partSize + 5).fill(2, 10);
    const [small, large] = [referenceTo(aJpeg()), referenceTo(bytes)];
    const key = aFileKey(large);
    const ofSmall = { ...key, file: small.id };
    expect(await files.fingerprint(key)).toBeUndefined();
    await send(await files.putRequest(ofSmall, small), aJpeg());
    const tag = createHash('md5').update(aJpeg()).digest('hex');
    expect(await files.fingerprint(ofSmall)).toEqual({ tag, sha256: small.sha256 });
    const upload = await files.beginUpload(key, large);
    for (const { number, size, ...request } of (await files.missingParts(key, large, upload)) ?? [])
      await send(request, bytes.subarray((number - 1) * partSize).subarray(0, size));
    await files.completeUpload(key, large, upload);
    const ofParts = await files.fingerprint(key);
    expect(ofParts).toEqual({ tag: expect.stringMatching(/^[0-9a-f]{32}-2$/) });
    await files.examine(key, large);
    const examined = await files.fingerprint(key);
    expect(examined?.sha256).toBe(large.sha256);
    expect(examined?.tag).not.toBe(ofParts?.tag);
  });

  test('parts of other bytes make another file', async () => {
    const { files, send } = await start();
    const bytes = aJpeg(partSize + 5);
    const file = referenceTo(bytes);
    const key = aFileKey(file);
    const upload = await files.beginUpload(key, file);
    for (const part of (await files.missingParts(key, file, upload)) ?? [])
      await send(part, new Uint8Array(part.size).fill(9));
    await files.completeUpload(key, file, upload);
    const stored = await files.examine(key, file);
    expect(stored?.size).toBe(file.size);
    expect(stored?.sha256).not.toBe(file.sha256);
  });

  test('a part is sent only with its own size', async () => {
    const { files, send } = await start();
    const bytes = aJpeg(partSize + 5);
    const file = referenceTo(bytes);
    const key = aFileKey(file);
    const [first, second] =
      (await files.missingParts(key, file, await files.beginUpload(key, file))) ?? [];
    expect(first && (await send(first, bytes.subarray(0, 5)))).toBe(403);
    expect(second && (await send(second, bytes.subarray(0, 6)))).toBe(403);
  });

  test.each(['no-such-upload', '', '../other', 'x?y=&uploads'])(
    'the upload %j of nobody has no parts',
    async (upload) => {
      const { files } = await start();
      const file = referenceTo(aJpeg(partSize + 5));
      const key = aFileKey(file);
      expect(await files.missingParts(key, file, upload)).toBeUndefined();
      await files.completeUpload(key, file, upload);
      expect(await files.examine(key, file)).toBeUndefined();
    },
  );

  test('an upload belongs to one file', async () => {
    const { files } = await start();
    const file = referenceTo(aJpeg(partSize + 5));
    const key = aFileKey(file);
    const upload = await files.beginUpload(key, file);
    const other = aFileKey(file);
    expect(await files.missingParts(other, file, upload)).toBeUndefined();
    expect(await files.missingParts(key, file, upload)).toHaveLength(2);
  });

  test('a link returns the bytes', async () => {
    const { files, send, open } = await start();
    const bytes = aJpeg();
    const file = referenceTo(bytes, { name: 'дом, “mine”; filename=x.jpg' });
    const key = aFileKey(file);
    await send(await files.putRequest(key, file), bytes);
    expect(await open(await files.link(key, file))).toEqual(new Uint8Array(bytes));
  });

  test('a removed file is gone, and removing it again is harmless', async () => {
    const { files, send } = await start();
    const file = referenceTo(aJpeg());
    const key = aFileKey(file);
    await send(await files.putRequest(key, file), aJpeg());
    for (let time = 0; time < 2; time += 1) await files.remove(key);
    expect(await files.examine(key, file)).toBeUndefined();
  });

  test('a picture is read, unless it is too large, or no picture', async () => {
    const { files, send } = await start();
    const picture = referenceTo(aJpeg().fill(200, 9));
    const text = referenceTo(aJpeg(), { type: 'text/plain' });
    const key = aFileKey(picture);
    for (const [it, bytes] of [
      [picture, aJpeg().fill(200, 9)],
      [text, aJpeg()],
    ] as const)
      await send(await files.putRequest({ ...key, file: it.id }, it), bytes);
    expect(await files.readPicture(key, 500)).toEqual(aJpeg().fill(200, 9));
    expect(await files.readPicture(key, 499)).toBeUndefined();
    expect(await files.readPicture({ ...key, file: text.id }, 500)).toBeUndefined();
    expect(await files.readPicture({ ...key, username: 'another' }, 500)).toBeUndefined();
    await files.putSmall(key, Uint8Array.of(1));
    for (let time = 0; time < 2; time += 1) await files.removeSmall(key);
    expect(await files.smallLink(key)).toBeUndefined();
    expect(await files.readPicture(key, 500)).toBeDefined();
  });

  test('a small copy is opened by a link of its own, and removed with its file', async () => {
    const { files, send, open } = await start();
    const [file, other] = [referenceTo(aJpeg()), referenceTo(aJpeg(5))];
    const key = aFileKey(file);
    for (const it of [file, other])
      await send(await files.putRequest({ ...key, file: it.id }, it), aJpeg(it.size));
    expect(await files.smallLink(key)).toBeUndefined();
    const small = new Uint8Array([1, 255, 0, 128]);
    for (const it of [file, other]) await files.putSmall({ ...key, file: it.id }, small);
    expect(await open((await files.smallLink(key)) ?? '')).toEqual(small);
    expect(await open(await files.link(key, file))).toEqual(new Uint8Array(aJpeg()));
    await files.remove(key);
    expect(await files.smallLink(key)).toBeUndefined();
    // Its picture is gone by now.
    await files.putSmall(key, small);
    expect(await files.smallLink(key)).toBeUndefined();
    expect(await files.smallLink({ ...key, file: other.id })).toBeDefined();
    await files.removeAll(key);
    expect(await files.smallLink({ ...key, file: other.id })).toBeUndefined();
  });

  test('all files of an entry are removed, with parts of those that are being sent, and no others', async () => {
    const { files, send } = await start();
    const [small, other] = [referenceTo(aJpeg(5)), referenceTo(aJpeg(6))];
    const large = referenceTo(aJpeg(partSize + 5));
    const entry = aFileKey(small);
    const keyOf = ({ id }: { readonly id: string }) => ({ ...entry, file: id });
    for (const it of [small, other])
      await send(await files.putRequest(keyOf(it), it), aJpeg(it.size));
    const upload = await files.beginUpload(keyOf(large), large);
    // Ids of which one begins as the other, and the same entry of somebody else.
    const others = [
      { ...entry, id: `${entry.id}0` },
      { ...entry, username: `${entry.username}0` },
      { ...entry, form: 'form2' },
    ];
    for (const key of others) await send(await files.putRequest(key, small), aJpeg(5));
    for (let time = 0; time < 2; time += 1) await files.removeAll(entry);
    for (const it of [small, other]) expect(await files.examine(keyOf(it), it)).toBeUndefined();
    expect(await files.missingParts(keyOf(large), large, upload)).toBeUndefined();
    for (const key of others) expect(await files.examine(key, small)).toBeDefined();
  });

  test('what nobody confirmed is deleted after a week, and what is kept is not', async () => {
    const { files, send, wait } = await start();
    const [kept, awaited] = [referenceTo(aJpeg(5)), referenceTo(aJpeg(6))];
    for (const it of [kept, awaited])
      await send(await files.putRequest(aKey(it), it), aJpeg(it.size));
    for (let time = 0; time < 2; time += 1) expect(await files.keep(aKey(kept))).toBe(true);
    expect(await files.keep(aFileKey(kept))).toBe(false);
    await wait(longestAwaited - 1000);
    expect(await files.examine(aKey(awaited), awaited)).toBeDefined();
    await wait(2 * 24 * 60 * 60 * 1000);
    expect(await files.examine(aKey(awaited), awaited)).toBeUndefined();
    expect(await files.examine(aKey(kept), kept)).toBeDefined();
  });

  test('a file in parts that is kept is not deleted either', async () => {
    const { files, send, wait } = await start();
    const bytes = aJpeg(partSize + 5);
    const file = referenceTo(bytes);
    const key = aFileKey(file);
    const upload = await files.beginUpload(key, file);
    for (const { number, size, ...request } of (await files.missingParts(key, file, upload)) ?? [])
      await send(request, bytes.subarray((number - 1) * partSize).subarray(0, size));
    await files.completeUpload(key, file, upload);
    await files.examine(key, file);
    await files.keep(key);
    await wait(longestAwaited * 2);
    expect(await files.examine(key, file)).toBeDefined();
  });
}

function aKey({ id }: { readonly id: string }) {
  return { form: 'form', username: 'ada', id: '018f3c2e-7b1a-7000-8000-0123456789ab', file: id };
}
