import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { failS3 } from './s3-failure.ts';

/** A request to S3. Its body is a stream, because an object may be larger than memory. */
export type S3Request = {
  readonly method: string;
  /** As it was sent, still URL-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: AsyncIterable<Buffer>;
};

export type S3Response = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** A stream that has not been read must be destroyed. */
  readonly body?: string | Readable;
};

export function s3RequestFrom(incoming: IncomingMessage): S3Request {
  const { method = '', url = '/', headers } = incoming;
  const end = url.indexOf('?');
  const [path, query] = end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end + 1)];
  return { method, path, query: new URLSearchParams(query), headers, body: incoming };
}

/** What an address with the bucket in its path names. The key is empty for the bucket itself. */
export function addressOf({ path }: Pick<S3Request, 'path'>): { bucket: string; key: string } {
  // An address may also be absolute, as in requests to a proxy.
  const [, bucket = '', key = ''] = /^\/([^/]*)\/?(.*)$/s.exec(path) ?? failS3('InvalidURI');
  return { bucket: decode(bucket), key: decode(key) };
}

/** Bytes in UTF-8. */
const longestKey = 1024;

/** A key may be any text, such as `../../etc/passwd`: it never becomes the name of a file. */
export function refuseLongKey(key: string): void {
  if (Buffer.byteLength(key) > longestKey) failS3('KeyTooLongError');
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return failS3('InvalidURI');
  }
}

/** One value of a header that may not be given twice. */
export function headerOf(
  { headers }: Pick<S3Request, 'headers'>,
  name: string,
): string | undefined {
  const value = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return typeof value === 'object' ? value.join(', ') : value;
}
