import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, preview, type InlineConfig } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { sameOriginOnly } from './same-origin-only.ts';

const root = mkdtempSync(join(tmpdir(), 'formstead-app-'));
mkdirSync(join(root, 'dist'));
for (const file of ['index.html', 'dist/index.html'])
  writeFileSync(join(root, file), '<h1>The app');
const common: InlineConfig = {
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [sameOriginOnly()],
};

test('the preview answers its own pages, programs, and people who follow a link', async () => {
  const server = await preview({ ...common, preview: { port: 0 } });
  onTestFinished(() => server.close());
  await expectSameOriginOnly(server.resolvedUrls?.local[0]);
});

test('so does the dev server; only its own pages can open files in the editor', async () => {
  const server = await createServer({ ...common, server: { port: 0 } });
  await server.listen();
  onTestFinished(() => server.close());
  const url = server.resolvedUrls?.local[0];
  await expectSameOriginOnly(url);
  const link = { ...followed, 'sec-fetch-site': 'cross-site' };
  expect(await statusOf(url, link, '/__open-in-editor?file=nowhere')).toBe(403);
});

const followed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

async function expectSameOriginOnly(url: string | undefined): Promise<void> {
  const { origin } = new URL(url ?? '');
  for (const mayCome of [{}, { origin }, { ...followed, 'sec-fetch-site': 'cross-site' }])
    expect([mayCome, await statusOf(url, mayCome)]).toEqual([mayCome, 200]);
  for (const mayNot of [
    { host: 'rebind.example' },
    { origin: 'http://evil.example' },
    { origin: 'http://localhost:1' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
  ])
    expect([mayNot, await statusOf(url, mayNot)]).toEqual([mayNot, 403]);
}

async function statusOf(url = '', headers: OutgoingHttpHeaders, path = '/'): Promise<unknown> {
  const clientRequest = request(new URL(path, url), {
    headers: { accept: 'text/html', ...headers },
    agent: false,
  }).end();
  const [answer] = (await once(clientRequest, 'response')) as [IncomingMessage];
  answer.destroy();
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  return answer.statusCode;
}
