import { crc32, inflateRawSync } from 'node:zlib';

/** A file in an archive. */
export type Unzipped = { readonly path: string; readonly content: Buffer };

/** The directory at the end of the archive has sizes and offsets: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** The files of a ZIP archive made by CDK. Throws if it is corrupted or has a path outside the folder. */
export function unzip(archive: Buffer): readonly Unzipped[] {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) throw broken('no directory');
  const count = archive.readUInt16LE(end + 10);
  const files: Unzipped[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw broken('no entry where one should be');
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const path = archive.toString('utf8', at + 46, nameEnd);
    if (!path.endsWith('/')) files.push({ path: inside(path), content: contentOf(archive, at) });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function contentOf(archive: Buffer, entry: number): Buffer {
  const method = archive.readUInt16LE(entry + 10);
  const start = archive.readUInt32LE(entry + 42);
  // The header before the content may be longer than its entry in the directory.
  const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
  const packed = archive.subarray(from, from + archive.readUInt32LE(entry + 20));
  if (method !== 0 && method !== 8) throw broken(`method ${method}`);
  const content = method === 8 ? inflateRawSync(packed) : packed;
  if (crc32(content) !== archive.readUInt32LE(entry + 16)) throw broken('a checksum that differs');
  return content;
}

function inside(path: string): string {
  if (/^[/\\]|(^|[/\\])\.\.([/\\]|$)|^\w:/.test(path)) throw broken(`a path out of it, ${path}`);
  return path;
}

function broken(what: string): Error {
  return new Error(`The archive has ${what}.`);
}
