import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { listenOnLoopback } from '../loopback.ts';
import { refusalOf, type Call, type Refusal } from './authorize.ts';
import type { Callers } from './caller.ts';

export type Proxy = { readonly url: string; readonly close: () => Promise<void> };

export type ProxyOptions = {
  readonly engineUrl: string;
  /** Asked at each call, so that a function deployed again is known at once. */
  readonly callers: () => Callers;
  readonly port?: number;
  readonly log: (line: string) => void;
};

/**
 * Starts the DynamoDB the functions see: each call is checked against the policies of the function
 * that makes it, then handed to the engine as it came.
 */
export async function startProxy({
  engineUrl,
  callers,
  port = 0,
  log,
}: ProxyOptions): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const take = (incoming: IncomingMessage, response: ServerResponse): void => {
    answer(incoming, response).catch((error: Error) => {
      log(`DynamoDB: ${error.message}`);
      if (response.headersSent) response.destroy();
      else refuse(response, failure(error));
    });
  };
  const server = await listenOnLoopback(take, port, 'none');
  return {
    url: `http://127.0.0.1:${server.port}`,
    async close() {
      agent.destroy();
      await server.close();
    },
  };

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = { headers: incoming.headers, body: await buffer(incoming) };
    const refusal = refusalOf(callers(), call);
    if (!refusal) return forward(incoming, call, response);
    if (refusal.note) log(`IAM: ${refusal.note}`);
    refuse(response, refusal);
  }

  async function forward(
    { method, url }: IncomingMessage,
    { headers, body }: Call,
    response: ServerResponse,
  ): Promise<void> {
    const outgoing = request(new URL(url ?? '/', engineUrl), { method, headers, agent }).end(body);
    // After the answer has begun, an error is also the answer's, and thrown there.
    outgoing.on('error', () => {});
    const [answered] = (await once(outgoing, 'response')) as [IncomingMessage];
    response.writeHead(answered.statusCode ?? 500, answered.headers);
    await pipeline(answered, response);
  }
}

/** An engine that cannot be reached is worth another try; what is not played locally never is. */
function failure(error: Error): Refusal {
  const [status, name] = 'code' in error ? [500, 'InternalServerError'] : [400, 'NotPlayedLocally'];
  return {
    status,
    body: { __type: `com.amazonaws.dynamodb.v20120810#${name}`, message: error.message },
  };
}

function refuse(response: ServerResponse, { status, body }: Refusal): void {
  response.writeHead(status, {
    'content-type': 'application/x-amz-json-1.0',
    'x-amzn-requestid': randomUUID(),
  });
  response.end(JSON.stringify(body));
}
