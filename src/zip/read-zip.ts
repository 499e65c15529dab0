/** A file in an archive. */
export type ZippedFile = {
  /** Its path, as whoever wrote the archive calls it: it is of unknown origin, and only compared. */
  readonly name: string;
  /** In bytes, as the archive says. */
  readonly size: number;
  /** Its bytes. Undefined if they cannot be read, or are not as many as the archive says. */
  readonly read: () => Promise<Blob | undefined>;
};

/** Bytes of the record at the end of an archive, and of its longest comment. */
const endSize = 22;
const longestComment = 0xffff;

/** Bytes of the longest list that is read: more than a hundred thousand files. */
const longestList = 16_000_000;

const stored = 0;
const deflated = 8;

/**
 * The files of a ZIP archive, read where they are: the archive may be larger than the memory. What other programs
 * write is read as well, as long as it is not encrypted and smaller than 4 GB. Undefined if it is no such archive.
 */
export async function readZip(archive: Blob): Promise<readonly ZippedFile[] | undefined> {
  const from = Math.max(0, archive.size - endSize - longestComment);
  const tail = await viewOf(archive.slice(from));
  const end = tail && endIn(tail);
  if (!end || end.size > longestList || end.from + end.size > archive.size) return undefined;
  const list = await viewOf(archive.slice(end.from, end.from + end.size));
  return list && filesIn(list, end.count, archive);
}

function endIn(tail: DataView) {
  for (let at = tail.byteLength - endSize; at >= 0; at -= 1) {
    if (tail.getUint32(at, true) !== 0x06054b50) continue;
    const [count, size] = [tail.getUint16(at + 10, true), tail.getUint32(at + 12, true)];
    return { count, size, from: tail.getUint32(at + 16, true) };
  }
  return undefined;
}

function filesIn(list: DataView, count: number, archive: Blob): readonly ZippedFile[] | undefined {
  const files: ZippedFile[] = [];
  for (let [at, n] = [0, 0]; n < count; n += 1) {
    if (at + 46 > list.byteLength || list.getUint32(at, true) !== 0x02014b50) return undefined;
    const nameLength = list.getUint16(at + 28, true);
    const next =
      at + 46 + nameLength + list.getUint16(at + 30, true) + list.getUint16(at + 32, true);
    if (next > list.byteLength) return undefined;
    const name = new Uint8Array(list.buffer, list.byteOffset + at + 46, nameLength);
    const size = list.getUint32(at + 24, true);
    const entry: Entry = {
      isEncrypted: (list.getUint16(at + 8, true) & 1) === 1,
      method: list.getUint16(at + 10, true),
      zippedSize: list.getUint32(at + 20, true),
      size,
      from: list.getUint32(at + 42, true),
    };
    files.push({
      name: new TextDecoder().decode(name),
      size,
      read: () => bytesOf(entry, archive).catch(() => undefined),
    });
    at = next;
  }
  return files;
}

type Entry = {
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly zippedSize: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly from: number;
};

async function bytesOf(
  { isEncrypted, method, zippedSize, size, from }: Entry,
  archive: Blob,
): Promise<Blob | undefined> {
  const header = await viewOf(archive.slice(from, from + 30));
  if (isEncrypted || header?.byteLength !== 30 || header.getUint32(0, true) !== 0x04034b50)
    return undefined;
  const start = from + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const bytes = archive.slice(start, start + zippedSize);
  if (method === stored) return bytes.size === size && zippedSize === size ? bytes : undefined;
  return method === deflated ? inflated(bytes, size) : undefined;
}

/** Stops at the size that the archive says: a small archive may otherwise become an endless file. */
async function inflated(bytes: Blob, size: number): Promise<Blob | undefined> {
  const reader = bytes.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let left = size;
  // oxlint-disable-next-line house/bounded-waits -- it waits for the processor alone
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    left -= part.value.length;
    if (left < 0) {
      await reader.cancel();
      return undefined;
    }
    parts.push(part.value);
  }
  return left === 0 ? new Blob(parts) : undefined;
}

async function viewOf(part: Blob): Promise<DataView<ArrayBuffer> | undefined> {
  const bytes = await part.arrayBuffer().catch(() => undefined);
  return bytes && new DataView(bytes);
}
