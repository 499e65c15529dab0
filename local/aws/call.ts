import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** One request to an AWS API, read whole. */
export type AwsCall = {
  readonly method: string;
  /** As it was sent, with its percent signs. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type AwsAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

/** What speaks for one service, or for several. */
export type AwsService = (call: AwsCall) => Promise<AwsAnswer>;

export async function callOf(request: IncomingMessage): Promise<AwsCall> {
  const { method = '', url = '/', headers } = request;
  const [path = '/', query] = url.split('?', 2);
  const body = await buffer(request);
  return { method, path, query: new URLSearchParams(query), headers, body };
}

export type Signature = {
  readonly accessKey: string;
  readonly region: string;
  /** `cloudformation`, as the service is called in signatures. */
  readonly service: string;
};

/** Who a call says it is, for where and what. Nothing here checks that it was signed with the right secret. */
export function signatureOf({ headers }: Pick<AwsCall, 'headers'>): Signature | undefined {
  const scope = /Credential=([^/,\s]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/;
  const [, accessKey, region, service] = scope.exec(headers.authorization ?? '') ?? [];
  return accessKey && region && service ? { accessKey, region, service } : undefined;
}
