/** Crockford's base 32: no letters that look like others. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A short reference to an entry, such as `K7M3-Q9XT`, for people to quote. From the last 40 bits of its id,
 * which are random. It is no key: among a million entries, two may have the same.
 */
export function entryReference(id: string): string {
  const bits = BigInt(`0x0${id.replaceAll(/[^0-9a-f]/gi, '').slice(-10)}`);
  const characters = Array.from({ length: 8 }, (_, at) =>
    alphabet.charAt(Number((bits >> BigInt(35 - 5 * at)) & 31n)),
  ).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4)}`;
}
