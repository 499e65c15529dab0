import { isRecord } from '../values/is-record.ts';
import { parseJsonArray } from '../values/parse-json-array.ts';

/** What a personal link says: for which form, whose, until when, and with which answers. */
export type Invitation = {
  readonly form: string;
  /** 96 random bits in base64url. */
  readonly id: string;
  /** Seconds since 1970. */
  readonly expires: number;
  /** Answers that are given with the link. Whoever opens it cannot change them. */
  readonly values: { readonly [field: string]: unknown };
};

/** An invitation as the text that is signed: as short as it can be, as it is in a link. */
export function invitationText({ form, id, expires, values }: Invitation): string {
  return JSON.stringify([form, id, expires, ...(Object.keys(values).length > 0 ? [values] : [])]);
}

/** The invitation in a text of unknown origin. */
export function parseInvitationText(text: string): Invitation | undefined {
  const [form, id, expires, values = {}, ...others] = parseJsonArray(text);
  const isOne =
    typeof form === 'string' &&
    typeof id === 'string' &&
    invitationIdPattern.test(id) &&
    typeof expires === 'number' &&
    Number.isSafeInteger(expires) &&
    isRecord(values) &&
    others.length === 0;
  return isOne ? { form, id, expires, values } : undefined;
}

const invitationIdPattern = /^[\w-]{16}$/;

/** In front of the token in the fragment of a personal link, which no server sees: `/visit#invite=…`. */
export const linkPrefix = '#invite=';

/** Characters of a token. A gateway accepts 10 KB of headers in all. */
export const longestToken = 3000;

/** Before the id of an invitation, as the username of whoever has its link. */
const invitedAuthorPrefix = 'invited#';

/** The author of the entry of an invitation, on whichever device the link is opened. */
export function invitedAuthor(id: string): string {
  return invitedAuthorPrefix + id;
}

export function isInvitedAuthor(username: string): boolean {
  return username.startsWith(invitedAuthorPrefix);
}
