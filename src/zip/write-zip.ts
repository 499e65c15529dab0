import { makeZip } from 'client-zip';

/** A file to put into an archive. */
export type FileToZip = {
  /** Its path in the archive. */
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array<ArrayBuffer>> | string;
};

/**
 * An archive, written while it is read, so that it needs no memory. Nothing is compressed: photos, recordings and most
 * documents are already.
 */
export function writeZip(
  files: AsyncIterable<FileToZip> | Iterable<FileToZip>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return makeZip(inputs(files)) as ReadableStream<Uint8Array<ArrayBuffer>>;
}

async function* inputs(files: AsyncIterable<FileToZip> | Iterable<FileToZip>) {
  for await (const { name, bytes } of files) yield { name, input: bytes };
}
