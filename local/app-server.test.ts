import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, preview, type InlineConfig } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { ownPagesOnly } from './app-server.ts';

const root = mkdtempSync(join(tmpdir(), 'formstead-app-'));
mkdirSync(join(root, 'dist'));
for (const file of ['index.html', 'dist/index.html'])
  writeFileSync(join(root, file), '<h1>The app');
const common: InlineConfig = {
  root,
  configFile: false,
  logLevel: 'silent',
  plugins: [ownPagesOnly()],
};

test('the built app is shown to its own pages, to programs, and to whoever follows a link', async () => {
  const server = await preview({ ...common, preview: { port: 0 } });
  onTestFinished(() => server.close());
  await isForOwnPages(server.resolvedUrls?.local[0]);
});

test('so is the app that is being developed; an editor is opened for its own pages alone', async () => {
  const server = await createServer({ ...common, server: { port: 0 } });
  await server.listen();
  onTestFinished(() => server.close());
  const url = server.resolvedUrls?.local[0];
  await isForOwnPages(url);
  const link = { ...followed, 'sec-fetch-site': 'cross-site' };
  expect(await statusOf(url, link, '/__open-in-editor?file=nowhere')).toBe(403);
});

const followed = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

async function isForOwnPages(url: string | undefined): Promise<void> {
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
  const asking = request(new URL(path, url), {
    headers: { accept: 'text/html', ...headers },
    agent: false,
  }).end();
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  answer.destroy();
  expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  return answer.statusCode;
}
