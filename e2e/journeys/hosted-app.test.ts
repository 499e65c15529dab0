import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  matchesPattern,
  headersFor,
  startStaticHosting,
  type HeaderRule,
} from '../testing/app/static-hosting.ts';
import { prebuiltApp } from '../testing/app/prebuilt-app.ts';
import { placeholderOrigins } from '../testing/app/app-origins.ts';

const { customHeaders: rules } = parse(readFileSync('customHttp.yml', 'utf8')) as {
  customHeaders: readonly HeaderRule[];
};

test.each([
  '/',
  '/index.html',
  '/service-worker.js',
  '/manifest.webmanifest',
  '/openapi.json',
  '/sign-in',
  '/pwausers',
  '/pwausers/sent/018f3c2e-7b1a-7000-8000-0123456789ab',
  '/entries',
  '/entries/pwausers/018f3c2e-7b1a-7000-8000-0123456789ab',
  '/entries/pwausers/018f3c2e-7b1a-7000-8000-0123456789ab/edit',
  '/responses/pwausers',
  '/responses/pwausers/share',
  '/pwausers/entries',
  '/pwausers/entries/018f3c2e-7b1a-7000-8000-0123456789ab',
  '/pwausers/responses',
])('exactly one rule makes a browser revalidate %s', (path) => {
  expect(headersFor(path, rules)['Cache-Control']).toBe('no-cache');
  expect(cacheRules(path)).toHaveLength(1);
});

test('files named after their content are cached for a year', () => {
  expect(headersFor('/assets/index-B3a_x.js', rules)['Cache-Control']).toMatch('immutable');
  expect(cacheRules('/assets/index-B3a_x.js')).toHaveLength(1);
});

test('the hosted build selects its Node first, and the guide names the same one', () => {
  const { backend, frontend } = parse(readFileSync('amplify.yml', 'utf8')) as Record<
    'backend' | 'frontend',
    { phases: { build: { commands: readonly string[] } } }
  >;
  const [first = ''] = backend.phases.build.commands;
  expect(first).toMatch(/^nvm install \d+$/);
  expect(frontend.phases.build.commands[0]).toBe(first);
  expect(readFileSync('docs/deploy.md', 'utf8')).toContain(`\`${first}\``);
});

function cacheRules(path: string): readonly HeaderRule[] {
  return rules.filter(
    ({ pattern, headers }) =>
      matchesPattern(pattern, path) && headers.some(({ key }) => key === 'Cache-Control'),
  );
}

test.each(['/', '/assets/index-B3a_x.js', '/pwausers/entries', '/nowhere.png'])(
  '%s cannot be framed, guessed at, or reached without TLS',
  (path) => {
    expect(headersFor(path, rules)).toMatchObject({
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Frame-Options': 'DENY',
      'X-Content-Type-Options': 'nosniff',
      // No promises for other hosts of the domain, nor forever.
      'Strict-Transport-Security': 'max-age=31536000',
    });
  },
);

test('an app built with placeholders is served with a cloud’s origins in every file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-hosting-'));
  const origins = { api: 'http://localhost:1', cognito: 'http://localhost:2' };
  const written = `é ${placeholderOrigins.api}/v1 ${placeholderOrigins.cognito} ${placeholderOrigins.api}`;
  for (const name of ['index.html', 'a.js', 'a.json', 'a.png'])
    writeFileSync(join(folder, name), written);
  const server = await startStaticHosting(folder, { origins });
  const textOf = async (name: string) =>
    (await fetch(`http://localhost:${server.port}/${name}`)).text();
  const served = 'é http://localhost:1/v1 http://localhost:2 http://localhost:1';
  for (const name of ['', 'index.html', 'a.js', 'a.json']) expect(await textOf(name)).toBe(served);
  expect(await textOf('a.png')).toBe(written);
  await server.close();
  rmSync(folder, { recursive: true });
});

test('no hash of the shared app depends on an origin', () => {
  const folder = prebuiltApp() ?? '';
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const [policy = ''] = /<meta[^>]+Content-Security-Policy[^>]+>/.exec(page) ?? [];
  const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, it = '']) => it);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    expect(script).not.toContain(placeholderOrigins.api);
    expect(policy).toContain(createHash('sha256').update(script).digest('base64'));
  }
  expect(policy).toContain(`${placeholderOrigins.api} ${placeholderOrigins.cognito}`);
  // A change of the file would break subresource integrity.
  expect(page).not.toContain('integrity=');
  const parts = readdirSync(join(folder, 'assets')).filter((it) => it.endsWith('.js'));
  const texts = parts.map((it) => readFileSync(join(folder, 'assets', it), 'utf8'));
  expect(texts.some((it) => it.includes(placeholderOrigins.api))).toBe(true);
});
