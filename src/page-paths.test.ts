import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pageSegments, reservedIds } from '#forms/reserved-ids.ts';
import { formerPaths, movedTo } from './former-paths.ts';
import {
  entriesPath,
  pageAt,
  pagePaths,
  pathTo,
  signInPath,
  withQuery,
  type PageName,
} from './page-paths.ts';

const names = Object.keys(pagePaths) as PageName[];

test('every page is found at the path that is built for it', () => {
  const values: { readonly [parameter: string]: string } = {
    ':form': 'visit',
    ':entry': 'an-entry',
    ':page': 'people',
  };
  for (const name of names) {
    const parameters = pagePaths[name].split('/').filter((it) => it in values);
    const build = pathTo[name] as (...all: readonly string[]) => string;
    const { page, form, entry, formPage } = pageAt(build(...parameters.map((it) => values[it]!)));
    expect(page).toBe(name);
    const found = { ':form': form, ':entry': entry, ':page': formPage };
    for (const it of parameters) expect(found).toHaveProperty(it, values[it]);
  }
});

test('paths have the form and the entry in their places', () => {
  expect(pathTo.home()).toBe('/');
  expect(pathTo.fill('visit')).toBe('/visit');
  expect(pathTo.fillPage('visit', 'people')).toBe('/visit/page/people');
  expect(pathTo.edit('visit', 'it')).toBe('/entries/visit/it/edit');
  expect(pathTo.editPage('visit', 'it', 'people')).toBe('/entries/visit/it/edit/people');
  expect(entriesPath('visit')).toBe('/entries?form=visit');
  expect(entriesPath('visit', 'withdrawn')).toBe('/entries?form=visit&status=withdrawn');
  expect(signInPath('/visit?a=b')).toBe('/sign-in?return=%2Fvisit%3Fa%3Db');
});

test.each([
  ['/visit/entries', '', '/entries?form=visit'],
  ['/visit/entries', '?withdrawn', '/entries?form=visit&status=withdrawn'],
  ['/visit/entries/it', '', '/entries/visit/it/edit'],
  ['/visit/responses', '', '/responses/visit'],
  ['/visit/responses', '?view=charts', '/responses/visit?view=charts'],
])('what was at %s%s is now at %s', (path, search, now) => {
  expect(movedTo(path, search)).toBe(now);
});

test('no page of today is at an address of before', () => {
  for (const name of names) {
    const path = (pathTo[name] as (...values: string[]) => string)('visit', 'an-entry');
    expect(movedTo(path, '')).toBeUndefined();
  }
  expect(movedTo('/visit/nothing', '')).toBeUndefined();
});

test('other addresses are no page', () => {
  for (const path of ['/visit/nothing', '/entries/visit/it/more', '/visit/sent', '/about/more'])
    expect(pageAt(path).page).toBeUndefined();
});

test('no form may have the first segment of a page as its id, and no id is reserved in vain', () => {
  const segments = names
    .map((it) => pagePaths[it].split('/')[1] ?? '')
    .filter((it) => it !== '' && !it.startsWith(':'));
  expect(new Set(segments)).toEqual(new Set(pageSegments));
  expect(reservedIds).toEqual([...pageSegments, 'me', 'open']);
});

test('a wrong link does not compile', () => {
  // @ts-expect-error -- no such page
  expect(() => pathTo.nothing()).toThrow(TypeError);
  // @ts-expect-error -- the form is missing
  pathTo.fill();
  // @ts-expect-error -- any string
  expect(() => withQuery('/outbx', '')).not.toThrow();
});

test('the hosting revalidates every page, and has no rules for other paths', () => {
  const { customHeaders } = parse(readFileSync('customHttp.yml', 'utf8')) as {
    readonly customHeaders: readonly { pattern: string; headers: readonly { value: string }[] }[];
  };
  const revalidated = customHeaders
    .filter(({ headers }) => headers.some(({ value }) => value === 'no-cache'))
    .map(({ pattern }) => pattern);
  const paths = [...Object.values(pagePaths), ...Object.values(formerPaths)];
  expect(new Set(revalidated)).toEqual(new Set(paths.map(headerPattern)));
});

/** One rule for all addresses of one segment, which also covers the service worker and the manifest. */
function headerPattern(path: string): string {
  return path.replace(/^\/[^/]+$/, '/*').replaceAll(/:\w+/g, '*');
}

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** What a path written by hand looks like. Comments may name paths. */
const byHand = [
  new RegExp(`['"\`]/(${reservedIds.join('|')}|openapi\\.json)\\b[^'"\`]*['"\`]`),
  /`\/\$\{/,
  /[}'"`]\/(entries|sent|responses|erase)\b/,
  /(href|to)="\//,
  /from 'wouter/,
];

test('only the table writes page paths, and only ui/navigation.ts takes links from the router', () => {
  const isExempt =
    /\.test\.|\.contract\.|\/testing\/|^\.\/((page|former)-paths|ui\/navigation)\.ts$/;
  const found = Object.entries(sources).flatMap(([file, source]) => {
    const code = source.replaceAll(/\/\*[^]*?\*\/|\/\/ .*/g, '');
    return byHand.filter((it) => !isExempt.test(file) && it.test(code)).map(() => file);
  });
  expect(Object.keys(sources).length).toBeGreaterThan(200);
  expect(found).toEqual([]);
});

test.each([
  'href="/outbox"',
  'href={`/${form.id}`}',
  "navigate('/about')",
  '`${here}/entries`',
  "import { Link } from 'wouter'",
])('%s is a path by hand', (code) => {
  expect(byHand.some((it) => it.test(code))).toBe(true);
});
