import { createHash } from 'node:crypto';

const digits = '0123456789';
const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();

export const lowercase = digits + lower;
export const uppercase = digits + upper;
export const anyCase = digits + lower + upper;

/** Characters that look random but depend only on the seed, so they are the same at every start. */
export function characters(seed: string, length: number, alphabet: string): string {
  const base = BigInt(alphabet.length);
  let rest = BigInt(`0x${createHash('sha512').update(seed).digest('hex')}`);
  let drawn = '';
  while (drawn.length < length) {
    drawn += alphabet[Number(rest % base)];
    rest /= base;
  }
  return drawn;
}

/** A UUID that depends only on the seed. */
export function uuid(seed: string): string {
  const hex = characters(seed, 32, '0123456789abcdef');
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
}

/** The name that CloudFormation generates: stack, logical id and suffix, at most 64 characters. */
export function generatedName(stackName: string, logicalId: string, seed: string): string {
  const suffix = characters(seed, 12, uppercase);
  return `${stackName.slice(0, 24).replace(/-+$/, '')}-${logicalId.slice(0, 24)}-${suffix}`;
}
