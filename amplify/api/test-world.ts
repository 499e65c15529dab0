import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { createMemoryStore } from '#core/entries/memory-store.ts';
import { formById } from '#forms/index.ts';
import { answer } from './answer.ts';
import { eventToCall, replyToResult } from './call.ts';
import { digest } from './digest.ts';

/** The tutorial's test event, as printed, with claims unless told otherwise. */
export function anEvent(
  changes: Partial<APIGatewayProxyEvent> = {},
  username?: string,
  groups?: string,
) {
  const claims = {
    'cognito:username': username ?? 'the_username',
    ...(groups !== undefined && { 'cognito:groups': groups }),
  };
  return {
    path: '/pwausers',
    httpMethod: 'POST',
    headers: { Accept: '*/*', 'content-type': 'application/json; charset=UTF-8' },
    queryStringParameters: null,
    pathParameters: null,
    requestContext: { authorizer: { claims } },
    body: '{"fname":"Mickey","lname":"Mouse"}',
    ...changes,
  } as APIGatewayProxyEvent;
}

/** The API over a table of its own: an event in, an answer with its body read out. */
export function aWorld(now = () => new Date('2026-01-01T12:00:00Z'), store = createMemoryStore()) {
  const deps = {
    store,
    formById,
    now,
    random: () => 0,
    randomBytes,
    digest,
  };
  return async (event: APIGatewayProxyEvent) => {
    const result = replyToResult(await answer(deps, eventToCall(event, 'request-1')));
    const body = JSON.parse(result.body) as Record<string, unknown>;
    return { ...result, body, headers: result.headers ?? {} };
  };
}

/** The headers of a submission with a key. */
export const withKey = (key: string) => ({
  'content-type': 'application/json',
  'Idempotency-Key': key,
});
