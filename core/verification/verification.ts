import type { EntryKey } from '../entries/store/entry-store.ts';
import { parseJsonArray } from '../values/parse-json-array.ts';

/** What the link in a mail says: which address was typed into which entry, and until when it can be verified. */
export type Verification = EntryKey & {
  /** A keyed digest of the address. */
  readonly address: string;
  /** Seconds since 1970. */
  readonly expires: number;
};

/** A verification as the text that is signed. */
export function verificationText({ form, username, id, address, expires }: Verification): string {
  return JSON.stringify([form, username, id, address, expires]);
}

/** The verification in a text of unknown origin. */
export function parseVerificationText(text: string): Verification | undefined {
  const [form, username, id, address, expires, ...others] = parseJsonArray(text);
  const isOne =
    typeof form === 'string' &&
    typeof username === 'string' &&
    typeof id === 'string' &&
    typeof address === 'string' &&
    typeof expires === 'number' &&
    Number.isSafeInteger(expires) &&
    others.length === 0;
  return isOne ? { form, username, id, address, expires } : undefined;
}

/** In front of the token in the fragment of the link, which no server sees: `/entries/visit/018f…#verify=…`. */
export const verifyPrefix = '#verify=';

/** Seconds for which a link is valid. */
export const verifiableFor = 7 * 24 * 3600;

/** Characters of a token. A form's id has up to 64. */
export const longestVerificationToken = 400;
