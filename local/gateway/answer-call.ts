import type { LambdaFunction } from '../lambda/function.ts';
import type { Invocation } from '../lambda/invocation.ts';
import type { Answer } from './answer.ts';
import type { Api } from './api.ts';
import type { Call } from './call.ts';
import { checkToken } from './check-token.ts';
import { callToEvent } from './event.ts';
import type { FunctionTarget, Method } from './method.ts';
import { resultToAnswer } from './proxy-result.ts';
import { refusalToAnswer, type Refusal } from './refusal.ts';
import { findRoute, type Match } from './routes.ts';
import type { VerifyIdToken } from './token-verifier.ts';

type Surroundings = {
  readonly api: Api;
  /** Asked when it is called, so that a call never meets a function closed by an update in between. */
  readonly functionNamed: (name: string) => Pick<LambdaFunction, 'invoke'>;
  readonly verifyIdToken: VerifyIdToken;
  readonly mayPass: () => boolean;
  readonly log: (line: string) => void;
};

/** A call whose body may be longer than the gateway takes. */
type Incoming = Omit<Call, 'body'> & { readonly body: Buffer | 'too large' };

/** Route, throttle, size, authorizer, integration: the first that refuses, answers. */
export async function answerCall(
  call: Incoming,
  around: Surroundings,
): Promise<{ resourcePath: string; answer: Answer }> {
  const { stage, gatewayResponses } = around.api;
  const { requestId, extendedRequestId, method: httpMethod } = call;
  const route = findMethod(call, around.api);
  const resourcePath = route.ok ? route.match.route.path : '-';
  const outcome = await answerRoute(call, route, around).catch((error: unknown): Refusal => {
    around.log(`${requestId} ${error instanceof Error ? error.stack : String(error)}`);
    return 'unexpected';
  });
  const occasion = { requestId, extendedRequestId, httpMethod, resourcePath, stage: stage.name };
  const { status, headers, body } =
    typeof outcome === 'string'
      ? refusalToAnswer(outcome, { gatewayResponses, ...occasion })
      : outcome;
  const ids = [
    ['x-amzn-RequestId', requestId],
    ['x-amz-apigw-id', extendedRequestId],
  ] as const;
  return { resourcePath, answer: { status, headers: [...headers, ...ids], body } };
}

async function answerRoute(
  call: Incoming,
  route: RouteFound | RouteMissing,
  around: Surroundings,
): Promise<Answer | Refusal> {
  if (!route.ok) return route.refusal;
  if (!around.mayPass()) return 'throttled';
  const { body } = call;
  if (body === 'too large') return 'bodyTooLarge';
  return authorizeAndIntegrate({ ...call, body }, route, around);
}

type RouteFound = { readonly ok: true; readonly match: Match; readonly method: Method };
type RouteMissing = { readonly ok: false; readonly refusal: Refusal };

function findMethod(
  { method: httpMethod, path }: Incoming,
  { stage, routes }: Api,
): RouteFound | RouteMissing {
  const base = `/${stage.name}`;
  if (path !== base && !path.startsWith(`${base}/`)) return { ok: false, refusal: 'unknownStage' };
  const match = findRoute(routes, path.slice(base.length));
  const method = match?.route.methods.get(httpMethod);
  return match && method ? { ok: true, match, method } : { ok: false, refusal: 'unknownRoute' };
}

async function authorizeAndIntegrate(
  call: Call,
  { match, method }: RouteFound,
  { api, functionNamed, verifyIdToken, log }: Surroundings,
): Promise<Answer | Refusal> {
  const { authorizer, target } = method;
  const check = authorizer && (await checkToken(call, authorizer, verifyIdToken));
  if (check && !check.ok) return check.reason === 'expired' ? 'expired' : 'unauthorized';
  if ('answer' in target) return target.answer;
  if (!target.isPermitted) {
    log(`${call.requestId} Invalid permissions on Lambda function ${target.functionName}`);
    return 'notPermitted';
  }
  const event = callToEvent(call, { api, match, claims: check?.claims });
  if (Buffer.byteLength(JSON.stringify(event)) > longestEvent) return 'eventTooLarge';
  const invocation = await invoke(functionNamed(target.functionName), target, event, call);
  if (invocation === 'too late') return 'functionTooSlow';
  if (!invocation.ok) return 'functionFailed';
  const answer = resultToAnswer(invocation.payload);
  if (answer) return { ...answer, headers: [...answer.headers, ['X-Amzn-Trace-Id', call.traceId]] };
  log(`${call.requestId} Malformed Lambda proxy response`);
  return 'functionFailed';
}

/** Bytes Lambda takes, with all that JSON adds to the body. */
const longestEvent = 6_291_456;

/** The function is not stopped when nobody waits for it any longer. */
async function invoke(
  lambda: Pick<LambdaFunction, 'invoke'>,
  { timeoutMilliseconds }: FunctionTarget,
  event: object,
  { requestId }: Call,
): Promise<Invocation | 'too late'> {
  let clock: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'too late'>((resolve) => {
    clock = setTimeout(() => resolve('too late'), timeoutMilliseconds);
  });
  const invocation = await Promise.race([lambda.invoke(event, requestId), tooLate]);
  clearTimeout(clock);
  return invocation;
}
