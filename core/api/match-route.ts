import { openPrefix, openRoutes, routes, type RouteName } from './api-routes.ts';

type Match = {
  readonly name: RouteName;
  /** Without an account. */
  readonly isOpen: boolean;
  readonly parameters: Record<string, string>;
};

/** The routes that exist only without an account: an account's address is verified by Cognito. */
export const onlyOpenRoutes: readonly RouteName[] = ['verifyAddress'];

/** Every method of the API, with its path. */
export const endpoints: readonly (Pick<Match, 'name' | 'isOpen'> & {
  readonly method: string;
  readonly path: string;
})[] = [
  ...(Object.keys(routes) as RouteName[])
    .filter((name) => !onlyOpenRoutes.includes(name))
    .map((name) => ({
      name,
      isOpen: false,
      method: routes[name].method,
      path: routes[name].path,
    })),
  ...openRoutes.map((name) => ({
    name,
    isOpen: true,
    method: routes[name].method,
    path: openPrefix + routes[name].path,
  })),
];

const patterns = endpoints.map(({ path, ...endpoint }) => ({
  ...endpoint,
  pattern: new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`),
}));

/**
 * Finds the route of a request, as API Gateway does: `/ride/responses` is not an entry with that id, and a
 * trailing slash is ignored.
 */
export function matchRoute(method: string, path: string): Match | undefined {
  const isOpenPath = path.startsWith(`${openPrefix}/`);
  for (const { name, isOpen, pattern, ...it } of patterns) {
    const found = isOpen === isOpenPath && it.method === method && pattern.exec(path);
    if (found) return { name, isOpen, parameters: { ...found.groups } };
  }
  return undefined;
}
