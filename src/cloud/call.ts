import { err, ok, type Result } from '#core/result.ts';
import { pathTo, routes, type ParametersOf, type RouteName } from '#core/routes.ts';
import type { Complaint } from '#core/form.ts';
import type { Failure } from './failure.ts';
import type { SignedIn } from './identity.ts';
import type { NoToken } from './tokenless.ts';
import { isRecord, toldEntry } from './told.ts';

/** Whoever is signed in, as the API has to be shown it. */
export type Tokens = {
  /** Of whoever is signed in now; newly issued if `fresh`. */
  token(options?: { readonly fresh: boolean }): Promise<Result<SignedIn, NoToken>>;
  /** The server takes none of their tokens any more. */
  lapse(): Promise<void>;
};

export type Caller = <Name extends RouteName>(
  name: Name,
  parameters: ParametersOf<Name>,
  request?: Request,
) => Promise<Result<unknown, Failure>>;

type Request = {
  /** Whose token it must be; anybody's when left out. */
  readonly as?: string;
  readonly query?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};

type Deps = {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  readonly tokens: Tokens;
};

/** Milliseconds, after which no answer counts as none. */
const patience = 15_000;

/** Calls the routes of `core/routes.ts`: the body of a 2xx, or why there is none. */
export function createCaller(deps: Deps): Caller {
  return async (name, parameters, request = {}) => {
    const url = deps.endpoint.replace(/\/$/, '') + pathTo(name, parameters) + (request.query ?? '');
    // A refused token is renewed once: the device's clock may be wrong about its age.
    for (const fresh of [false, true]) {
      const signedIn = await deps.tokens.token({ fresh });
      if (!signedIn.ok)
        return err({ is: signedIn.problem === 'signed-out' ? 'signed-out' : 'unreachable' });
      const { token, person } = signedIn.value;
      if (request.as !== undefined && request.as !== person.username)
        return err({ is: 'signed-out' });
      const reply = await send(deps, url, routes[name].method, token, request);
      if (!reply) return err({ is: 'unreachable' });
      if (reply.status !== 401) return judge(reply);
    }
    // Even a new token is refused: keeping it would send the person round in circles.
    await deps.tokens.lapse();
    return err({ is: 'signed-out' });
  };
}

type Reply = {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | null;
};

async function send(
  { fetch }: Deps,
  url: string,
  method: string,
  token: string,
  { body, headers: asked }: Request,
): Promise<Reply | undefined> {
  const headers = new Headers({ ...asked, Authorization: token });
  if (body) headers.set('Content-Type', 'application/json');
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    const retryAfter = response.headers.get('Retry-After');
    return { status: response.status, body: jsonIn(text), retryAfter };
  } catch {
    return undefined;
  }
}

/** What is not JSON does not come from our API, whatever its status says: a café's wifi answers as well. */
function judge({ status, body, retryAfter }: Reply): Result<unknown, Failure> {
  const isBusy = [408, 425, 429].includes(status);
  if (isBusy || status >= 500 || !isRecord(body)) {
    const because = isOurs(body) && { because: isBusy ? ('busy' as const) : ('failed' as const) };
    return err({ is: 'unreachable', ...because, ...delayIn(retryAfter) });
  }
  if (status >= 200 && status < 300) return ok(body);
  const { code, title, errors } = body;
  const current = toldEntry(body['current']);
  return err({
    is: 'refused',
    code: typeof code === 'string' ? code : '',
    title: typeof title === 'string' ? title : `The answer was ${status}`,
    complaints: Array.isArray(errors) ? errors.filter(isComplaint) : [],
    ...(current && { current }),
  });
}

/** The function's problem+json, or what the gateway says for it when it crashed or took too long. */
function isOurs(body: unknown): boolean {
  return (
    isRecord(body) && (typeof body['code'] === 'string' || typeof body['message'] === 'string')
  );
}

/** `Retry-After` in seconds. The other way to write it, a date, needs a clock that is right. */
function delayIn(retryAfter: string | null): { readonly retryAfter?: number } {
  return retryAfter && /^\d{1,9}$/.test(retryAfter)
    ? { retryAfter: Number(retryAfter) * 1000 }
    : {};
}

function isComplaint(it: unknown): it is Complaint {
  return isRecord(it) && typeof it['field'] === 'string' && typeof it['message'] === 'string';
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
