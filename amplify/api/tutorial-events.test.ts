import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { exampleFormById } from '#forms/testing/example-forms.ts';
import { tutorialExamples } from '../../verify/tutorials/tutorial-examples.ts';
import { matching } from '../../verify/tutorials/matching-body.ts';
import { routeRequest } from './api-router.ts';
import { eventToRequest, responseToResult } from './lambda-adapter.ts';
import { createMemoryInvitations } from '../testing/memory-invitations.ts';
import { digest } from '../digest.ts';
import { handler } from './handler.ts';

function createApi() {
  const deps = {
    store: createMemoryStore(),
    serves: 'accounts' as const,
    ...createMemoryInvitations(),
    files: createMemoryFileStore(),
    scansFiles: false,
    formById: exampleFormById,
    formIds: [],
    now: () => new Date('2026-01-01T12:00:00Z'),
    random: Math.random,
    randomBytes,
    digest,
  };
  return async (event: object) =>
    responseToResult(await routeRequest(deps, eventToRequest(event, 'request-1')));
}

test.each(tutorialExamples)(
  '%s: the tutorial’s event gets a response with its keys',
  { tags: 'event-answered' },
  async (_, tutorial) => {
    const username = tutorial.username ?? 'the_username';
    const requestContext = { authorizer: { claims: { 'cognito:username': username } } };
    const { statusCode, headers, body } = await createApi()({ ...tutorial.event, requestContext });
    const answered = JSON.parse(body) as Record<string, unknown>;
    expect(statusCode).toBe(201);
    expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': '*' });
    expect(answered).toMatchObject(matching(tutorial.answer));
    const expectedKeys = Object.keys(tutorial.answer).filter((key) => key !== 'createdAt');
    expect(Object.keys(answered).slice(0, expectedKeys.length)).toEqual(expectedKeys);
  },
);

test.each(tutorialExamples)(
  '%s: without claims the function returns a 401',
  { tags: 'event-without-claims-401' },
  async (_, { event }) => {
    const { statusCode, body } = await handler(event as unknown as APIGatewayProxyEvent);
    expect(statusCode).toBe(401);
    expect(JSON.parse(body)).toMatchObject({ code: 'unauthorized' });
  },
);
