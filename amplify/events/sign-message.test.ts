import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { keysIn, signedHeaders } from './sign-message.ts';

const aSecret = () => `whsec_${randomBytes(24).toString('base64')}`;

/** What somebody else's library says of a message that was signed with secrets. */
function verified(secret: string, given: string, body: string): unknown {
  const timestamp = Math.floor(Date.now() / 1000);
  const headers = signedHeaders({ id: 'an-event', timestamp, body }, keysIn(secret) ?? []);
  return new Webhook(given).verify(body, { ...headers });
}

test('whatever a message says, the library of Standard Webhooks verifies it', () =>
  fc.assert(
    fc.property(fc.json(), (body) => {
      const secret = aSecret();
      expect(verified(secret, secret, body)).toEqual(JSON.parse(body));
    }),
  ));

test('while a secret is replaced, receivers with either verify it, and others do not', () => {
  const [before, after] = [aSecret(), aSecret()];
  for (const given of [before, after])
    expect(verified(`${after} ${before}`, given, '{}')).toEqual({});
  expect(() => verified(after, before, '{}')).toThrow('No matching signature');
});

test.each(['', ' ', 'local', 'whsec_', 'whsec_c2hvcnQ=', `${aSecret()} local`])(
  'nothing is signed with “%s”',
  (secret) => {
    expect(keysIn(secret)).toBeUndefined();
  },
);
