/** Entry ids: UUIDs, and their short form of 22 characters for display. */

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Whether the text is a UUID (RFC 9562), in upper or lower case. */
export function isUuid(text: string): boolean {
  return uuid.test(text.toLowerCase());
}

/** Passed in, because `core` has neither a clock nor randomness. */
export type IdSource = { readonly now: number; readonly random: Uint8Array };

/**
 * A UUIDv7 (RFC 9562 5.7): ids sort by creation time.
 * @param source milliseconds since 1970, and at least 10 random bytes
 */
export function newId({ now, random }: IdSource): string {
  const time = now.toString(16).padStart(12, '0').slice(-12);
  const bytes = Array.from(random.slice(0, 10), (byte) => byte.toString(16).padStart(2, '0'));
  const hex = bytes.join('');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(3), 16) % 4);
  return withDashes(`${time}7${hex.slice(0, 3)}${variant}${hex.slice(4, 19)}`);
}

/** When a UUIDv7 was made, in milliseconds since 1970; `undefined` for other ids. */
export function timeOfId(id: string): number | undefined {
  return isUuid(id) && id.charAt(14) === '7'
    ? Number.parseInt(id.replace('-', '').slice(0, 12), 16)
    : undefined;
}

/** The UUID's 16 bytes in base64url without padding: 22 characters, two for every three hexadecimal digits. */
export function shortId(id: string): string {
  return `${id.replaceAll('-', '')}0`.replace(/.../g, (digits) => {
    const bits = Number.parseInt(digits, 16);
    return alphabet.charAt(bits >> 6) + alphabet.charAt(bits & 63);
  });
}

/** The UUID of a short id, or `undefined` if it is not valid. */
export function fromShortId(short: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{21}[AQgw]$/.test(short)) return undefined;
  const hex = short.replace(/../g, ([first = '', second = '']) =>
    (alphabet.indexOf(first) * 64 + alphabet.indexOf(second)).toString(16).padStart(3, '0'),
  );
  const id = withDashes(hex.slice(0, 32));
  return isUuid(id) ? id : undefined;
}

function withDashes(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
