import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenOnLoopback } from '../loopback.ts';
import { region } from '../template/arn.ts';
import { callOf, signatureOf, type AwsAnswer, type AwsCall, type AwsService } from './call.ts';
import { failWith } from './failure.ts';
import { failureFor } from './unknown.ts';

export type AwsEndpoint = { readonly url: string; close(): Promise<void> };

/** What `AWS_ENDPOINT_URL` points the SDK and the CLI at: the door to everything that AWS is here. */
export async function startAwsEndpoint(
  service: AwsService,
  wantedPort: number,
): Promise<AwsEndpoint> {
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = await callOf(request);
    const { status, headers, body } = await answer(service, call).catch((thrown: unknown) =>
      failureFor(call, thrown),
    );
    response.writeHead(status, { ...headers, 'x-amzn-requestid': randomUUID() });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const server = await listenOnLoopback(
    (request, response) => void reply(request, response).catch(() => response.destroy()),
    wantedPort,
    'none',
  );
  // An address and no name: for a name the S3 client would put the bucket's in front of it.
  return { url: `http://127.0.0.1:${server.port}`, close: () => server.close() };
}

async function answer(service: AwsService, call: AwsCall): Promise<AwsAnswer> {
  const signature = signatureOf(call);
  if (signature && signature.region !== region)
    return failWith(
      'UnrecognizedClientException',
      `The local AWS is ${region} alone: set AWS_REGION=${region}, not ${signature.region}.`,
    );
  return service(call);
}
