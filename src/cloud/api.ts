import type { Complaint, Form } from '#core/form.ts';
import { err, ok, type Result } from '#core/result.ts';
import { pathTo, routes, type ParametersOf, type RouteName } from '#core/routes.ts';
import type { Session } from './session.ts';
import { isRecord, toldEntry, type Told } from './told.ts';

export type Failure =
  | { readonly is: 'signed-out' }
  /** No answer, or one that says "later": the same request may well succeed in a while. */
  | { readonly is: 'unreachable' }
  /** An answer that repeating the request will not change. */
  | {
      readonly is: 'refused';
      readonly code: string;
      readonly title: string;
      readonly complaints: readonly Complaint[];
    };

export type Page = { readonly entries: readonly Told[]; readonly cursor: string | undefined };

/** The browser's side of `core/routes.ts`. */
export type Api = {
  submit(
    form: Pick<Form, 'id' | 'version'>,
    entry: { readonly id: string; readonly answers: object },
  ): Promise<Result<Told, Failure>>;
  list(form: string, cursor?: string): Promise<Result<Page, Failure>>;
};

type Deps = {
  readonly endpoint: string;
  readonly fetch: typeof fetch;
  readonly session: Pick<Session, 'token' | 'signOut'>;
};

type Request = {
  readonly query?: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};
type Reply = { readonly status: number; readonly body: unknown };

/** Milliseconds, after which no answer counts as none. */
const patience = 15_000;
const pageSize = 25;

export function createApi(deps: Deps): Api {
  return {
    async submit(form, { id, answers }) {
      const headers = { 'Idempotency-Key': id, 'Form-Version': String(form.version) };
      const replied = await call(deps, 'submit', { form: form.id }, { body: answers, headers });
      if (!replied.ok) return replied;
      const entry = toldEntry(replied.value);
      return entry?.id === id ? ok(entry) : err({ is: 'unreachable' });
    },

    async list(form, cursor) {
      const query = new URLSearchParams({ limit: String(pageSize), ...(cursor && { cursor }) });
      const replied = await call(deps, 'list', { form }, { query: `?${query}` });
      if (!replied.ok) return replied;
      const { items, cursor: next } = isRecord(replied.value) ? replied.value : {};
      if (!Array.isArray(items)) return err({ is: 'unreachable' });
      const entries = items.map(toldEntry).filter((it) => it !== undefined);
      return ok({ entries, cursor: typeof next === 'string' ? next : undefined });
    },
  };
}

/** The body of a 2xx. A refused token is renewed once: the device's clock may be wrong about its age. */
async function call<Name extends RouteName>(
  deps: Deps,
  name: Name,
  parameters: ParametersOf<Name>,
  request: Request,
): Promise<Result<unknown, Failure>> {
  const url = deps.endpoint.replace(/\/$/, '') + pathTo(name, parameters) + (request.query ?? '');
  for (const fresh of [false, true]) {
    const token = await deps.session.token({ fresh });
    if (!token.ok) return err({ is: token.problem });
    const reply = await send(deps, url, routes[name].method, token.value, request);
    if (!reply) return err({ is: 'unreachable' });
    if (reply.status !== 401) return judge(reply);
  }
  // Even a new token is refused: keeping it would send the person round in circles.
  await deps.session.signOut();
  return err({ is: 'signed-out' });
}

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
    return { status: response.status, body: jsonIn(text) };
  } catch {
    return undefined;
  }
}

function judge({ status, body }: Reply): Result<unknown, Failure> {
  if (status >= 200 && status < 300) return ok(body);
  if (status >= 500 || [408, 425, 429].includes(status)) return err({ is: 'unreachable' });
  const { code, title, errors } = isRecord(body) ? body : {};
  return err({
    is: 'refused',
    code: typeof code === 'string' ? code : '',
    title: typeof title === 'string' ? title : `The answer was ${status}`,
    complaints: Array.isArray(errors) ? errors.filter(isComplaint) : [],
  });
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
