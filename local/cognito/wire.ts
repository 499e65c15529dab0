import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isCognitoFailure, refuse } from './failure.ts';
import { needsSignature, operations } from './operations.ts';
import type { Operation } from './pool.ts';
import { inputFrom } from './request-body.ts';
import type { Transact } from './transactions.ts';

type Deps = {
  transact: Transact;
  /** The public keys, and at the end of which path. */
  jwks: object;
  jwksPath: string;
  log: (line: string) => void;
};

/** What Amplify's requests carry beyond the ordinary; `authorization` is left out on purpose. */
const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'content-type, x-amz-target, cache-control, x-amz-user-agent, amz-sdk-invocation-id, amz-sdk-request',
  'access-control-expose-headers': 'x-amzn-requestid, date',
  'access-control-max-age': '172800',
};

/** Cognito over HTTP: AWS JSON 1.1, whatever the path, so that it can sit behind another server. */
export function createWire({ transact, jwks, jwksPath, log }: Deps) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.split('?')[0] ?? '';
    if (request.method === 'OPTIONS') return answer(response, 200);
    if (request.method === 'GET' && path.endsWith(jwksPath)) return answer(response, 200, jwks);
    if (request.method !== 'POST') return answer(response, 405);

    const name = operationName(request);
    const { status, json, outcome } = await outcomeOf(request, name, transact);
    answer(response, status, json);
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
    return { status: 500, json, outcome: `InternalErrorException ${placeOf(thrown)}` };
  }
  const { code, message } = thrown;
  const status = code === 'RequestEntityTooLargeException' ? 413 : 400;
  return { status, json: { __type: code, message }, outcome: code };
}

function answer(response: ServerResponse, status: number, json?: object): void {
  response.writeHead(status, {
    ...corsHeaders,
    ...(json && { 'content-type': 'application/x-amz-json-1.1' }),
    'cache-control': 'no-store',
    'x-amzn-requestid': randomUUID(),
  });
  response.end(json && JSON.stringify(json));
}

/** Where something broke, without the message: it might quote a person. */
function placeOf(thrown: unknown): string {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  const frame = stack.split('\n').find((line) => line.trim().startsWith('at '));
  return frame?.trim() ?? 'somewhere';
}
