import type { Api } from './rest-api.ts';
import { headerOf, type GatewayRequest } from './gateway-request.ts';
import { forwardedHeaders } from './forwarded-headers.ts';
import type { Match } from './resource-paths.ts';

type EventContext = {
  readonly api: Api;
  readonly match: Match;
  /** Undefined for methods that need no sign-in. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
};

/** The event of a Lambda proxy integration, with exactly AWS's keys. */
export function toLambdaEvent(
  request: GatewayRequest,
  { api, match, claims }: EventContext,
): object {
  const headers = forwardedHeaders(request);
  const query = [...new URLSearchParams(request.query)];
  return {
    resource: match.route.path,
    path: request.path.slice(`/${api.stage.name}`.length) || '/',
    httpMethod: request.method,
    headers: Object.fromEntries(headers),
    multiValueHeaders: groupByName(headers),
    queryStringParameters: orNull(Object.fromEntries(query)),
    multiValueQueryStringParameters: orNull(groupByName(query)),
    pathParameters: orNull(match.pathParameters),
    stageVariables: null,
    requestContext: {
      resourceId: match.route.resourceId.split('/').at(-1),
      ...(claims && { authorizer: { claims: claimsToText(claims) } }),
      resourcePath: match.route.path,
      httpMethod: request.method,
      extendedRequestId: request.extendedRequestId,
      requestTime: requestTime(request.receivedAt),
      path: request.path,
      accountId: '000000000000',
      protocol: 'HTTP/1.1',
      stage: api.stage.name,
      domainPrefix: headerOf(request, 'Host')?.split(/[.:]/)[0],
      requestTimeEpoch: request.receivedAt,
      requestId: request.requestId,
      identity: {
        ...noIdentity,
        sourceIp: request.sourceIp,
        userAgent: headerOf(request, 'User-Agent') ?? null,
      },
      domainName: headerOf(request, 'Host'),
      deploymentId: api.stage.deploymentId,
      apiId: api.id,
    },
    body: request.body.toString() || null,
    isBase64Encoded: false,
  };
}

/** These are set only for callers with AWS credentials, of which there are none here. */
const noIdentity = {
  cognitoIdentityPoolId: null,
  accountId: null,
  cognitoIdentityId: null,
  caller: null,
  principalOrgId: null,
  accessKey: null,
  cognitoAuthenticationType: null,
  cognitoAuthenticationProvider: null,
  userArn: null,
  user: null,
};

function groupByName(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const values = new Map<string, string[]>();
  for (const [name, value] of pairs) values.set(name, [...(values.get(name) ?? []), value]);
  return Object.fromEntries(values);
}

function orNull<Values extends object>(values: Values): Values | null {
  return Object.keys(values).length > 0 ? values : null;
}

/** `04/Mar/2020:19:15:17 +0000`. */
function requestTime(epochMilliseconds: number): string {
  const [, date, month, year, time] = new Date(epochMilliseconds).toUTCString().split(' ');
  return `${date}/${month}/${year}:${time} +0000`;
}

/** An id token's claims as a REST API passes them to a function: every one as text. */
export function claimsToText(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, claimToText(name, value)]),
  );
}

function claimToText(name: string, value: unknown): string {
  if ((name === 'exp' || name === 'iat') && typeof value === 'number') return javaDate(value);
  if (Array.isArray(value) && value.every((it) => typeof it !== 'object')) return value.join(',');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `Tue Apr 04 18:39:39 UTC 2023`. */
function javaDate(epochSeconds: number): string {
  const [day, date, month, year, time] = new Date(epochSeconds * 1000)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${day} ${month} ${date} ${time} UTC ${year}`;
}
