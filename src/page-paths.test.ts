import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pageSegments, reservedIds } from '#forms/reserved-ids.ts';
import { pageAt, pagePaths, pathTo, signInPath, withQuery, type PageName } from './page-paths.ts';

const names = Object.keys(pagePaths) as PageName[];

test('every page is found at the path that is built for it', () => {
  for (const name of names) {
    const path = (pathTo[name] as (...values: string[]) => string)('visit', 'an-entry');
    const { page, form, entry } = pageAt(path);
    expect(page).toBe(name);
    if (pagePaths[name].includes(':form')) expect(form).toBe('visit');
    if (pagePaths[name].includes(':entry')) expect(entry).toBe('an-entry');
  }
});

test('paths have the form and the entry in their places', () => {
  expect(pathTo.home()).toBe('/');
  expect(pathTo.fill('visit')).toBe('/visit');
  expect(pathTo.edit('visit', 'it')).toBe('/visit/entries/it');
  expect(withQuery(pathTo.entries('visit'), 'withdrawn')).toBe('/visit/entries?withdrawn');
  expect(signInPath('/visit?a=b')).toBe('/sign-in?return=%2Fvisit%3Fa%3Db');
});

test('other addresses are no page', () => {
  for (const path of ['/visit/nothing', '/visit/entries/it/more', '/visit/sent', '/about/more'])
    expect(pageAt(path).page).toBeUndefined();
});

test('no form may have the first segment of a page as its id, and no id is reserved in vain', () => {
  const segments = names
    .map((it) => pagePaths[it].split('/')[1] ?? '')
    .filter((it) => it !== '' && !it.startsWith(':'));
  expect(new Set(segments)).toEqual(new Set(pageSegments));
  expect(reservedIds).toEqual([...pageSegments, 'me']);
});

test('a wrong link does not compile', () => {
  // @ts-expect-error -- no such page
  expect(() => pathTo.nothing()).toThrow(TypeError);
  // @ts-expect-error -- the form is missing
  pathTo.entries();
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
  expect(new Set(revalidated)).toEqual(new Set(names.map((it) => headerPattern(pagePaths[it]))));
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
  /import \{[^}]*\b(Link|Redirect|useLocation)\b[^}]*\} from 'wouter'/,
];

test('only the table writes page paths, and only ui/navigation.ts takes links from the router', () => {
  const isExempt = /\.test\.|\.contract\.|\/testing\/|^\.\/(page-paths|ui\/navigation)\.ts$/;
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
