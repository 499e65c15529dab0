export type Answered = { readonly status: number; readonly body: string };

/** And whether the server closes the connection after it. */
type Answer = Answered & { readonly isLast: boolean };

/**
 * The answer in what has arrived so far, or nothing while it is not whole: HTTP/1.1 (RFC 9112) with a body
 * of stated length or in chunks.
 * @throws `EPROTO` for anything else, and for more than one: it would be taken for the next one's answer
 */
export function answerIn(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const status = /^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? refuse();
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
  const rest = bytes.subarray(end + 4);
  const body = /\r\ntransfer-encoding: *chunked/i.test(head)
    ? fromChunks(rest)
    : exactly(Number(length), rest);
  const isLast = /\r\nconnection: *close/i.test(head);
  return body && { status: Number(status), body: body.toString(), isLast };
}

function exactly(length: number, bytes: Buffer): Buffer | undefined {
  if (bytes.length < length) return undefined;
  return bytes.length === length ? bytes : refuse();
}

/** Each after its length in hexadecimal; the last has none. */
function fromChunks(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const start = bytes.indexOf('\r\n', at) + 2;
    if (start < 2) return undefined;
    const length = Number.parseInt(bytes.toString('latin1', at, start), 16);
    // Also what is no number: and with less than nothing this would go round for ever.
    if (!(length >= 0)) refuse();
    at = start + length + 2;
    if (length === 0) return exactly(at, bytes) && Buffer.concat(chunks);
    if (at >= bytes.length) return undefined;
    chunks.push(bytes.subarray(start, at - 2));
  }
}

/** As Node's own are, by a code; and by that name, for a log tells an error's name and nothing else. */
export function failure(code: string): Error {
  return Object.assign(new Error(code), { code, name: code });
}

function refuse(): never {
  throw failure('EPROTO');
}
