import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fits, headersFor, type Rule } from './hosting.ts';

const { customHeaders: rules } = parse(readFileSync('customHttp.yml', 'utf8')) as {
  customHeaders: readonly Rule[];
};

test.each([
  '/',
  '/index.html',
  '/service-worker.js',
  '/manifest.webmanifest',
  '/openapi.json',
  '/sign-in',
  '/pwausers',
  '/pwausers/entries',
  '/pwausers/entries/018f3c2e-7b1a-7000-8000-0123456789ab',
  '/pwausers/responses',
])('a browser asks again for %s, and no two rules say so', (path) => {
  expect(headersFor(path, rules)['Cache-Control']).toBe('no-cache');
  expect(cacheRules(path)).toHaveLength(1);
});

test('a browser keeps for a year what is named after its content', () => {
  expect(headersFor('/assets/index-B3a_x.js', rules)['Cache-Control']).toMatch('immutable');
  expect(cacheRules('/assets/index-B3a_x.js')).toHaveLength(1);
});

function cacheRules(path: string): readonly Rule[] {
  return rules.filter(
    ({ pattern, headers }) =>
      fits(pattern, path) && headers.some(({ key }) => key === 'Cache-Control'),
  );
}

test.each(['/', '/assets/index-B3a_x.js', '/pwausers/entries', '/nowhere.png'])(
  '%s cannot be framed, guessed at, or reached without TLS',
  (path) => {
    expect(headersFor(path, rules)).toMatchObject({
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      'Strict-Transport-Security': expect.stringContaining('includeSubDomains'),
    });
  },
);
