import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createErrorOverlay } from './error-overlay.ts';

type Payload = { readonly type: string; readonly err?: { readonly message: string } };

/** A Vite dev server with one page; `open` connects a browser's socket to it and records what is sent. */
async function startTestPage() {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const root = mkdtempSync(join(tmpdir(), 'formstead-error-overlay-'));
  writeFileSync(join(root, 'index.html'), '<script type="module" src="/main.js"></script>');
  writeFileSync(join(root, 'main.js'), 'export const it = 1;');
  const overlay = createErrorOverlay();
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1' },
    plugins: [overlay.plugin],
  });
  await server.listen();
  onTestFinished(async () => {
    vi.restoreAllMocks();
    await server.close();
    rmSync(root, { recursive: true, force: true });
  });
  const open = async () => {
    const heard: Payload[] = [];
    const address = server.resolvedUrls?.local[0]?.replace('http', 'ws') ?? '';
    const { webSocketToken } = server.config;
    const socket = new WebSocket(`${address}?token=${webSocketToken}`, 'vite-hmr');
    socket.addEventListener('message', ({ data }) => heard.push(JSON.parse(String(data))));
    onTestFinished(() => socket.close());
    await expect.poll(() => heard[0]).toEqual({ type: 'connected' });
    return {
      /** The error shown over the page, if any. */
      overlay: () => {
        const last = heard.findLast(({ type }) => type === 'error' || type === 'update');
        return last?.err?.message;
      },
      heard,
    };
  };
  return { overlay, server, open, main: join(root, 'main.js') };
}

test('an error is shown over an open page until it is fixed', async () => {
  const { overlay, open } = await startTestPage();
  const page = await open();
  overlay.report('backend', 'Two forms have the id “visit”.');
  await expect.poll(() => page.overlay()).toBe('Two forms have the id “visit”.');
  overlay.report('backend', undefined);
  await expect.poll(() => page.overlay()).toBeUndefined();
});

test('a page opened later shows current errors only', async () => {
  const { overlay, open } = await startTestPage();
  overlay.report('backend', 'An error before any page is open.');
  overlay.report('backend', undefined);
  const page = await open();
  overlay.report('types', 'Another one.');
  await expect.poll(() => page.overlay()).toBe('Another one.');
  expect(page.heard.filter(({ type }) => type === 'error')).toHaveLength(1);
  const later = await open();
  await expect.poll(() => later.overlay()).toBe('Another one.');
});

test('a backend error is shown before a type error, which is shown once the first is fixed', async () => {
  const { overlay, open } = await startTestPage();
  const page = await open();
  overlay.report('types', 'A type.');
  overlay.report('backend', 'A form.');
  await expect.poll(() => page.overlay()).toBe('A form.');
  expect(overlay.current()).toBe('A type.\n\nA form.');
  overlay.report('backend', undefined);
  await expect.poll(() => page.overlay()).toBe('A type.');
});

test('the overlay comes back after Vite removes it for another saved file', async () => {
  const { overlay, server, open, main } = await startTestPage();
  const page = await open();
  overlay.report('backend', 'An error.');
  await expect.poll(() => page.overlay()).toBe('An error.');
  server.ws.send({ type: 'update', updates: [] });
  await expect.poll(() => page.overlay()).toBeUndefined();
  // Saved until Vite sees it: its watcher may still be starting.
  let saves = 1;
  const afterSaving = () => {
    writeFileSync(main, `export const it = ${(saves += 1)};`);
    return page.overlay();
  };
  await expect.poll(afterSaving, { interval: 1000 }).toBe('An error.');
});

test('every error is printed, but an unchanged type error only once', async () => {
  const { overlay } = await startTestPage();
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  write.mockClear();
  for (const source of ['backend', 'backend', 'types', 'types', 'translations'] as const)
    overlay.report(source, `Wrong: ${source}`);
  expect(write.mock.calls.map(([text]) => String(text).trim())).toEqual([
    'Wrong: backend',
    'Wrong: backend',
    'Wrong: types',
    'Wrong: translations',
  ]);
});

test('missing translations do not cover the page', async () => {
  const { overlay, open } = await startTestPage();
  const page = await open();
  overlay.report('translations', 'No word for it.');
  overlay.report('types', 'A type.');
  await expect.poll(() => page.overlay()).toBe('A type.');
  overlay.report('types', undefined);
  await expect.poll(() => page.overlay()).toBeUndefined();
});
