import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMemoryStore } from '#core/entries/memory-store.ts';
import { formById } from '#forms/index.ts';
import { seeds } from '../../tools/seeds/events.ts';
import { matching } from '../../tools/seeds/matching.ts';
import { answer } from './answer.ts';
import { eventToCall, replyToResult } from './call.ts';
import { digest } from './digest.ts';
import { handler } from './handler.ts';

function aWorld() {
  const deps = {
    store: createMemoryStore(),
    formById,
    now: () => new Date('2026-01-01T12:00:00Z'),
    random: Math.random,
    randomBytes,
    digest,
  };
  return async (event: object) =>
    replyToResult(await answer(deps, eventToCall(event, 'request-1')));
}

test.each(seeds)('%s: the tutorial’s event is answered with its keys', async (_, seed) => {
  const username = seed.username ?? 'the_username';
  const requestContext = { authorizer: { claims: { 'cognito:username': username } } };
  const { statusCode, headers, body } = await aWorld()({ ...seed.event, requestContext });
  const told = JSON.parse(body) as Record<string, unknown>;
  expect(statusCode).toBe(201);
  expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': '*' });
  expect(told).toMatchObject(matching(seed.answer));
  const theirs = Object.keys(seed.answer).filter((key) => key !== 'createdAt');
  expect(Object.keys(told).slice(0, theirs.length)).toEqual(theirs);
});

test.each(seeds)('%s: without claims the function says to sign in', async (_, { event }) => {
  const { statusCode, body } = await handler(event as unknown as APIGatewayProxyEvent);
  expect(statusCode).toBe(401);
  expect(JSON.parse(body)).toMatchObject({ code: 'unauthorized' });
});
