import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { listenOnLoopback } from '../../machine/loopback-server.ts';
import { denialOf, type DynamoDbCall, type Denial } from './authorize-call.ts';
import type { Callers } from '../iam/iam-caller.ts';

export type AuthorizingProxy = { readonly url: string; readonly close: () => Promise<void> };

export type ProxyOptions = {
  readonly engineUrl: string;
  /** Looked up at each call, so that a redeployed function is known at once. */
  readonly callers: () => Callers;
  readonly port?: number;
  readonly log: (line: string) => void;
};

/**
 * Starts the DynamoDB that functions see: each call is checked against the policies of the calling
 * function, then passed to the engine unchanged.
 */
export async function startAuthorizingProxy({
  engineUrl,
  callers,
  port = 0,
  log,
}: ProxyOptions): Promise<AuthorizingProxy> {
  const agent = new Agent({ keepAlive: true });
  const handle = (incoming: IncomingMessage, response: ServerResponse): void => {
    authorizeAndForward(incoming, response).catch((error: Error) => {
      log(`DynamoDB: ${error.message}`);
      if (response.headersSent) response.destroy();
      else refuse(response, failure(error));
    });
  };
  const server = await listenOnLoopback(handle, port, 'none');
  return {
    url: `http://127.0.0.1:${server.port}`,
    async close() {
      agent.destroy();
      await server.close();
    },
  };

  async function authorizeAndForward(
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const call = { headers: incoming.headers, body: await buffer(incoming) };
    const denial = denialOf(callers(), call);
    if (!denial) return forward(incoming, call, response);
    if (denial.note) log(`IAM: ${denial.note}`);
    refuse(response, denial);
  }

  async function forward(
    { method, url }: IncomingMessage,
    { headers, body }: DynamoDbCall,
    response: ServerResponse,
  ): Promise<void> {
    const outgoing = request(new URL(url ?? '/', engineUrl), { method, headers, agent }).end(body);
    // Once the response has begun, an error is also emitted by the response and handled there.
    outgoing.on('error', () => {});
    const [engineResponse] = (await once(outgoing, 'response')) as [IncomingMessage];
    response.writeHead(engineResponse.statusCode ?? 500, engineResponse.headers);
    await pipeline(engineResponse, response);
  }
}

/** An unreachable engine is retryable (500); an unsupported call is not (400). */
function failure(error: Error): Denial {
  const [status, name] =
    'code' in error ? [500, 'InternalServerError'] : [400, 'NotSupportedLocally'];
  return {
    status,
    body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: error.message },
  };
}

function refuse(response: ServerResponse, { status, body }: Denial): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': randomUUID(),
  });
  response.end(JSON.stringify(body));
}
