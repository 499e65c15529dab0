import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { createMemoryCounters } from '#core/testing/memory-counters.ts';
import type { FileStore } from '#core/files/store/file-store.ts';
import type { Form } from '#core/form/define-form.ts';
import { exampleFormById, exampleForms } from '#forms/testing/example-forms.ts';
import { routeRequest } from '../api/api-router.ts';
import { eventToRequest, responseToResult } from '../api/lambda-adapter.ts';
import { digest } from '../digest.ts';
import { createMemoryInvitations } from './memory-invitations.ts';

/** The tutorial's test event exactly as printed, plus the claims of a signed-in person. */
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

/** The API with its own in-memory table: takes an event, and returns the response with its body parsed. */
export function createInMemoryApi(
  now = () => new Date('2026-01-01T12:00:00Z'),
  store = createMemoryStore(),
  files: FileStore = createMemoryFileStore(now),
  formById: (id: string) => Form | undefined = exampleFormById,
  serves: 'accounts' | 'devices' = 'accounts',
  invited = createMemoryInvitations(now),
  events = invited.events,
  scansFiles = false,
) {
  const deps = {
    serves,
    store,
    counters: createMemoryCounters(),
    ...invited,
    events,
    files,
    scansFiles,
    formById,
    formIds: exampleForms.map((it) => it.id),
    now,
    random: () => 0,
    randomBytes,
    digest,
  };
  return async (event: APIGatewayProxyEvent) => {
    const result = responseToResult(await routeRequest(deps, eventToRequest(event, 'request-1')));
    const body = JSON.parse(result.body) as Record<string, unknown>;
    return { ...result, body, headers: result.headers ?? {} };
  };
}

/** Headers of a submission with this idempotency key. */
export const withKey = (key: string) => ({
  'content-type': 'application/json',
  'Idempotency-Key': key,
});
