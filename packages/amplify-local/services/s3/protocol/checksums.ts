import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { failS3 } from './s3-failure.ts';
import type { Algorithm, Checksum } from '../storage/object-version.ts';
import { headerOf, type S3Request } from './s3-request.ts';

const algorithms: readonly Algorithm[] = ['CRC32', 'SHA1', 'SHA256'];

/** A checksum that is computed while the bytes arrive. */
export type RunningChecksum = { update(bytes: Buffer): void; digest(): Buffer };

export function startChecksum(algorithm: Algorithm | 'MD5'): RunningChecksum {
  if (algorithm !== 'CRC32') return createHash(algorithm);
  let sum = 0;
  return {
    update(bytes) {
      sum = crc32(bytes, sum);
    },
    digest() {
      const digest = Buffer.alloc(4);
      digest.writeUInt32BE(sum);
      return digest;
    },
  };
}

/** The checksum of an object in parts: that of the checksums of its parts, and their number. */
export function checksumOfParts(algorithm: Algorithm, values: readonly string[]): Checksum {
  const running = startChecksum(algorithm);
  for (const value of values) running.update(Buffer.from(value, 'base64'));
  return { algorithm, value: `${running.digest().toString('base64')}-${values.length}` };
}

export function checksumHeader(algorithm: Algorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** The checksum that a request announces: its value, or undefined if that follows the body. */
export function announcedChecksum(
  request: Pick<S3Request, 'headers'>,
): { readonly algorithm: Algorithm; readonly value: string | undefined } | undefined {
  const trailer = headerOf(request, 'x-amz-trailer')?.trim().toLowerCase();
  const named = Object.keys(request.headers).filter((it) =>
    /^x-amz-checksum-(?!algorithm|type|mode)/.test(it),
  );
  const [name, ...more] = trailer === undefined ? named : [...named, trailer];
  if (name === undefined) return undefined;
  if (more.length > 0)
    failS3(
      'InvalidRequest',
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  const algorithm = algorithmNamed(name.slice('x-amz-checksum-'.length));
  return { algorithm, value: name === trailer ? undefined : headerOf(request, name) };
}

export function algorithmNamed(name: string): Algorithm {
  return (
    algorithms.find((it) => it === name.toUpperCase()) ??
    failS3('NotImplemented', 'The local S3 has the checksums CRC32, SHA1 and SHA256.')
  );
}
