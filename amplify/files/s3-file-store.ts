import { firstBytes } from '#core/files/file-types.ts';
import type { FileReference } from '#core/files/file-reference.ts';
import { partSizes } from '#core/files/file-transfer.ts';
import type { FileKey, FileStore } from '#core/files/store/file-store.ts';
import { encodeStrictly } from '../aws/sigv4-signer.ts';
import { awaitedTag } from './awaited-tag.ts';
import { objectKey, objectPrefix, smallObjectKey } from './object-key.ts';
import type { S3Bucket } from './s3-bucket.ts';
import { isMissing, isPreconditionFailure } from './s3-error.ts';
import { xmlValue, xmlValues } from './xml-values.ts';

/** Seconds for which a device may begin to send, and somebody to download. It can always ask again. */
const timeToSend = 15 * 60;
const timeToOpen = 5 * 60;

const awaited = { 'x-amz-tagging': `${awaitedTag.key}=${awaitedTag.value}` };

/** Milliseconds. S3 copies half a gigabyte in a few seconds; the function has ten. */
const timeToCopy = 8_000;

/** Milliseconds, for a picture of some dozens of megabytes. */
const timeToRead = 15_000;

const smallType = 'image/webp';

/** FileStore in the bucket that `resource.ts` declares. */
export function createS3FileStore({ call, presign, copySource }: S3Bucket): FileStore {
  return {
    async putRequest(key, { type, size, sha256 }) {
      const headers = {
        'content-type': type,
        'if-none-match': '*',
        'x-amz-checksum-sha256': sha256,
        ...awaited,
      };
      // The length is in the signature too. The browser sends it by itself.
      const signed = { ...headers, 'content-length': String(size) };
      const put = { method: 'PUT', key: objectKey(key), headers: signed } as const;
      return { url: presign({ ...put, seconds: timeToSend }), headers };
    },

    async beginUpload(key, { type }) {
      const headers = { 'content-type': type, ...awaited };
      const begun = { method: 'POST', key: objectKey(key), query: { uploads: '' } } as const;
      const { body } = await call({ ...begun, headers });
      return xmlValue(body, 'UploadId') ?? '';
    },

    async missingParts(key, { size }, upload) {
      const arrived = await partsOf(key, upload);
      return arrived && unsentParts(size, arrived).map((part) => partRequest(key, upload, part));
    },

    async completeUpload(key, { size }, upload) {
      const arrived = await partsOf(key, upload);
      // Without the upload it may have been completed before; whoever asks looks for the file.
      if (!arrived || unsentParts(size, arrived).length > 0) return;
      const parts = [...arrived].map(
        ([number, { tag }]) => `<Part><PartNumber>${number}</PartNumber><ETag>${tag}</ETag></Part>`,
      );
      const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
      const query = { uploadId: upload };
      await orMissing(
        call({ method: 'POST', key: objectKey(key), query, body, timeout: timeToCopy }),
      );
    },

    async examine(key, file) {
      const object = objectKey(key);
      let found = await describe(object);
      if (found && found.sha256 === undefined && found.size === file.size) {
        await computeChecksum(object, file, found.tag);
        found = await describe(object);
      }
      if (!found) return undefined;
      const { size, sha256 = '', storedAt } = found;
      const range = { range: `bytes=0-${firstBytes - 1}` };
      const read =
        size > 0 &&
        (await orMissing(call({ method: 'GET', key: object, headers: range, encoding: 'latin1' })));
      const bytes = Uint8Array.from(Buffer.from(read ? read.body : '', 'latin1'));
      return { size, sha256, firstBytes: bytes, storedAt };
    },

    async fingerprint(key) {
      const found = await describe(objectKey(key));
      if (!found) return undefined;
      const { tag, sha256 } = found;
      return { tag: tag.replaceAll('"', ''), ...(sha256 !== undefined && { sha256 }) };
    },

    async keep(key) {
      const query = { tagging: '' };
      return !!(await orMissing(call({ method: 'DELETE', key: objectKey(key), query })));
    },

    async readPicture(key, largest) {
      const object = objectKey(key);
      const { headers = {} } = (await orMissing(call({ method: 'HEAD', key: object }))) ?? {};
      const isPicture = String(headers['content-type']).startsWith('image/');
      if (!isPicture || Number(headers['content-length']) > largest) return undefined;
      const bytes = { encoding: 'latin1', timeout: timeToRead } as const;
      const read = await orMissing(call({ method: 'GET', key: object, ...bytes }));
      return read && Uint8Array.from(Buffer.from(read.body, 'latin1'));
    },

    async putSmall(key, bytes) {
      const headers = { 'content-type': smallType };
      await call({ method: 'PUT', key: smallObjectKey(key), headers, body: bytes });
      // Whoever deletes the file from now on deletes this too, because a small copy is deleted last.
      if (!(await orMissing(call({ method: 'HEAD', key: objectKey(key) }))))
        await call({ method: 'DELETE', key: smallObjectKey(key) });
    },

    async removeSmall(key) {
      await call({ method: 'DELETE', key: smallObjectKey(key) });
    },

    async remove(key) {
      // In this order: see `putSmall`.
      for (const it of [objectKey(key), smallObjectKey(key)])
        await call({ method: 'DELETE', key: it });
    },

    async removeAll(entry) {
      const prefix = objectPrefix(entry);
      for (const { key, upload } of await uploadsUnder(prefix))
        await orMissing(call({ method: 'DELETE', key, query: { uploadId: upload } }));
      // What is deleted is not in the next list, so there is no need to continue one.
      for (let keys = await keysUnder(prefix); keys.length > 0; keys = await keysUnder(prefix))
        await Promise.all(keys.map((key) => call({ method: 'DELETE', key })));
    },

    async link(key, { name, type }) {
      return linkTo(objectKey(key), name, type);
    },

    async smallLink(key) {
      const small = smallObjectKey(key);
      const isThere = await orMissing(call({ method: 'HEAD', key: small }));
      return isThere && linkTo(small, 'small.webp', smallType);
    },
  };

  function linkTo(key: string, name: string, type: string): string {
    const query = {
      'response-content-disposition': `attachment; filename*=UTF-8''${encodeStrictly(name)}`,
      'response-content-type': type,
    };
    return presign({ method: 'GET', key, query, seconds: timeToOpen });
  }

  /** The parts of an upload that have arrived, by number. */
  async function partsOf(
    key: FileKey,
    upload: string,
  ): Promise<ReadonlyMap<number, ArrivedPart> | undefined> {
    if (upload === '') return undefined;
    const query = { uploadId: upload };
    const listed = await orMissing(call({ method: 'GET', key: objectKey(key), query }));
    if (!listed) return undefined;
    const numbers = xmlValues(listed.body, 'PartNumber');
    const sizes = xmlValues(listed.body, 'Size');
    const tags = xmlValues(listed.body, 'ETag');
    return new Map(
      numbers.map((number, at) => [
        Number(number),
        { size: Number(sizes[at]), tag: tags[at] ?? '' },
      ]),
    );
  }

  function partRequest(key: FileKey, upload: string, { number, size }: Part) {
    const query = { partNumber: String(number), uploadId: upload };
    const headers = { 'content-length': String(size) };
    const put = { method: 'PUT', key: objectKey(key), query, headers } as const;
    return { number, size, url: presign({ ...put, seconds: timeToSend }), headers: {} };
  }

  /** An object as S3 describes it. Its checksum is that of all bytes, or missing. */
  async function describe(key: string) {
    const headers = { 'x-amz-checksum-mode': 'ENABLED' };
    const head = await orMissing(call({ method: 'HEAD', key, headers }));
    if (!head) return undefined;
    const sha256 = head.headers['x-amz-checksum-sha256'];
    return {
      size: Number(head.headers['content-length']),
      tag: head.headers.etag ?? '',
      storedAt: new Date(head.headers['last-modified'] ?? ''),
      ...(typeof sha256 === 'string' && !sha256.includes('-') && { sha256 }),
    };
  }

  /**
   * S3 computes the checksum of all bytes while it copies an object onto itself. Of parts it knows only the checksum
   * of their checksums. Another request may have done it meanwhile: then it stays as that one left it.
   */
  async function computeChecksum(key: string, { type }: FileReference, tag: string) {
    const headers = {
      'x-amz-copy-source': copySource(key),
      'if-match': tag,
      'x-amz-checksum-algorithm': 'SHA256',
      'x-amz-metadata-directive': 'REPLACE',
      'content-type': type,
      'x-amz-tagging-directive': 'REPLACE',
      ...awaited,
    };
    await call({ method: 'PUT', key, headers, timeout: timeToCopy }).catch((error: unknown) => {
      if (!isPreconditionFailure(error) && !isMissing(error)) throw error;
    });
  }

  async function keysUnder(prefix: string): Promise<readonly string[]> {
    const query = { 'list-type': '2', prefix };
    return xmlValues((await call({ method: 'GET', query })).body, 'Key');
  }

  async function uploadsUnder(prefix: string) {
    const { body } = await call({ method: 'GET', query: { uploads: '', prefix } });
    const keys = xmlValues(body, 'Key');
    return xmlValues(body, 'UploadId').map((upload, at) => ({ upload, key: keys[at] ?? '' }));
  }
}

type Part = { readonly number: number; readonly size: number };
type ArrivedPart = { readonly size: number; readonly tag: string };

function unsentParts(size: number, arrived: ReadonlyMap<number, ArrivedPart>): readonly Part[] {
  return partSizes(size)
    .map((it, at) => ({ number: at + 1, size: it }))
    .filter((part) => arrived.get(part.number)?.size !== part.size);
}

async function orMissing<Result>(call: Promise<Result>): Promise<Result | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
