import type { Api } from './api.ts';
import { headerOf, type Call } from './call.ts';
import { claimsToText } from './claims.ts';
import { forwardedHeaders } from './request-headers.ts';
import type { Match } from './routes.ts';

type Passed = {
  readonly api: Api;
  readonly match: Match;
  /** Undefined where nobody has to sign in. */
  readonly claims: Readonly<Record<string, unknown>> | undefined;
};

/** The event of a Lambda proxy integration, key for key. */
export function callToEvent(call: Call, { api, match, claims }: Passed): object {
  const headers = forwardedHeaders(call);
  const query = [...new URLSearchParams(call.query)];
  return {
    resource: match.route.path,
    path: call.path.slice(`/${api.stage.name}`.length) || '/',
    httpMethod: call.method,
    headers: Object.fromEntries(headers),
    multiValueHeaders: together(headers),
    queryStringParameters: orNull(Object.fromEntries(query)),
    multiValueQueryStringParameters: orNull(together(query)),
    pathParameters: orNull(match.pathParameters),
    stageVariables: null,
    requestContext: {
      resourceId: match.route.resourceId.split('/').at(-1),
      ...(claims && { authorizer: { claims: claimsToText(claims) } }),
      resourcePath: match.route.path,
      httpMethod: call.method,
      extendedRequestId: call.extendedRequestId,
      requestTime: requestTime(call.receivedAt),
      path: call.path,
      accountId: '000000000000',
      protocol: 'HTTP/1.1',
      stage: api.stage.name,
      domainPrefix: headerOf(call, 'Host')?.split(/[.:]/)[0],
      requestTimeEpoch: call.receivedAt,
      requestId: call.requestId,
      identity: {
        ...nobody,
        sourceIp: call.sourceIp,
        userAgent: headerOf(call, 'User-Agent') ?? null,
      },
      domainName: headerOf(call, 'Host'),
      deploymentId: api.stage.deploymentId,
      apiId: api.id,
    },
    body: call.body.toString() || null,
    isBase64Encoded: false,
  };
}

/** Filled in for callers with AWS credentials, which nobody has here. */
const nobody = {
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

function together(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
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
