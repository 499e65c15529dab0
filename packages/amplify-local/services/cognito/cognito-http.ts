import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isCognitoFailure, refuse } from './pool/cognito-failure.ts';
import { needsSignature, operations } from './operation-table.ts';
import type { Operation } from './pool/user-pool.ts';
import { inputFrom } from './read-json-body.ts';
import type { Transact } from './pool-transactions.ts';

type Deps = {
  transact: Transact;
  /** The public keys, and the path that ends with `jwksPath` serves them. */
  jwks: object;
  jwksPath: string;
  log: (line: string) => void;
};

/** Allows the headers of Amplify's requests. `authorization` is left out on purpose: see `operation-table.ts`. */
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'content-type, x-amz-target, cache-control, x-amz-user-agent, amz-sdk-invocation-id, amz-sdk-request',
  'access-control-expose-headers': 'x-amzn-requestid, date',
  'access-control-max-age': '172800',
};

/** Cognito over HTTP: AWS JSON 1.1 on any path, so that it can run behind another server. */
export function createRequestHandler({ transact, jwks, jwksPath, log }: Deps) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?')[0] ?? '';
    if (request.method === 'OPTIONS') return respond(response, 200);
    if (request.method === 'GET' && path.endsWith(jwksPath)) return respond(response, 200, jwks);
    if (request.method !== 'POST') return respond(response, 405);

    const name = operationName(request);
    const { status, json, outcome } = await outcomeOf(request, name, transact);
    respond(response, status, json);
    log(`${operations.has(name) ? name : 'Unknown operation'}: ${outcome}`);
  };
}

type Outcome = { status: number; json: object; outcome: string };

async function outcomeOf(
  request: IncomingMessage,
  name: string,
  transact: Transact,
): Promise<Outcome> {
  try {
    const operation = operationFor(request, name);
    const input = await inputFrom(request);
    const json = await transact((pool) => operation(pool, input));
    return { status: 200, json, outcome: 'ok' };
  } catch (thrown) {
    return outcomeOfThrown(thrown);
  }
}

function operationName(request: IncomingMessage): string {
  const target = String(request.headers['x-amz-target'] ?? '');
  return target.split('.').at(-1) ?? '';
}

function operationFor(request: IncomingMessage, name: string): Operation {
  const operation = operations.get(name);
  if (!operation)
    return refuse('UnknownOperationException', `The local Cognito has no operation "${name}".`);
  if (needsSignature(name) && !request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 '))
    refuse('MissingAuthenticationTokenException', 'Missing Authentication Token');
  return operation;
}

function outcomeOfThrown(thrown: unknown): Outcome {
  if (!isCognitoFailure(thrown)) {
    const json = { __type: 'InternalErrorException', message: 'Internal server error' };
    return { status: 500, json, outcome: `InternalErrorException ${firstStackFrame(thrown)}` };
  }
  const { code, message } = thrown;
  const status = code === 'RequestEntityTooLargeException' ? 413 : 400;
  return { status, json: { __type: code, message }, outcome: code };
}

function respond(response: ServerResponse, status: number, json?: object): void {
  response.writeHead(status, {
    ...corsHeaders,
    ...(json && { 'content-type': 'application/x-amz-json-1.1' }),
    'cache-control': 'no-store',
    'x-amzn-requestid': randomUUID(),
  });
  response.end(json && JSON.stringify(json));
}

/** The first stack frame, without the error's message, which might contain personal data. */
function firstStackFrame(thrown: unknown): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  const frame = stack.split('\n').find((line) => line.trim().startsWith('at '));
  return frame?.trim() ?? 'somewhere';
}
