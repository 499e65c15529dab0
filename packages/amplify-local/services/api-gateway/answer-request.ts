import type { LambdaFunction } from '../lambda/lambda-function.ts';
import type { Invocation } from '../lambda/invocation.ts';
import type { HttpResponse } from '../../machine/http-response.ts';
import type { Api } from './rest-api.ts';
import type { GatewayRequest } from './gateway-request.ts';
import { checkToken } from './authorizer.ts';
import { toLambdaEvent } from './lambda-event.ts';
import type { FunctionTarget, Method } from './method.ts';
import { toHttpResponse } from './proxy-result.ts';
import { toErrorResponse, type GatewayErrorCode } from './gateway-errors.ts';
import { findRoute, type Match } from './resource-paths.ts';
import type { VerifyIdToken } from '../cognito/token-verifier.ts';

type GatewayContext = {
  readonly api: Api;
  /** Looked up at each call, so that a request never meets a function that an update has closed. */
  readonly functionNamed: (name: string) => Pick<LambdaFunction, 'invoke'>;
  readonly verifyIdToken: VerifyIdToken;
  /** Whether the throttle lets a request for this method and path pass. */
  readonly mayPass: (method: string) => boolean;
  readonly log: (line: string) => void;
};

/** A request whose body may be longer than the gateway accepts. */
type IncomingRequest = Omit<GatewayRequest, 'body'> & { readonly body: Buffer | 'too large' };

/** Route, throttle, size, authorizer, integration: the first that refuses, answers. */
export async function answerRequest(
  request: IncomingRequest,
  context: GatewayContext,
): Promise<{ resourcePath: string; response: HttpResponse }> {
  const { stage, gatewayResponses } = context.api;
  const { requestId, extendedRequestId, method: httpMethod } = request;
  const route = findMethod(request, context.api);
  const resourcePath = route.ok ? route.match.route.path : '-';
  const outcome = await runRoute(request, route, context).catch(
    (error: unknown): GatewayErrorCode => {
      context.log(`${requestId} ${error instanceof Error ? error.stack : String(error)}`);
      return 'unexpected';
    },
  );
  const errorContext = {
    requestId,
    extendedRequestId,
    httpMethod,
    resourcePath,
    stage: stage.name,
  };
  const { status, headers, body } =
    typeof outcome === 'string'
      ? toErrorResponse(outcome, { gatewayResponses, ...errorContext })
      : outcome;
  const ids = [
    ['x-amzn-RequestId', requestId],
    ['x-amz-apigw-id', extendedRequestId],
  ] as const;
  return { resourcePath, response: { status, headers: [...headers, ...ids], body } };
}

async function runRoute(
  request: IncomingRequest,
  route: RouteFound | RouteMissing,
  context: GatewayContext,
): Promise<HttpResponse | GatewayErrorCode> {
  if (!route.ok) return route.errorCode;
  const { match, method } = route;
  if (!context.mayPass(`${method.httpMethod} ${match.route.path}`)) return 'throttled';
  const { body } = request;
  if (body === 'too large') return 'bodyTooLarge';
  return authorizeAndIntegrate({ ...request, body }, route, context);
}

type RouteFound = { readonly ok: true; readonly match: Match; readonly method: Method };
type RouteMissing = { readonly ok: false; readonly errorCode: GatewayErrorCode };

function findMethod(
  { method: httpMethod, path }: IncomingRequest,
  { stage, routes }: Api,
): RouteFound | RouteMissing {
  const base = `/${stage.name}`;
  if (path !== base && !path.startsWith(`${base}/`))
    return { ok: false, errorCode: 'unknownStage' };
  const match = findRoute(routes, path.slice(base.length));
  const method = match?.route.methods.get(httpMethod);
  return match && method ? { ok: true, match, method } : { ok: false, errorCode: 'unknownRoute' };
}

async function authorizeAndIntegrate(
  request: GatewayRequest,
  { match, method }: RouteFound,
  { api, functionNamed, verifyIdToken, log }: GatewayContext,
): Promise<HttpResponse | GatewayErrorCode> {
  const { authorizer, target } = method;
  if (authorizer === 'iam') return 'unsigned';
  const check = authorizer && (await checkToken(request, authorizer, verifyIdToken));
  if (check && !check.ok) return check.reason === 'expired' ? 'expired' : 'unauthorized';
  if ('mockResponse' in target) return target.mockResponse;
  if (!target.isPermitted) {
    log(`${request.requestId} Invalid permissions on Lambda function ${target.functionName}`);
    return 'notPermitted';
  }
  const event = toLambdaEvent(request, { api, match, claims: check?.claims });
  if (Buffer.byteLength(JSON.stringify(event)) > longestEvent) return 'eventTooLarge';
  const invocation = await invoke(functionNamed(target.functionName), target, event, request);
  if (invocation === 'too late') return 'functionTooSlow';
  if (!invocation.ok) return 'functionFailed';
  const response = toHttpResponse(invocation.payload);
  if (response)
    return { ...response, headers: [...response.headers, ['X-Amzn-Trace-Id', request.traceId]] };
  log(`${request.requestId} Malformed Lambda proxy response`);
  return 'functionFailed';
}

/** The size in bytes of an event that Lambda accepts, including what JSON adds to the body. */
const longestEvent = 6_291_456;

/** Resolves to 'timeout' after a while. The function runs on. */
async function invoke(
  lambda: Pick<LambdaFunction, 'invoke'>,
  { timeoutMilliseconds }: FunctionTarget,
  event: object,
  { requestId }: GatewayRequest,
): Promise<Invocation | 'too late'> {
  let clock: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too late'>((resolve) => {
    clock = setTimeout(() => resolve('too late'), timeoutMilliseconds);
  });
  const invocation = await Promise.race([lambda.invoke(event, requestId), tooLate]);
  clearTimeout(clock);
  return invocation;
}
