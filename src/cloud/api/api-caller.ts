import { err, ok, type Result } from '#core/values/result.ts';
import {
  openPrefix,
  pathTo,
  routes,
  type ParametersOf,
  type RouteName,
} from '#core/api/api-routes.ts';
import type { Issue } from '#core/form/answers.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { ApiFailure } from './api-failure.ts';
import type { Tokens } from '../session/identity.ts';
import type { RequestOptions } from './request-options.ts';
import type { WithoutAccount } from './headers-without-account.ts';
import { parseApiEntry } from './parse-api-entry.ts';

export type ApiCaller = <Name extends RouteName>(
  name: Name,
  parameters: ParametersOf<Name>,
  request?: RequestOptions,
) => Promise<Result<unknown, ApiFailure>>;

type Deps = {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  readonly tokens: Tokens;
  readonly withoutAccount: WithoutAccount;
};

/** Milliseconds. */
const timeout = 15_000;

/** Calls a route of `core/api/api-routes.ts`. The result is the body of a 2xx answer, or the failure. */
export function createApiCaller(deps: Deps): ApiCaller {
  return async (name, parameters, request = {}) => {
    const urlOf = (path: string) => deps.endpoint.replace(/\/$/, '') + path + (request.query ?? '');
    const { method } = routes[name];
    const own = await deps.withoutAccount(name, parameters, request);
    if (own) {
      const reply = await send(deps, urlOf(openPrefix + pathTo(name, parameters)), method, {
        ...request,
        headers: { ...request.headers, ...own },
      });
      return reply ? toResult(reply) : err({ is: 'unreachable' });
    }
    const url = urlOf(pathTo(name, parameters));
    // If the token is refused, it is renewed once: the device's clock may be wrong about its expiry.
    for (const fresh of [false, true]) {
      const signedIn = await deps.tokens.token({ fresh });
      if (!signedIn.ok)
        return err({ is: signedIn.problem === 'signed-out' ? 'signed-out' : 'unreachable' });
      const { token, person } = signedIn.value;
      if (request.as !== undefined && request.as !== person.username)
        return err({ is: 'signed-out' });
      const headers = { ...request.headers, Authorization: token };
      const reply = await send(deps, url, method, { ...request, headers });
      if (!reply) return err({ is: 'unreachable' });
      if (reply.status !== 401) return toResult(reply);
    }
    // A new token was refused as well: keeping it would lead back here for ever.
    await deps.tokens.expire();
    return err({ is: 'signed-out' });
  };
}

type HttpReply = {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
};

async function send(
  { fetch }: Deps,
  url: string,
  method: string,
  { body, headers: given }: RequestOptions,
): Promise<HttpReply | undefined> {
  const headers = new Headers(given);
  if (body) headers.set('Content-Type', 'application/json');
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(timeout),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('Retry-After');
    return { status: response.status, body: parseJson(text), retryAfter };
  } catch {
    return undefined;
  }
}

/** Anything but JSON is not from our API, whatever its status: a captive portal answers as well. */
function toResult({ status, body, retryAfter }: HttpReply): Result<unknown, ApiFailure> {
  const isBusy = [408, 425, 429].includes(status);
  if (isBusy || status >= 500 || !isRecord(body)) {
    const because = isFromOurApi(body) && {
      because: isBusy ? ('busy' as const) : ('failed' as const),
    };
    return err({ is: 'unreachable', ...because, ...delayIn(retryAfter) });
  }
  if (status >= 200 && status < 300) return ok(body);
  const { code, title, errors } = body;
  const current = parseApiEntry(body['current']);
  return err({
    is: 'refused',
    code: typeof code === 'string' ? code : '',
    title: typeof title === 'string' ? title : `The answer was ${status}`,
    issues: Array.isArray(errors) ? errors.filter(isIssue) : [],
    ...(current && { current }),
  });
}

/** The function's problem+json, or the gateway's own JSON after a crash or a timeout. */
function isFromOurApi(body: unknown): boolean {
  return (
    isRecord(body) && (typeof body['code'] === 'string' || typeof body['message'] === 'string')
  );
}

/** `Retry-After` in seconds. A date is ignored, because the device's clock may be wrong. */
function delayIn(retryAfter: string | null): { readonly retryAfter?: number } {
  return retryAfter && /^\d{1,9}$/.test(retryAfter)
    ? { retryAfter: Number(retryAfter) * 1000 }
    : {};
}

function isIssue(it: unknown): it is Issue {
  return isRecord(it) && typeof it['field'] === 'string' && typeof it['message'] === 'string';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
