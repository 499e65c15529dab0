import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { formById } from '#forms/index.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createTable } from '../entries/table.ts';
import { answer } from './answer.ts';
import type { Deps } from './asked.ts';
import { eventToCall, replyToResult } from './call.ts';
import { digest } from './digest.ts';
import { refusal } from './reply.ts';

const deps: Deps = {
  store: createDynamoStore(
    createTable({
      client: DynamoDBDocumentClient.from(new DynamoDBClient({})),
      name: process.env['TABLE_NAME'] ?? '',
      spend: () => {},
    }),
  ),
  formById,
  now: () => new Date(),
  random: Math.random,
  randomBytes,
  digest,
};

/** Lambda's door: an event in, an answer out, whatever happens. */
export async function handler(
  event: APIGatewayProxyEvent,
  context?: Pick<Context, 'awsRequestId'>,
): Promise<APIGatewayProxyResult> {
  const requestId = event.requestContext?.requestId ?? context?.awsRequestId ?? crypto.randomUUID();
  try {
    return replyToResult(await answer(deps, eventToCall(event, requestId)));
  } catch (error) {
    // Its name only: an error's message may quote what a person wrote.
    console.error(JSON.stringify({ requestId, error: nameOf(error) }));
    return replyToResult(refusal({ code: 'internal' }, requestId));
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
