import type { Item, Table } from '../entries/dynamo-table.ts';
import { createHmac, timingSafeEqual } from '../node-crypto.ts';
import { ifNone } from '../entries/write-conditions.ts';

export type SigningDeps = {
  readonly table: Pick<Table, 'get' | 'put'>;
  /** The secrets, remembered between requests. */
  readonly remembered: { secrets?: Secrets };
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => Date;
};

type Secrets = {
  /** Of texts that are signed now. */
  readonly current: string | undefined;
  /** Of texts that were signed before the secret was changed. */
  readonly previous: string | undefined;
  /** Milliseconds since 1970. */
  readonly readAt: number;
};

/** Signs texts of one purpose, so that those of another are not accepted in their place. */
export type Signatures = {
  /** A token for a link: the text and its signature. */
  readonly sign: (text: string) => Promise<string>;
  /** The text in a token, if this deployment has signed it. */
  readonly open: (token: string) => Promise<string | undefined>;
  /** A keyed digest of texts, 96 bits, which nobody can guess: of the same texts the same. */
  readonly digestOf: (texts: readonly string[]) => Promise<string>;
};

type Purpose = {
  readonly purpose: 'invitation' | 'address verification';
  /** Characters of a token. */
  readonly longest: number;
};

/** Milliseconds after which a token that no secret has signed makes the function look for another secret. */
const rereadAfter = 10_000;

/** Milliseconds for which secrets are trusted, as somebody may have deleted one. */
const trustedFor = 5 * 60_000;

/**
 * Signs with a secret of this deployment, in two items of the table. The first token makes it. Whoever reads the table
 * could make tokens: but they have the answers already.
 */
export function createTableSignatures(
  { table, remembered, randomBytes, now }: SigningDeps,
  { purpose, longest }: Purpose,
): Signatures {
  return {
    async sign(text) {
      const encoded = toBase64Url(text);
      return `${encoded}.${signature(encoded, await secretToSign())}`;
    },

    async open(token) {
      const [text = '', given = '', ...others] = token.split('.');
      if (token.length > longest || others.length > 0) return undefined;
      const known = isOlderThan(trustedFor) ? undefined : remembered.secrets;
      if (known && isSigned(text, given, known)) return fromBase64Url(text);
      if (known && !isOlderThan(rereadAfter)) return undefined;
      return isSigned(text, given, await readSecrets()) ? fromBase64Url(text) : undefined;
    },

    async digestOf(texts) {
      const own = JSON.stringify([`formstead ${purpose} id`, ...texts]);
      return hmac(own, await secretToSign()).slice(0, 16);
    },
  };

  function isOlderThan(milliseconds: number): boolean {
    return now().getTime() - (remembered.secrets?.readAt ?? 0) >= milliseconds;
  }

  async function readSecrets(): Promise<Secrets> {
    const [current, previous] = await Promise.all(
      (['current', 'previous'] as const).map((it) => table.get(secretKey(it))),
    );
    return (remembered.secrets = {
      current: secretIn(current),
      previous: secretIn(previous),
      readAt: now().getTime(),
    });
  }

  async function secretToSign(): Promise<string> {
    const known = isOlderThan(rereadAfter) ? undefined : remembered.secrets?.current;
    return known || (await readSecrets()).current || storeSecret();
  }

  /** The first token of all. */
  async function storeSecret(): Promise<string> {
    const secret = Buffer.from(randomBytes(32)).toString('base64url');
    const put = await table.put({ ...secretKey('current'), secret }, ifNone);
    const { current } = await readSecrets();
    return put.done ? secret : (current ?? secret);
  }

  function isSigned(text: string, given: string, { current, previous }: Secrets): boolean {
    return [current, previous].some((secret) => {
      if (secret === undefined) return false;
      const expected = Buffer.from(signature(text, secret));
      const found = Buffer.from(given);
      return found.length === expected.length && timingSafeEqual(found, expected);
    });
  }

  /** 128 bits: nobody finds one by trying. */
  function signature(text: string, secret: string): string {
    return hmac(`formstead ${purpose} ${text}`, secret).slice(0, 22);
  }
}

/** Where the secret is, and where it stays for a while when another takes its place: docs/deploy.md. */
function secretKey(which: 'current' | 'previous') {
  return { pk: 'secret#invitations', sk: which };
}

function secretIn(item: Item | undefined): string | undefined {
  const secret = item?.['secret'];
  return typeof secret === 'string' && secret !== '' ? secret : undefined;
}

function hmac(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function toBase64Url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function fromBase64Url(text: string): string {
  return Buffer.from(text, 'base64url').toString('utf8');
}
