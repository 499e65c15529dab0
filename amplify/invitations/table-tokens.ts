import {
  invitationText,
  longestToken,
  parseInvitationText,
  type Invitation,
} from '#core/invitations/invitation.ts';
import type { InvitationTokens } from '#core/invitations/invitation-tokens.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import { createHmac, timingSafeEqual } from '../node-crypto.ts';

type Deps = {
  readonly table: Pick<Table, 'get' | 'put'>;
  /** The secrets, remembered between requests. */
  readonly remembered: { secrets?: Secrets };
  readonly randomBytes: (count: number) => Uint8Array;
  readonly now: () => Date;
};

type Secrets = {
  /** Of links that are made now. */
  readonly current: string | undefined;
  /** Of links that were made before the secret was changed. */
  readonly previous: string | undefined;
  /** Milliseconds since 1970. */
  readonly readAt: number;
};

/** Milliseconds after which a token that no secret has signed makes the function look for another secret. */
const rereadAfter = 10_000;

/** Milliseconds for which secrets are trusted, as somebody may have deleted one. */
const trustedFor = 5 * 60_000;

/**
 * Signs tokens with a secret of this deployment, in two items of the table. The first link makes it. Whoever reads
 * the table could make links: but they have the answers already.
 */
export function createTableTokens({ table, remembered, randomBytes, now }: Deps): InvitationTokens {
  return {
    async make(invitation) {
      const text = toBase64Url(invitationText(invitation));
      return `${text}.${sign(text, await secretToSign())}`;
    },

    async open(token) {
      const [text = '', signature = '', ...others] = token.split('.');
      if (token.length > longestToken || others.length > 0) return undefined;
      const known = isOlderThan(trustedFor) ? undefined : remembered.secrets;
      if (known && isSigned(text, signature, known)) return parse(text);
      if (known && !isOlderThan(rereadAfter)) return undefined;
      return isSigned(text, signature, await readSecrets()) ? parse(text) : undefined;
    },

    async idOf(texts) {
      const own = JSON.stringify(['formstead invitation id', ...texts]);
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

  /** The first link of all. */
  async function storeSecret(): Promise<string> {
    const secret = Buffer.from(randomBytes(32)).toString('base64url');
    const put = await table.put(
      { ...secretKey('current'), secret },
      { if: 'attribute_not_exists(pk)' },
    );
    const { current } = await readSecrets();
    return put.done ? secret : (current ?? secret);
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

function isSigned(text: string, signature: string, { current, previous }: Secrets): boolean {
  return [current, previous].some((secret) => {
    if (secret === undefined) return false;
    const expected = Buffer.from(sign(text, secret));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

/** 128 bits: nobody finds one by trying. */
function sign(text: string, secret: string): string {
  return hmac(`formstead invitation ${text}`, secret).slice(0, 22);
}

function hmac(text: string, secret: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function parse(text: string): Invitation | undefined {
  return parseInvitationText(Buffer.from(text, 'base64url').toString('utf8'));
}

function toBase64Url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
