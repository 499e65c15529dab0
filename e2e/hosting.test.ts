import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fits, headersFor, startHosting, type Rule } from './hosting.ts';
import { builtOnce } from './built-once.ts';
import { builtWith } from './origins.ts';

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

test('the hosted build names the Node it runs under, before anything else, and the guide the same', () => {
  const { backend, frontend } = parse(readFileSync('amplify.yml', 'utf8')) as Record<
    'backend' | 'frontend',
    { phases: { build: { commands: readonly string[] } } }
  >;
  const [first = ''] = backend.phases.build.commands;
  expect(first).toMatch(/^nvm install \d+$/);
  expect(frontend.phases.build.commands[0]).toBe(first);
  expect(readFileSync('docs/deploy.md', 'utf8')).toContain(`\`${first}\``);
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
      // Nothing is promised for other hosts of the domain, nor for ever.
      'Strict-Transport-Security': 'max-age=31536000',
    });
  },
);

test('an app built for no cloud in particular is served with the origins of one, in every text', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-hosting-'));
  const origins = { api: 'http://localhost:1', cognito: 'http://localhost:2' };
  const written = `é ${builtWith.api}/v1 ${builtWith.cognito} ${builtWith.api}`;
  for (const name of ['index.html', 'a.js', 'a.json', 'a.png'])
    writeFileSync(join(folder, name), written);
  const server = await startHosting(folder, { origins });
  const textOf = async (name: string) =>
    (await fetch(`http://localhost:${server.port}/${name}`)).text();
  const served = 'é http://localhost:1/v1 http://localhost:2 http://localhost:1';
  for (const name of ['', 'index.html', 'a.js', 'a.json']) expect(await textOf(name)).toBe(served);
  expect(await textOf('a.png')).toBe(written);
  await server.close();
  rmSync(folder, { recursive: true });
});

test('nothing that the shared app holds by its hash names an origin', () => {
  const folder = builtOnce() ?? '';
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const [policy = ''] = /<meta[^>]+Content-Security-Policy[^>]+>/.exec(page) ?? [];
  const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, it = '']) => it);
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    expect(script).not.toContain(builtWith.api);
    expect(policy).toContain(createHash('sha256').update(script).digest('base64'));
  }
  expect(policy).toContain(`${builtWith.api} ${builtWith.cognito}`);
  // Subresource integrity would have to be written anew.
  expect(page).not.toContain('integrity=');
  const parts = readdirSync(join(folder, 'assets')).filter((it) => it.endsWith('.js'));
  const texts = parts.map((it) => readFileSync(join(folder, 'assets', it), 'utf8'));
  expect(texts.some((it) => it.includes(builtWith.api))).toBe(true);
});
