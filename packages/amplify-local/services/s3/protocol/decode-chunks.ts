import { failS3 } from './s3-failure.ts';

/** The longest line between chunks, and the longest trailer, in bytes. */
const longestLine = 1024;

/**
 * Decodes a body of `aws-chunked`, as it arrives: chunks are `<length in hex>\r\n<bytes>\r\n`. One of length 0
 * ends them; trailing headers follow, which go into `trailer`.
 */
export async function* decodeChunks(
  body: AsyncIterable<Buffer>,
  trailer: Map<string, string>,
): AsyncGenerator<Buffer, void> {
  let line = '';
  let left = 0;
  let state: 'length' | 'content' | 'end of content' | 'trailer' = 'length';
  for await (const bytes of body) {
    let at = 0;
    while (at < bytes.length) {
      if (state === 'content') {
        const content = bytes.subarray(at, at + left);
        at += content.length;
        left -= content.length;
        if (left === 0) state = 'end of content';
        yield content;
        continue;
      }
      const end = bytes.indexOf('\n', at);
      line += bytes.toString('latin1', at, end < 0 ? undefined : end);
      if (line.length > longestLine) failS3('IncompleteBody');
      if (end < 0) break;
      at = end + 1;
      const text = line.trimEnd();
      line = '';
      if (state === 'end of content') {
        if (text !== '') failS3('IncompleteBody');
        state = 'length';
      } else if (state === 'length') {
        if (!/^[0-9a-f]{1,10}$/i.test(text)) failS3('IncompleteBody');
        left = Number.parseInt(text, 16);
        state = left === 0 ? 'trailer' : 'content';
      } else if (text !== '') {
        const colon = text.indexOf(':');
        trailer.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
        if (trailer.size > 10) failS3('IncompleteBody');
      }
    }
  }
  if (state !== 'trailer') failS3('IncompleteBody');
}
