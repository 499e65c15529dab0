import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { listenOnLoopback } from '../../machine/loopback-server.ts';
import { s3RequestFrom, type S3Response } from './protocol/s3-request.ts';
import type { AwsStream } from '../../machine/aws-endpoint.ts';
import type { S3Handler } from './s3-handler.ts';

export type S3Server = { readonly url: string; close(): Promise<void> };

/**
 * The server for functions, and for pages that a function gave a presigned URL. Any page may use one, because the
 * secret keys are random; the bucket's CORS rules say which pages may read.
 */
export async function startS3Server(handle: S3Handler, port: number): Promise<S3Server> {
  const server = await listenOnLoopback(
    (incoming, outgoing) => void respondTo(incoming, outgoing, (it) => handle(it, 'functions')),
    port,
    'presigned',
  );
  // An IP address, because clients would put the bucket's name in front of a host name.
  return { url: `http://127.0.0.1:${server.port}`, close: () => server.close() };
}

/**
 * Answers requests of administrators on the endpoint of all local AWS APIs: those about the backend's buckets,
 * and those that list them. False if a request is for another service.
 */
export function s3Stream(handle: S3Handler, hasBucket: (name: string) => boolean): AwsStream {
  return (incoming, outgoing) => {
    const { path, query, headers } = s3RequestFrom(incoming);
    const isForS3 = /\/s3\/aws4_request/.test(
      query.get('X-Amz-Credential') ?? headers.authorization ?? '',
    );
    const [, bucket = ''] = path.split('/');
    if (!isForS3 || (bucket !== '' && !hasBucket(bucket))) return false;
    void respondTo(incoming, outgoing, (it) => handle(it, 'administrators'));
    return true;
  };
}

/** Answers a request of Node's server; its body and the response's are streams. */
async function respondTo(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handle: (request: ReturnType<typeof s3RequestFrom>) => Promise<S3Response>,
): Promise<void> {
  const { status, headers = {}, body } = await handle(s3RequestFrom(incoming));
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) outgoing.setHeader(name, value);
  outgoing.statusCode = status;
  if (!(body instanceof Readable))
    return void outgoing.end(incoming.method === 'HEAD' ? undefined : body);
  // A client that goes away before the end is no failure of ours.
  await pipeline(body, outgoing).catch(() => outgoing.destroy());
}
