import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { aFileKey, aJpeg, referenceTo } from '#core/testing/sample-files.ts';
import type { FileReference } from '#core/files/file-reference.ts';
import { objectKey } from '../object-key.ts';
import type { DrawnPicture } from './draw-small.ts';
import { largestPicture, makeSmallCopies, type SmallCopiesDeps } from './make-small-copies.ts';

const small = Uint8Array.of(1, 2, 3);

/** A file in the bucket, and what the function does when it is confirmed. */
async function withFile(changes: Partial<FileReference> = {}, bytes = aJpeg()) {
  const files = createMemoryFileStore();
  const file = referenceTo(bytes, changes);
  const key = { ...aFileKey(file), username: 'a/b c+d' };
  const log: string[] = [];
  await files.send(await files.putRequest(key, file), bytes);
  return {
    files,
    key,
    log,
    confirmed: async (
      draw: (picture: Uint8Array) => DrawnPicture = () => small,
      more: Partial<SmallCopiesDeps['files']> = {},
      object = objectKey(key),
    ) => {
      const encoded = encodeURIComponent(object).replaceAll('%20', '+');
      const deps = {
        files: { ...files, ...more },
        draw: async (picture: Uint8Array) => draw(picture),
        log: (line: string) => void log.push(line),
      };
      await makeSmallCopies(deps, { Records: [{ s3: { object: { key: encoded } } }] as never });
    },
    smallCopy: async () => {
      const link = await files.smallLink(key);
      return link === undefined ? undefined : files.open(link);
    },
  };
}

test('a picture that is confirmed gets a small copy, and again the same', async () => {
  const { confirmed, smallCopy, log } = await withFile();
  for (let time = 0; time < 2; time += 1)
    await confirmed((picture) => {
      expect(picture).toEqual(aJpeg());
      return small;
    });
  expect(await smallCopy()).toEqual(small);
  expect(log[0]).toBe('{"event":"confirmed","outcome":"drawn"}');
});

test.each([
  ['a document', { type: 'application/pdf' }, aJpeg()],
  ['a picture that is too large', {}, aJpeg(largestPicture + 1)],
] as const)('%s is not read', async (_, changes, bytes) => {
  const { confirmed, smallCopy, log } = await withFile(changes, bytes);
  await confirmed(() => expect.fail('it was read'));
  expect(await smallCopy()).toBeUndefined();
  expect(log).toEqual(['{"event":"confirmed","outcome":"no-picture"}']);
});

test('a picture that cannot be drawn has no small copy, and is not tried again', async () => {
  const { confirmed, smallCopy, log } = await withFile();
  await confirmed(() => 'undrawable');
  expect(await smallCopy()).toBeUndefined();
  expect(log).toEqual(['{"event":"confirmed","outcome":"undrawable"}']);
});

test('no small copy outlives a file that is deleted while it is drawn', async () => {
  const { confirmed, files, key } = await withFile();
  await confirmed(() => {
    void files.remove(key);
    return small;
  });
  expect(await files.keys()).toEqual([]);
});

test('a small copy that an interrupted attempt left behind is deleted with the next one', async () => {
  const { confirmed, files, key } = await withFile();
  await confirmed();
  const gone = await withFile();
  // As if it had crashed after it stored the copy, and before it looked for the file.
  await gone.files.putSmall(gone.key, small);
  await gone.confirmed(() => small, { readPicture: async () => undefined });
  expect(await gone.smallCopy()).toBeUndefined();
  expect(await files.smallLink(key)).toBeDefined();
});

const slowDown = () => Promise.reject(new Error('SlowDown'));

test('a failing bucket is tried again', async () => {
  const { confirmed } = await withFile();
  await expect(confirmed(undefined, { putSmall: slowDown })).rejects.toThrow('SlowDown');
});

test('an object that is no file of an entry is left alone', async () => {
  const { confirmed, log, key } = await withFile();
  for (const other of ['x', '', `${objectKey(key)}.small`, `${objectKey(key)}/x`, 'a/%/b/c'])
    await confirmed(() => expect.fail('it was read'), {}, other);
  expect(log).toEqual(
    Array.from({ length: 5 }, () => '{"event":"confirmed","outcome":"not-ours"}'),
  );
});
