import { crc32, deflateRawSync } from 'node:zlib';

type Part = { path: string; text: string; stored?: boolean; crc?: number };

/** For tests: a streamed ZIP, which has sizes after the content and in the directory. */
export function zip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { path, text, stored = false, crc } of parts) {
    const content = Buffer.from(text);
    const packed = stored ? content : deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50);
    head.writeUInt16LE(path.length, 26);
    head.writeUInt16LE(4, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(crc ?? crc32(content), 16);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(path.length, 28);
    entry.writeUInt32LE(Buffer.concat(bodies).length, 42);
    directory.push(entry, Buffer.from(path));
    bodies.push(head, Buffer.from(path), Buffer.alloc(4), packed, Buffer.alloc(16));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(bodies).length, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
