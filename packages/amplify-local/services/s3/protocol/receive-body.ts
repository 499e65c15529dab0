import { announcedChecksum, startChecksum } from './checksums.ts';
import type { Checksum } from '../storage/object-version.ts';
import { decodeChunks } from './decode-chunks.ts';
import { failS3 } from './s3-failure.ts';
import { headerOf, type S3Request } from './s3-request.ts';
import type { BlobFolder, Segment } from '../storage/blob-folder.ts';

/** Bytes that were received whole, and are on disk. */
export type Received = {
  readonly segment: Segment;
  /** In hex, as S3's ETag has it. */
  readonly md5: string;
  readonly checksum?: Checksum;
};

/** The most that one request may upload: 5 GiB. */
const largestUpload = 5 * 1024 ** 3;

/**
 * Writes a request's body to disk as it arrives, and verifies its length and every checksum it came with. If
 * anything is wrong, it throws and the bytes are deleted.
 */
export async function receiveBody(request: S3Request, blobs: BlobFolder): Promise<Received> {
  const length = lengthOf(request);
  if (length > largestUpload) failS3('EntityTooLarge');
  const announced = announcedChecksum(request);
  const trailer = new Map<string, string>();
  const md5 = startChecksum('MD5');
  const sha256 = startChecksum('SHA256');
  const own = announced && startChecksum(announced.algorithm);
  const content = isChunked(request) ? decodeChunks(request.body, trailer) : request.body;
  let size = 0;

  async function* counted(): AsyncGenerator<Buffer> {
    for await (const bytes of content) {
      size += bytes.length;
      if (size > length) failS3('IncompleteBody');
      for (const it of [md5, sha256, own]) it?.update(bytes);
      yield bytes;
    }
  }

  const segment = await blobs.write(counted());
  try {
    if (size < length) failS3('IncompleteBody');
    const digest = md5.digest();
    verifyMd5(headerOf(request, 'content-md5'), digest);
    verifySha256(headerOf(request, 'x-amz-content-sha256'), sha256.digest().toString('hex'));
    const value = own?.digest().toString('base64');
    if (
      announced &&
      value !== (announced.value ?? trailer.get(headerOf(request, 'x-amz-trailer') ?? ''))
    )
      failS3(
        'BadDigest',
        `The ${announced.algorithm} you specified did not match the calculated checksum.`,
      );
    return {
      segment,
      md5: digest.toString('hex'),
      ...(announced &&
        value !== undefined && { checksum: { algorithm: announced.algorithm, value } }),
    };
  } catch (thrown) {
    blobs.delete([segment.blob]);
    throw thrown;
  }
}

function isChunked(request: S3Request): boolean {
  const sha256 = headerOf(request, 'x-amz-content-sha256') ?? '';
  if (!sha256.startsWith('STREAMING-')) return false;
  if (sha256 !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')
    failS3('NotImplemented', 'The local S3 supports chunks without signatures only.');
  return true;
}

function lengthOf(request: S3Request): number {
  const name = isChunked(request) ? 'x-amz-decoded-content-length' : 'content-length';
  const value = headerOf(request, name) ?? failS3('MissingContentLength');
  return /^\d{1,15}$/.test(value) ? Number(value) : failS3('InvalidArgument');
}

function verifyMd5(given: string | undefined, digest: Buffer): void {
  if (given === undefined) return;
  if (Buffer.from(given, 'base64').length !== digest.length) failS3('InvalidDigest');
  if (given !== digest.toString('base64'))
    failS3('BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

function verifySha256(given: string | undefined, digest: string): void {
  const isDigest = given !== undefined && /^[0-9a-f]{64}$/.test(given);
  if (isDigest && given !== digest) failS3('XAmzContentSHA256Mismatch');
}
