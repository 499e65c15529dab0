import { getOwn } from '../values/own-property.ts';

/** Who may use a route: anyone signed in, an entry's own author, or the form's owners. */
export type Who = 'person' | 'author' | 'owner';

/**
 * The HTTP contract, one row per route. The gateway, the Lambda function and the browser implement it. As in API
 * Gateway, a fixed path segment takes precedence over a parameter: `/{form}/responses` over `/{form}/{id}`.
 */
export const routes = {
  eraseAll: { method: 'DELETE', path: '/me', who: 'person' },
  submit: { method: 'POST', path: '/{form}', who: 'person' },
  list: { method: 'GET', path: '/{form}', who: 'person' },
  responses: { method: 'GET', path: '/{form}/responses', who: 'owner' },
  summary: { method: 'GET', path: '/{form}/summary', who: 'owner' },
  read: { method: 'GET', path: '/{form}/{id}', who: 'author' },
  revise: { method: 'PUT', path: '/{form}/{id}', who: 'author' },
  withdraw: { method: 'DELETE', path: '/{form}/{id}', who: 'author' },
  restore: { method: 'POST', path: '/{form}/{id}/restore', who: 'author' },
  sendFile: { method: 'POST', path: '/{form}/{id}/files/{file}', who: 'author' },
  confirmFile: { method: 'POST', path: '/{form}/{id}/files/{file}/arrival', who: 'author' },
  openFile: { method: 'GET', path: '/{form}/{id}/files/{file}', who: 'author' },
  openResponseFile: {
    method: 'GET',
    path: '/{form}/responses/{username}/{id}/files/{file}',
    who: 'owner',
  },
} as const satisfies Record<string, { method: string; path: string; who: Who }>;

export type RouteName = keyof typeof routes;

/** The headers that a browser may send, and those it may read. */
export const requestHeaders = [
  'Authorization',
  'Begun-On',
  'Content-Type',
  'Form-Version',
  'Idempotency-Key',
  'If-Match',
];
export const responseHeaders = ['ETag', 'Idempotent-Replayed', 'Retry-After', 'x-amzn-RequestId'];

type Parameters<Path> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? { readonly [K in Name | keyof Parameters<Rest>]: string }
  : // oxlint-disable-next-line typescript/no-empty-object-type -- the end of the recursion adds no key
    {};

/** `ParametersOf<'read'>` is `{ form: string; id: string }`, read from the path itself. */
export type ParametersOf<Name extends RouteName> = Parameters<(typeof routes)[Name]['path']>;

/** The path of a route, with its parameters filled in: `/pwausers/018f…`. */
export function pathTo<Name extends RouteName>(name: Name, parameters: ParametersOf<Name>): string {
  return routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(getOwn<string>(parameters, key) ?? ''),
  );
}

export type Match = { readonly name: RouteName; readonly parameters: Record<string, string> };

const patterns = Object.entries(routes).map(([name, { method, path }]) => ({
  name: name as RouteName,
  method,
  pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
}));

/**
 * Finds the route of a request, as API Gateway does: `/ride/responses` is not an entry with that id, and a
 * trailing slash is ignored.
 */
export function matchRoute(method: string, path: string): Match | undefined {
  for (const { name, pattern, ...it } of patterns) {
    const found = it.method === method && pattern.exec(path);
    if (found) return { name, parameters: { ...found.groups } };
  }
  return undefined;
}
