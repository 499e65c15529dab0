import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Headers } from '../../machine/http-response.ts';

/** A request to the gateway, as received. */
export type GatewayRequest = {
  readonly method: string;
  /** Including the stage, still URL-encoded. */
  readonly path: string;
  /** Everything after the `?`. */
  readonly query: string;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly port: number;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly requestId: string;
  /** The `x-amz-apigw-id`. */
  readonly extendedRequestId: string;
  /** The `X-Amzn-Trace-Id`. */
  readonly traceId: string;
};

/** A header's last value, whatever its case. */
export function headerOf(
  { headers }: Pick<GatewayRequest, 'headers'>,
  wanted: string,
): string | undefined {
  return headers.findLast(([name]) => name.toLowerCase() === wanted.toLowerCase())?.[1];
}

/** All of a request except its body, which has not arrived yet. */
export function toGatewayRequest(
  request: IncomingMessage,
  receivedAt: number,
): Omit<GatewayRequest, 'body'> {
  const [path = '', query = ''] = splitOnce(request.url ?? '', '?');
  return {
    method: request.method ?? '',
    path,
    query,
    headers: pairs(request.rawHeaders),
    sourceIp: request.socket.remoteAddress ?? '',
    port: request.socket.localPort ?? 0,
    receivedAt,
    requestId: randomUUID(),
    extendedRequestId: randomBytes(11).toString('base64'),
    traceId: `Root=1-${Math.floor(receivedAt / 1000).toString(16)}-${randomBytes(12).toString('hex')}`,
  };
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function pairs(rawHeaders: readonly string[]): Headers {
  return rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? '']] : []));
}
