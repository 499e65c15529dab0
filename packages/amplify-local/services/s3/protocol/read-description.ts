import { failS3 } from './s3-failure.ts';
import { headerOf, type S3Request } from './s3-request.ts';
import type { Description } from '../storage/object-version.ts';

/** Headers that are stored with an object and sent with it. */
export const storedHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

const metadataPrefix = 'x-amz-meta-';
/** Bytes, of all names and values. */
const longestMetadata = 2048;

/** What a request says about the object that it stores. */
export function readDescription(request: S3Request): Description {
  return {
    headers: headersIn(request),
    metadata: metadataIn(request),
    tags: tagsFromHeader(headerOf(request, 'x-amz-tagging')),
  };
}

function headersIn(request: S3Request): Record<string, string> {
  const given = storedHeaders.flatMap((name) => {
    const value = headerOf(request, name);
    // `aws-chunked` is how the body was sent, not what it is.
    const own =
      name === 'content-encoding' ? value?.replace(/(^|, *)aws-chunked(, *|$)/, '') : value;
    return own ? [[name, own] as const] : [];
  });
  return { 'content-type': 'binary/octet-stream', ...Object.fromEntries(given) };
}

function metadataIn({ headers }: S3Request): Record<string, string> {
  const metadata = Object.entries(headers)
    .filter(([name]) => name.startsWith(metadataPrefix))
    .map(([name, value]) => [name.slice(metadataPrefix.length), String(value)] as const);
  if (Buffer.byteLength(metadata.flat().join('')) > longestMetadata) failS3('MetadataTooLarge');
  return Object.fromEntries(metadata);
}

/** `a=1&b=2`. */
function tagsFromHeader(header = ''): Record<string, string> {
  return checkedTags([...new URLSearchParams(header)]);
}

/** S3's limits: ten tags, each key once. */
export function checkedTags(tags: readonly (readonly [string, string])[]): Record<string, string> {
  const byKey = Object.fromEntries(tags);
  if (tags.length > 10) failS3('InvalidTag', 'Object tags cannot be greater than 10');
  if (Object.keys(byKey).length < tags.length)
    failS3('InvalidTag', 'Cannot provide multiple Tags with the same key');
  for (const [key, value] of tags)
    if (key.length < 1 || key.length > 128 || value.length > 256) failS3('InvalidTag');
  return byKey;
}
