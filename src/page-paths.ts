import type { pageSegments } from '#forms/reserved-ids.ts';

/** The first segment of a page that belongs to no form: no form may have it as its id. */
type Segment = (typeof pageSegments)[number];

/**
 * The addresses of the app's pages. Router, links, service worker, prerendered pages and the manifest's
 * shortcuts follow from this table; customHttp.yml is tested against it. It imports types alone, so that
 * build tools can read it as well.
 */
export const pagePaths = {
  home: '/',
  about: '/about',
  account: '/account',
  eraseAccount: '/account/erase',
  api: '/api',
  outbox: '/outbox',
  /** A form in a frame of another site’s page. Its further pages are in the fragment: src/ui/navigation.ts. */
  embed: '/embed/:form',
  signIn: '/sign-in',
  /** A person's own entries, of all forms. */
  entries: '/entries',
  entry: '/entries/:form/:entry',
  /** For a form with pages, the answers with a link to change each. */
  edit: '/entries/:form/:entry/edit',
  editPage: '/entries/:form/:entry/edit/:page',
  /** The forms with their numbers of responses, for owners. */
  responsesHome: '/responses',
  responses: '/responses/:form',
  share: '/responses/:form/share',
  /** For a form with pages, the first of them. */
  fill: '/:form',
  fillPage: '/:form/page/:page',
  /** Where people check their answers to a form with pages, and send them. */
  check: '/:form/check',
  /** Shows whether an entry arrived. An address of its own, so that it survives a reload. */
  sent: '/:form/sent/:entry',
} as const satisfies Record<
  string,
  '/' | `/${Segment}` | `/${Segment}/${string}` | `/:form${'' | `/${string}`}`
>;

/** Files of the app that people open: no page answers at these addresses. */
export const filePaths = { openApi: '/openapi.json' } as const;

export type PageName = keyof typeof pagePaths;

/** A path of this app, made by `pathTo`: links accept no other string. */
export type PagePath = string & { readonly isPagePath: true };

/** The values of a path's parameters: `/entries/:form/:entry` has two. */
type Parameters<Path extends string> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? [...Named<Name>, ...Parameters<`/${Rest}`>]
  : Path extends `${string}/:${infer Name}`
    ? Named<Name>
    : [];
type Named<Name extends string> = Name extends 'entry'
  ? [entry: string]
  : Name extends 'page'
    ? [page: string]
    : [form: string];

type PathBuilders = {
  readonly [Name in PageName]: (...values: Parameters<(typeof pagePaths)[Name]>) => PagePath;
};

/** Builds the path of a page: `pathTo.fill(form.id)`. */
export const pathTo = Object.fromEntries(
  Object.entries(pagePaths).map(([name, path]) => [
    name,
    (...values: string[]) => path.replace(/:\w+/g, () => values.shift() ?? ''),
  ]),
) as PathBuilders;

export function withQuery(path: PagePath, query: string | URLSearchParams): PagePath {
  return `${path}?${query}` as PagePath;
}

/** A person's own entries of one form. */
export function entriesPath(form: string, status?: 'withdrawn'): PagePath {
  return withQuery(pathTo.entries(), `form=${form}${status ? `&status=${status}` : ''}`);
}

/** The sign-in page, which returns to `from` afterwards. */
export function signInPath(from: string): PagePath {
  return withQuery(pathTo.signIn(), `return=${encodeURIComponent(from)}`);
}

type Address = {
  /** Undefined if no page has this address. */
  readonly page: PageName | undefined;
  readonly form: string | undefined;
  readonly entry: string | undefined;
  /** The id of a page of the form. */
  readonly formPage: string | undefined;
};

/** The page at a path. The first that fits: pages whose first segment is a form's id are last in the table. */
export function pageAt(path: string): Address {
  return matchPath(path, pagePaths);
}

/** The page of a table at a path, if there is one. */
export function matchPath(path: string, table: Partial<Record<PageName, string>>): Address {
  const segments = segmentsOf(path);
  const found = Object.entries(table).find(([, it]) => {
    const wanted = segmentsOf(it);
    return (
      wanted.length === segments.length &&
      wanted.every((segment, i) => segment.startsWith(':') || segment === segments[i])
    );
  });
  const parameter = (name: string) => segments[segmentsOf(found?.[1] ?? '').indexOf(name)];
  return {
    page: found?.[0] as PageName | undefined,
    form: parameter(':form'),
    entry: parameter(':entry'),
    formPage: parameter(':page'),
  };
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter(Boolean);
}
