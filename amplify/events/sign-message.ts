import { createHmac } from '../node-crypto.ts';

type Message = {
  readonly id: string;
  /** Seconds since 1970, when it is sent. */
  readonly timestamp: number;
  readonly body: string;
};

/** Bytes. Standard Webhooks proposes 24 to 64. */
const shortestKey = 16;

/**
 * The keys of a webhook: one secret, or two with a blank between them while receivers change from one to the other.
 * `undefined` if there is none, or if one cannot be a key.
 */
export function keysIn(secret: string): readonly Buffer[] | undefined {
  const texts = secret.split(/\s+/).filter((it) => it !== '');
  const keys = texts.map((it) => Buffer.from(it.replace(/^whsec_/, ''), 'base64'));
  return keys.length > 0 && keys.every(({ length }) => length >= shortestKey) ? keys : undefined;
}

/** The headers of https://www.standardwebhooks.com, with a signature for each key. */
export function signedHeaders(
  { id, timestamp, body }: Message,
  keys: readonly Buffer[],
): Readonly<Record<string, string>> {
  const signatures = keys.map(
    (key) =>
      `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`,
  );
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
