import { crc32 } from 'node:zlib';
import type { AwsRequest } from '../machine/aws-request.ts';
import { failWith } from '../machine/aws-failure.ts';

/** The body of a PutObject, decoded from its chunks. Its checksum is verified if it has one. */
export function putObjectBody({ headers, body }: Pick<AwsRequest, 'headers' | 'body'>): Buffer {
  const isChunked = String(headers['content-encoding']).includes('aws-chunked');
  const decoded = isChunked ? decodeChunks(body) : { content: body, trailer: '' };
  const [, inTrailer] = /x-amz-checksum-crc32:([\w+/=]+)/.exec(decoded.trailer) ?? [];
  const expected = inTrailer ?? headers['x-amz-checksum-crc32'];
  if (expected !== undefined && expected !== checksum(decoded.content))
    failWith('BadDigest', 'The body does not match its checksum.');
  return decoded.content;
}

/** Chunks are `<length in hex>[;signature]\r\n<bytes>\r\n`. One of length 0 ends them; trailing headers follow. */
function decodeChunks(body: Buffer): { content: Buffer; trailer: string } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = body.indexOf('\r\n', at);
    const length = Number.parseInt(body.toString('latin1', at, end), 16);
    if (end < 0 || Number.isNaN(length))
      failWith('IncompleteBody', 'The chunks of the body do not add up.');
    at = end + 2;
    if (length === 0) break;
    chunks.push(body.subarray(at, at + length));
    at += length + 2;
  }
  return { content: Buffer.concat(chunks), trailer: body.toString('latin1', at) };
}

function checksum(content: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(content));
  return bytes.toString('base64');
}
