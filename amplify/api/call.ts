import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { groupsIn, verifiedEmail, type Caller } from '#core/entries/policy.ts';
import { responseHeaders } from '#core/routes.ts';

/** A request as the API means it. This file alone knows the shape of API Gateway's event. */
export type Call = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly requestId: string;
  /** From the authorizer's claims; absent when the function was called without them. */
  readonly caller?: Caller;
};

export type Reply = {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A tutorial's test event has no `requestContext` at all, though the type promises one. */
type TestEvent = Partial<APIGatewayProxyEvent>;

export function eventToCall(event: TestEvent, requestId: string): Call {
  const caller = callerIn(event.requestContext?.authorizer?.['claims']);
  const headers = Object.entries(event.headers ?? {});
  return {
    method: event.httpMethod ?? '',
    path: event.path ?? '',
    query: event.queryStringParameters ?? {},
    headers: new Map(headers.map(([name, value]) => [name.toLowerCase(), value ?? ''])),
    body: event.isBase64Encoded
      ? Buffer.from(event.body ?? '', 'base64').toString('utf8')
      : (event.body ?? ''),
    requestId,
    ...(caller && { caller }),
  };
}

function callerIn(claims: Readonly<Record<string, unknown>> | undefined): Caller | undefined {
  const username = claims?.['cognito:username'];
  if (typeof username !== 'string' || username === '') return undefined;
  const email = verifiedEmail(claims ?? {});
  return { username, groups: groupsIn(claims?.['cognito:groups']), ...(email && { email }) };
}

export function replyToResult({ status, body, headers }: Reply): APIGatewayProxyResult {
  return {
    statusCode: status,
    headers: {
      'Content-Type': status < 400 ? 'application/json' : 'application/problem+json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': responseHeaders.join(','),
      ...headers,
    },
    body: JSON.stringify(body),
  };
}
