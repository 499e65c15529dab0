// @vitest-environment node: jsdom has no streams, and a Blob of its own.
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readZip } from './read-zip.ts';
import { writeZip, type FileToZip } from './write-zip.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function* pieces(...texts: string[]) {
  for (const text of texts) yield bytesOf(text);
}

async function archiveOf(...files: FileToZip[]): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = writeZip(files).getReader();
  for (let it = await reader.read(); !it.done; it = await reader.read()) parts.push(it.value);
  return new Blob(parts);
}

async function textsIn(archive: Blob) {
  const files = await readZip(archive);
  if (!files) return undefined;
  return Promise.all(
    files.map(async ({ name, size, read }) => [name, size, await (await read())?.text()]),
  );
}

type Wrong = { readonly size?: number; readonly method?: number; readonly flags?: number };

/** An archive of one compressed file, as computers write them, with what is wrong with it. */
function zippedByComputer(
  content: string,
  { size = content.length, method = 8, flags = 0 }: Wrong = {},
) {
  const [name, bytes] = [Buffer.from('a/b.txt'), deflateRawSync(content)];
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(bytes.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + bytes.length, 16);
  return new Blob([local, name, bytes, entry, name, end, 'a comment']);
}

test('what is written is read, file by file', async () => {
  const archive = await archiveOf(
    { name: 'files/1/häuser.jpg', bytes: pieces('one ', 'picture') },
    { name: 'list.json', bytes: '[]' },
  );
  expect(await textsIn(archive)).toEqual([
    ['files/1/häuser.jpg', 11, 'one picture'],
    ['list.json', 2, '[]'],
  ]);
});

test('an archive that a computer has compressed is read', async () => {
  expect(await textsIn(zippedByComputer('text '.repeat(1000)))).toEqual([
    ['a/b.txt', 5000, 'text '.repeat(1000)],
  ]);
});

test.each<[string, Wrong]>([
  ['more bytes than it says', { size: 10 }],
  ['fewer bytes than it says', { size: 10_000 }],
  ['a password', { flags: 1 }],
  ['another compression', { method: 12 }],
  ['compressed bytes that it says are not', { method: 0 }],
])('a file with %s is not read', async (_, wrong) => {
  expect(await textsIn(zippedByComputer('text '.repeat(1000), wrong))).toEqual([
    ['a/b.txt', wrong.size ?? 5000, undefined],
  ]);
});

test('an archive that is cut anywhere, or changed anywhere, is not read as something else', async () => {
  const archive = new Uint8Array(
    await (await archiveOf({ name: 'a', bytes: pieces('content') })).arrayBuffer(),
  );
  for (let at = 0; at < archive.length; at += 1) {
    expect(await textsIn(new Blob([archive.slice(0, at)]))).toBeUndefined();
    for (const bit of [1, 255]) {
      const changed = archive.slice();
      changed[at] = (changed[at] ?? 0) ^ bit;
      // It may be another name or content; it never throws.
      expect((await textsIn(new Blob([changed])))?.length ?? 0).toBeLessThanOrEqual(1);
    }
  }
});
