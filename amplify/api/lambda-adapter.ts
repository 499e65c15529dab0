import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { groupsIn, verifiedEmail, type Caller } from '#core/api/access-policy.ts';
import { responseHeaders } from '#core/api/api-routes.ts';

/** A request as the rest of the API sees it. Only this file knows the shape of API Gateway's event. */
export type ApiRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  /** Names are in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly requestId: string;
  /** The IP address that the gateway received it from. */
  readonly sourceAddress: string;
  /** From the authorizer's claims. Absent if the function was called without them. */
  readonly caller?: Caller;
};

export type ApiResponse = {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The test event in Amplify's tutorial has no `requestContext`, though AWS's type says it always exists. */
type PartialEvent = Partial<APIGatewayProxyEvent>;

export function eventToRequest(event: PartialEvent, requestId: string): ApiRequest {
  const caller = callerFromClaims(event.requestContext?.authorizer?.['claims']);
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
    sourceAddress: event.requestContext?.identity?.sourceIp ?? '',
    ...(caller && { caller }),
  };
}

function callerFromClaims(
  claims: Readonly<Record<string, unknown>> | undefined,
): Caller | undefined {
  const username = claims?.['cognito:username'];
  if (typeof username !== 'string' || username === '') return undefined;
  const email = verifiedEmail(claims ?? {});
  return { username, groups: groupsIn(claims?.['cognito:groups']), ...(email && { email }) };
}

export function responseToResult({ status, body, headers }: ApiResponse): APIGatewayProxyResult {
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
