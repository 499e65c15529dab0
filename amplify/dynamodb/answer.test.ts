import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerIn } from './answer.ts';

const head = (...lines: readonly string[]) => ['HTTP/1.1 200 OK', ...lines, '', ''].join('\r\n');

/** A body as a server may send it: in one piece of stated length, or in chunks. */
const message = fc
  .tuple(fc.string({ unit: 'grapheme' }), fc.array(fc.nat({ max: 9 }), { maxLength: 9 }))
  .map(([body, sizes]) => {
    const bytes = Buffer.from(body);
    if (sizes.length === 0)
      return { body, bytes: withHead(`Content-Length: ${bytes.length}`, bytes) };
    let at = 0;
    const pieces = [...sizes, bytes.length].map((size) => bytes.subarray(at, (at += size)));
    const chunks = pieces
      .filter((it) => it.length > 0)
      .flatMap((it) => [Buffer.from(`${it.length.toString(16)}\r\n`), it, Buffer.from('\r\n')]);
    const rest = Buffer.concat([...chunks, Buffer.from('0\r\n\r\n')]);
    return { body, bytes: withHead('Transfer-Encoding: chunked', rest) };
  });

function withHead(line: string, rest: Buffer): Buffer {
  return Buffer.concat([Buffer.from(head('Date: today', line)), rest]);
}

test('an answer is one when its last byte is there, and not before', () => {
  fc.assert(
    fc.property(message, ({ body, bytes }) => {
      for (let length = 0; length < bytes.length; length += 1)
        expect(answerIn(bytes.subarray(0, length))).toBeUndefined();
      expect(answerIn(bytes)).toEqual({ status: 200, body, isLast: false });
    }),
  );
});

test('with a byte more it is none', () => {
  fc.assert(
    fc.property(message, ({ bytes }) => {
      expect(() => answerIn(Buffer.concat([bytes, Buffer.from('H')]))).toThrow('EPROTO');
    }),
  );
});

test('a server may say that it closes the connection', () => {
  const bytes = Buffer.from(head('content-length:0', 'connection: Close'));
  expect(answerIn(bytes)).toEqual({ status: 200, body: '', isLast: true });
});

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH\r\n\r\n'],
  ['a body of no stated length', head('content-type: text/html')],
  ['an interim answer', 'HTTP/1.1 100 Continue\r\n\r\n'],
  ['a chunk of less than nothing', `${head('transfer-encoding: chunked')}-6\r\nmany`],
  ['a chunk of a length that is no number', `${head('transfer-encoding: chunked')}many\r\n`],
])('%s is refused', (_, text) => {
  expect(() => answerIn(Buffer.from(text))).toThrow('EPROTO');
});

test('what nobody has thought of is whole, not yet whole, or refused', () => {
  const lines = fc.array(fc.constantFrom('\r\n', 'a', '0', '7', ':', ' ', ';', '\0', 'ä', '-'));
  fc.assert(
    fc.property(
      fc.constantFrom(head(), head('transfer-encoding: chunked'), ''),
      lines,
      (it, more) => {
        try {
          answerIn(Buffer.from(it + more.join('')));
        } catch (error) {
          expect(error).toMatchObject({ code: 'EPROTO' });
        }
      },
    ),
  );
});
