import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { callEngine } from '../dynamodb/call.ts';
import { streamOf } from '../streams/stream-reader.ts';
import { listenOnLoopback } from '../loopback.ts';
import { faultsIn, type Faults } from '../mail/faults.ts';
import { answerSqs } from '../sqs/operations.ts';
import type { Queue } from '../sqs/queue.ts';
import { failWith, isAwsFailure } from './failure.ts';
import { answerLambda, type LambdaDeps } from './lambda.ts';

type Deps = LambdaDeps & {
  readonly engineUrl: string;
  readonly queues: () => readonly Queue[];
  readonly provider: { faults: Faults };
};

export type AwsEndpoint = { readonly url: string; close(): Promise<void> };

/**
 * This cloud as its administrator sees it: what `AWS_ENDPOINT_URL` points the SDK and the CLI at. It speaks
 * as much of SQS, Lambda, DynamoDB and its streams as it takes to look after mail; and `/faults` is ours.
 */
export async function startAwsEndpoint(deps: Deps, wantedPort: number): Promise<AwsEndpoint> {
  const server = await listenOnLoopback((request, response) => {
    answer(deps, request)
      .then((body) => reply(response, 200, body))
      .catch((thrown: unknown) => {
        const { code, message } = isAwsFailure(thrown)
          ? thrown
          : { code: 'InternalFailure', message: String(thrown) };
        reply(response, code === 'InternalFailure' ? 500 : 400, { __type: code, message });
      });
  }, wantedPort);
  return { url: `http://localhost:${server.port}`, close: () => server.close() };
}

async function answer(deps: Deps, request: IncomingMessage): Promise<unknown> {
  const { method = '', url = '/', headers } = request;
  if (
    headers.origin !== undefined ||
    !/^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(headers.host ?? '')
  )
    return failWith(
      'AccessDeniedException',
      'This is for programs of this machine, not for web pages.',
    );
  const body = method === 'GET' ? {} : ((await json(request)) as Record<string, unknown>);
  const [service = '', operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  if (service === 'AmazonSQS') return answerSqs(deps.queues(), operation, body);
  if (service.startsWith('DynamoDB')) {
    const input = await withEnginesLabel(deps.engineUrl, body);
    return callEngine(deps.engineUrl, operation, input, service).catch((error: Error) =>
      failWith(error.name, error.message),
    );
  }
  if (url === '/faults') return method === 'PUT' ? setFaults(deps, body) : deps.provider.faults;
  return answerLambda(deps, `${method} ${url}`, body);
}

/** A stream by the template's ARN is the engine's under another label. */
async function withEnginesLabel(engineUrl: string, input: object): Promise<object> {
  const { StreamArn } = input as { StreamArn?: string };
  const table = StreamArn?.split('/')[1];
  return table === undefined ? input : { ...input, StreamArn: await streamOf(engineUrl, table) };
}

function setFaults({ provider }: Deps, wanted: object): Faults {
  try {
    provider.faults = faultsIn(wanted);
  } catch (error) {
    failWith('ValidationError', (error as Error).message);
  }
  return provider.faults;
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': randomUUID(),
  });
  response.end(JSON.stringify(body));
}
