import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Webhook } from '#core/events/webhook.ts';
import { isPublicAddress } from './public-address.ts';

/** `code` says why, without anything that the receiver has written. */
export type PostResult =
  | { readonly is: 'delivered'; readonly code: string }
  | {
      readonly is: 'failed';
      readonly code: string;
      /** Milliseconds that the receiver asks to wait. */
      readonly wait?: number;
    };

type Resolve = (
  host: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

type Post = {
  readonly webhook: Pick<Webhook, 'url' | 'allow'>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds until it is given up. */
  readonly timeout: number;
  readonly resolve?: Resolve;
};

/** Bytes of a response that are received, and thrown away. */
const longestResponse = 16 * 1024;

/** Milliseconds for the rest of a response whose status is known. */
const timeForRest = 1000;

/**
 * Sends a message once, on a connection of its own: to an address that was checked after it was looked up, so that no
 * name can lead into a private network. Redirects are not followed. Never rejects.
 */
export function postMessage({
  webhook,
  headers,
  body,
  timeout,
  resolve,
}: Post): Promise<PostResult> {
  const url = new URL(webhook.url);
  const { allow = [] } = webhook;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const mayBePrivate = allow.includes('private-addresses');
  if (url.protocol !== 'https:' && !allow.includes('http')) return failed('not_https');
  // Nothing is looked up for an address.
  if (isIP(host) > 0 && !mayBePrivate && !isPublicAddress(host)) return failed(privateAddress);

  return new Promise((done) => {
    const end = (result: PostResult): void => {
      clearTimeout(timer);
      request.destroy();
      done(result);
    };
    const fail = (code: string): void => end({ is: 'failed', code });
    const timer = setTimeout(() => fail('timeout'), timeout);
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: false,
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(body)),
        'User-Agent': 'webhooks',
      },
      lookup: checkedLookup(resolve ?? allAddresses, mayBePrivate),
    });
    request.on('error', (error: NodeJS.ErrnoException) => fail(failureCode(error)));
    request.on('response', (response) => {
      // Whoever answers before the message is there has not read it.
      if (!request.writableFinished) return fail('answered_early');
      const result = resultOf(response);
      clearTimeout(timer);
      discard(response, () => end(result));
    });
    request.end(body);
  });
}

const privateAddress = 'private_address';

function failed(code: string): Promise<PostResult> {
  return Promise.resolve({ is: 'failed', code });
}

const allAddresses: Resolve = (host, done) => systemLookup(host, { all: true }, done);

/** Fails if one of the addresses is not public: then it is no server for the public. */
function checkedLookup(resolve: Resolve, mayBePrivate: boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) return done(error ?? coded('ENOTFOUND'), '');
      if (!mayBePrivate && !addresses.every(({ address }) => isPublicAddress(address)))
        return done(coded(privateAddress), '');
      if (options.all) return done(null, [...addresses]);
      done(null, first.address, first.family);
    });
  };
}

function coded(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}

function failureCode({ code }: NodeJS.ErrnoException): string {
  if (code === privateAddress) return privateAddress;
  return code && /^[A-Z][A-Z0-9_]{0,60}$/.test(code) ? code.toLowerCase() : 'connection_failed';
}

function resultOf({ statusCode = 0, headers }: IncomingMessage): PostResult {
  const code = `http_${statusCode}`;
  if (statusCode >= 200 && statusCode < 300) return { is: 'delivered', code };
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return { is: 'failed', code, ...(seconds >= 0 && { wait: seconds * 1000 }) };
}

/** Receives the rest of a response, so that the receiver sees an orderly end, unless it is long or slow. */
function discard(response: IncomingMessage, done: () => void): void {
  let received = 0;
  const timer = setTimeout(done, timeForRest);
  const end = (): void => {
    clearTimeout(timer);
    done();
  };
  response.on('data', (piece: Buffer) => {
    received += piece.length;
    if (received > longestResponse) end();
  });
  response.on('end', end);
  response.on('error', end);
}
