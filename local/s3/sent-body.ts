import { crc32 } from 'node:zlib';
import type { AwsCall } from '../aws/call.ts';
import { failWith } from '../aws/failure.ts';

/** What a PutObject carries, out of its chunks, with its checksum compared where there is one. */
export function sentBody({ headers, body }: Pick<AwsCall, 'headers' | 'body'>): Buffer {
  const isChunked = String(headers['content-encoding']).includes('aws-chunked');
  const sent = isChunked ? outOfChunks(body) : { content: body, trailer: '' };
  const [, inTrailer] = /x-amz-checksum-crc32:([\w+/=]+)/.exec(sent.trailer) ?? [];
  const expected = inTrailer ?? headers['x-amz-checksum-crc32'];
  if (expected !== undefined && expected !== checksum(sent.content))
    failWith('BadDigest', 'What arrived is not what its checksum was made of.');
  return sent.content;
}

/** `<length in hex>[;signature]\r\n<bytes>\r\n`, again and again to a length of 0, then trailing headers. */
function outOfChunks(body: Buffer): { content: Buffer; trailer: string } {
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
