import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request to an AWS API, with its whole body. */
export type AwsRequest = {
  readonly method: string;
  /** As it was sent, still URL-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

export type AwsResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

/** Handles the requests of one AWS service, or of several. */
export type AwsService = (request: AwsRequest) => Promise<AwsResponse>;

export async function readAwsRequest(request: IncomingMessage): Promise<AwsRequest> {
  const { method = '', url = '/', headers } = request;
  const [path = '/', query] = url.split('?', 2);
  const body = await buffer(request);
  return { method, path, query: new URLSearchParams(query), headers, body };
}

export type Signature = {
  readonly accessKey: string;
  readonly region: string;
  /** The name of the service in signatures, such as `cloudformation`. */
  readonly service: string;
};

/** The access key, region and service named in a request's signature. The signature itself is not verified. */
export function signatureOf({ headers }: Pick<AwsRequest, 'headers'>): Signature | undefined {
  const scope = /Credential=([^/,\s]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/;
  const [, accessKey, region, service] = scope.exec(headers.authorization ?? '') ?? [];
  return accessKey && region && service ? { accessKey, region, service } : undefined;
}
