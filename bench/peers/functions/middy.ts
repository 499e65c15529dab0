import withMiddleware from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { list, read, remove, submit } from './document-client-table.ts';

async function answer(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
  const username = String(event.requestContext.authorizer?.['claims']['cognito:username']);
  const id = event.pathParameters?.['id'] ?? '';
  if (event.httpMethod === 'POST')
    return reply(201, await submit(username, event.body as unknown as object));
  if (event.httpMethod === 'DELETE') return reply(200, await remove(username, id));
  return reply(200, id === '' ? await list(username) : await read(username, id));
}

function reply(statusCode: number, body: unknown): APIGatewayProxyResult {
  return {
    statusCode,
    headers: { 'Content-Type': 'application/json', 'Access-Control-Allow-Origin': '*' },
    body: JSON.stringify(body),
  };
}

export const handler = withMiddleware()
  .use(httpJsonBodyParser({ disableContentTypeError: true }))
  .use(httpErrorHandler({ logger: false }))
  .handler(answer as never);
