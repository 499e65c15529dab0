import { readerOf } from '../../template/property-reader.ts';
import type { Resource } from '../../template/resource.ts';
import type { Method } from './method.ts';

/** One path of the API and its methods. */
export type Route = {
  readonly resourceId: string;
  /** `/{form}/{id}`. */
  readonly path: string;
  readonly methods: ReadonlyMap<string, Method>;
};

export type Match = {
  readonly route: Route;
  /** Still URL-encoded: API Gateway does not decode them. */
  readonly pathParameters: Readonly<Record<string, string>>;
};

/** The path of every `AWS::ApiGateway::Resource`, and of the root, by id. */
export function pathsById(apiId: string, resources: readonly Resource[]): Map<string, string> {
  const rootId = `${apiId}/root`;
  const byId = new Map(resources.map((resource) => [resource.id, readerOf(resource)]));
  const pathOf = (id: string): string => {
    const resource = byId.get(id);
    if (!resource) return '';
    resource.nothingBut(['ParentId', 'PathPart', 'RestApiId']);
    const parentId = resource.requiredText('ParentId');
    if (parentId !== rootId && !byId.has(parentId))
      resource.refuse('ParentId', `names no resource: ${parentId}`);
    return `${pathOf(parentId)}/${resource.requiredText('PathPart')}`;
  };
  const paths = [...byId.keys()].map((id) => [id, pathOf(id)] as const);
  return new Map([[rootId, '/'], ...paths]);
}

/** The most specific matching path: text comes before `{id}`, `{id}` before `{proxy+}`. */
export function findRoute(routes: readonly Route[], path: string): Match | undefined {
  const segments = segmentsOf(path);
  return routes
    .toSorted((a, b) => (rankOf(a.path) < rankOf(b.path) ? -1 : 1))
    .map((route) => ({ route, pathParameters: fit(segmentsOf(route.path), segments) }))
    .find((match): match is Match => match.pathParameters !== undefined);
}

/** Ignores a trailing slash. */
function segmentsOf(path: string): readonly string[] {
  const bare = path.replace(/^\//, '').replace(/\/$/, '');
  return bare === '' ? [] : bare.split('/');
}

function rankOf(path: string): string {
  return segmentsOf(path)
    .map((part) => (part.endsWith('+}') ? 2 : part.startsWith('{') ? 1 : 0))
    .join('');
}

function fit(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: [string, string][] = [];
  for (const [i, part] of pattern.entries()) {
    const segment = segments[i];
    if (!segment) return undefined;
    if (part.endsWith('+}')) {
      parameters.push([part.slice(1, -2), segments.slice(i).join('/')]);
      return Object.fromEntries(parameters);
    }
    if (part.startsWith('{')) parameters.push([part.slice(1, -1), segment]);
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? Object.fromEntries(parameters) : undefined;
}
