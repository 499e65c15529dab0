/**
 * Secure Remote Password 6a, with Cognito's choices: RFC 3526 group 15, SHA-256, HKDF.
 * The server keeps a verifier `v = g^x` and never sees the password `x` is made of.
 */
import { createHash, createHmac, getDiffieHellman, hkdfSync, randomBytes } from 'node:crypto';

const N = BigInt(`0x${getDiffieHellman('modp15').getPrime('hex')}`);
const g = 2n;
const k = hashed(bytes(N), bytes(g));

/** Whose password it is. Cognito includes the part of the pool id after `_` in every hash. */
export type SrpIdentity = { readonly poolId: string; readonly sub: string };

/** `v`, in hexadecimal. */
export function srpVerifier(identity: SrpIdentity, salt: string, password: string): string {
  const inner = sha256(Buffer.from(`${poolName(identity)}${identity.sub}:${password}`));
  return power(g, hashed(bytes(hexToNumber(salt)), inner)).toString(16);
}

/** The server's secret `b`, kept until the client responds, and its public value `B`, which the client gets. */
export function srpOffer(verifier: string): { secret: string; B: string } {
  const b = BigInt(`0x${randomBytes(32).toString('hex')}`);
  const B = (k * hexToNumber(verifier) + power(g, b)) % N;
  return { secret: b.toString(16), B: B.toString(16) };
}

/** Whether a client's `A` is valid: a multiple of N would open every account. */
export function isSrpA(text: string): boolean {
  return /^[0-9a-f]{1,800}$/i.test(text) && hexToNumber(text) % N !== 0n;
}

/** The key that both sides compute if the password is right. */
export function srpKey(sides: { A: string; B: string; secret: string; verifier: string }): Buffer {
  const A = hexToNumber(sides.A);
  const u = hashed(bytes(A), bytes(hexToNumber(sides.B)));
  const S = power(A * power(hexToNumber(sides.verifier), u), hexToNumber(sides.secret));
  return Buffer.from(hkdfSync('sha256', bytes(S), bytes(u), 'Caldera Derived Key', 16));
}

/** The signature by which the client shows that it has the key. */
export function srpSignature(
  key: Buffer,
  identity: SrpIdentity,
  claim: { secretBlock: string; timestamp: string },
): string {
  return createHmac('sha256', key)
    .update(poolName(identity) + identity.sub)
    .update(Buffer.from(claim.secretBlock, 'base64'))
    .update(claim.timestamp)
    .digest('base64');
}

function poolName({ poolId }: SrpIdentity): string {
  return poolId.split('_')[1] ?? '';
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % N;
    if (bit === '1') result = (result * base) % N;
  }
  return result;
}

/** Two's complement, like Java's BigInteger: with a leading zero byte if the top bit is set. */
function bytes(number: bigint): Buffer {
  const hex = number.toString(16);
  const even = hex.length % 2 === 1 ? `0${hex}` : hex;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

function hashed(...parts: Buffer[]): bigint {
  return hexToNumber(sha256(...parts).toString('hex'));
}

function sha256(...parts: Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}

function hexToNumber(hex: string): bigint {
  return BigInt(`0x${hex}`);
}
