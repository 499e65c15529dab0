import type { Database } from '../device/device-database.ts';
import { openPiece, pieceSize } from './piece-cipher.ts';

/** The bytes from `from` to before `to`, or to the end. Undefined if the file is not on this device. */
export async function readFileBytes(
  database: Database,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const record = await database((it) => it.get('files', id));
  if (!record) return undefined;
  const bytes = new Uint8Array(Math.max(0, Math.min(to, record.size) - from));
  const last = Math.ceil((from + bytes.length) / pieceSize);
  for (let number = Math.floor(from / pieceSize); number < last; number += 1) {
    const piece = await database((it) => it.get('filePieces', [id, number]));
    if (!piece) return undefined;
    const opened = await openPiece(record.key, [id, number], piece.sealed);
    const start = number * pieceSize;
    const wanted = opened.subarray(Math.max(0, from - start), Math.max(0, to - start));
    bytes.set(wanted, Math.max(0, start - from));
  }
  return bytes;
}
