import { createHash, getDiffieHellman } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSrpA, srpKey, srpOffer, srpSignature, srpVerifier } from './srp.ts';

const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
const identity = { poolId: 'us-east-1_Ab12Cd34E', sub: '1f0a' };
const password = 'Pässword 1!';

/** Computed by the AuthenticationHelper of aws-amplify 6.22.1. */
const computedByAmplify = [
  {
    seed: 'one',
    salt: '00ab3333333333333333333333333333',
    key: '2f2cc90333b7b5a05cff0cf50cfb92e7',
    signature: 'bmVD/RkGopReyvOSN/ntK2HYmdrzvyRLxImRXvpRk40=',
  },
  {
    seed: 'two',
    salt: 'f0777777777777777777777777777777',
    key: '50192849427ace82a13fefb3a50a8b59',
    signature: 'O/de6GmL1NzaVnYedFX44WvkQzt/99+GtsFo2jkEs30=',
  },
];

test.each(computedByAmplify)('the server computes the same key as Amplify: $seed', (amplify) => {
  const a = BigInt(`0x${sha256(`a${amplify.seed}`)}`);
  const secret = sha256(`b${amplify.seed}`);
  const verifier = srpVerifier(identity, amplify.salt, password);
  const B = (k() * BigInt(`0x${verifier}`) + power(2n, BigInt(`0x${secret}`))) % N;

  const key = srpKey({ A: power(2n, a).toString(16), B: B.toString(16), secret, verifier });

  expect(key.toString('hex')).toBe(amplify.key);
  const secretBlock = Buffer.from('secret block').toString('base64');
  const timestamp = 'Sat Nov 21 10:00:00 UTC 2026';
  expect(srpSignature(key, identity, { secretBlock, timestamp })).toBe(amplify.signature);
});

test('a verifier of another password, person or pool gives another key', () => {
  const salt = 'f0777777777777777777777777777777';
  const verifiers = [
    srpVerifier(identity, salt, password),
    srpVerifier(identity, salt, 'another'),
    srpVerifier({ ...identity, sub: 'else' }, salt, password),
    srpVerifier({ ...identity, poolId: 'us-east-1_Other' }, salt, password),
  ];
  expect(new Set(verifiers).size).toBe(4);
});

test('every challenge is different, and its B hides the secret', () => {
  const verifier = srpVerifier(identity, 'ab', password);
  const [one, other] = [srpOffer(verifier), srpOffer(verifier)];
  expect(one.B).not.toBe(other.B);
  expect(one.B).not.toContain(one.secret);
});

test('an A that would open every account is invalid', () => {
  expect(isSrpA(power(2n, 123n).toString(16))).toBe(true);
  for (const text of ['0', N.toString(16), (2n * N).toString(16), '', 'xyz'])
    expect(isSrpA(text)).toBe(false);
});

function k(): bigint {
  return BigInt(
    `0x${createHash('sha256')
      .update(`00${N.toString(16)}02`, 'hex')
      .digest('hex')}`,
  );
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  const half = power(base, exponent / 2n);
  const square = (half * half) % N;
  return exponent % 2n === 1n ? (square * base) % N : square;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
