import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from './loopback-server.ts';
import {
  readAwsRequest,
  signatureOf,
  type AwsResponse,
  type AwsRequest,
  type AwsService,
} from './aws-request.ts';
import { failWith } from './aws-failure.ts';
import { failureFor } from './unknown-service.ts';

/** Answers a request while its body arrives; false, without having read any of it, if it is for another service. */
export type AwsStream = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

type Setting = {
  readonly port: number;
  readonly region: string;
  /** Asked first, for bodies that may be larger than memory. */
  readonly stream?: AwsStream;
};

export type AwsEndpoint = { readonly url: string; close(): Promise<void> };

/** The server for all local AWS APIs, to which `AWS_ENDPOINT_URL` points SDKs and the CLI. */
export async function startAwsEndpoint(
  service: AwsService,
  { port, region, stream = () => false }: Setting,
): Promise<AwsEndpoint> {
  /** AWS would look for the resources in the region of the signature. */
  const inRegion = async (awsRequest: AwsRequest): Promise<AwsResponse> => {
    const signature = signatureOf(awsRequest);
    if (signature && signature.region !== region)
      return failWith(
        'UnrecognizedClientException',
        `The local AWS has only the region ${region}: set AWS_REGION=${region}, not ${signature.region}.`,
      );
    return service(awsRequest);
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const awsRequest = await readAwsRequest(request);
    const { status, headers, body } = await inRegion(awsRequest).catch((thrown: unknown) =>
      failureFor(awsRequest, thrown),
    );
    response.writeHead(status, { ...headers, 'x-amzn-requestid': randomUUID() });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const server = await listenOnLoopback(
    (request, response) => {
      if (stream(request, response)) return;
      void respond(request, response).catch(() => response.destroy());
    },
    port,
    'none',
  );
  // An IP address, because the S3 client would put the bucket's name in front of a host name.
  return { url: `http://127.0.0.1:${server.port}`, close: () => server.close() };
}
