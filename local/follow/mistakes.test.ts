import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createMistakes } from './mistakes.ts';

type Payload = { readonly type: string; readonly err?: { readonly message: string } };

/** A page of Vite's: whoever opens it hears what is sent to it. */
async function served() {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const root = mkdtempSync(join(tmpdir(), 'formstead-mistakes-'));
  writeFileSync(join(root, 'index.html'), '<script type="module" src="/main.js"></script>');
  writeFileSync(join(root, 'main.js'), 'export const it = 1;');
  const mistakes = createMistakes();
  const server = await createServer({
    root,
    configFile: false,
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1' },
    plugins: [mistakes.plugin],
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
    await vi.waitFor(() => expect(heard[0]).toEqual({ type: 'connected' }));
    return {
      /** What stands over the page. */
      overlay: () => {
        const last = heard.findLast(({ type }) => type === 'error' || type === 'update');
        return last?.err?.message;
      },
      heard,
    };
  };
  return { mistakes, server, open, main: join(root, 'main.js') };
}

test('a mistake stands over the page that is open, and goes with its repair', async () => {
  const { mistakes, open } = await served();
  const page = await open();
  mistakes.tell('backend', 'Two forms have the id “visit”.');
  await vi.waitFor(() => expect(page.overlay()).toBe('Two forms have the id “visit”.'));
  mistakes.tell('backend', undefined);
  await vi.waitFor(() => expect(page.overlay()).toBeUndefined());
});

test('a page opened later shows what stands in the way then, and nothing that was repaired', async () => {
  const { mistakes, open } = await served();
  mistakes.tell('backend', 'A mistake, while nobody looks.');
  mistakes.tell('backend', undefined);
  const page = await open();
  mistakes.tell('types', 'Another one.');
  await vi.waitFor(() => expect(page.overlay()).toBe('Another one.'));
  expect(page.heard.filter(({ type }) => type === 'error')).toHaveLength(1);
  const later = await open();
  await vi.waitFor(() => expect(later.overlay()).toBe('Another one.'));
});

test('of two mistakes what does not run is shown first, and the other once that is repaired', async () => {
  const { mistakes, open } = await served();
  const page = await open();
  mistakes.tell('types', 'A type.');
  mistakes.tell('backend', 'A form.');
  await vi.waitFor(() => expect(page.overlay()).toBe('A form.'));
  expect(mistakes.standing()).toBe('A type.\n\nA form.');
  mistakes.tell('backend', undefined);
  await vi.waitFor(() => expect(page.overlay()).toBe('A type.'));
});

test('it still stands there after something else was saved, for which Vite takes it away', async () => {
  const { mistakes, server, open, main } = await served();
  const page = await open();
  mistakes.tell('backend', 'A mistake.');
  await vi.waitFor(() => expect(page.overlay()).toBe('A mistake.'));
  server.ws.send({ type: 'update', updates: [] });
  await vi.waitFor(() => expect(page.overlay()).toBeUndefined());
  writeFileSync(main, 'export const it = 2;');
  await vi.waitFor(() => expect(page.overlay()).toBe('A mistake.'), { timeout: 5000 });
});

test('the terminal is told of each mistake; of types that are still wrong only once', async () => {
  const { mistakes } = await served();
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  write.mockClear();
  for (const about of ['backend', 'backend', 'types', 'types', 'words'] as const)
    mistakes.tell(about, `Wrong: ${about}`);
  expect(write.mock.calls.map(([text]) => String(text).trim())).toEqual([
    'Wrong: backend',
    'Wrong: backend',
    'Wrong: types',
    'Wrong: words',
  ]);
});

test('words that another language lacks hide no page', async () => {
  const { mistakes, open } = await served();
  const page = await open();
  mistakes.tell('words', 'No word for it.');
  mistakes.tell('types', 'A type.');
  await vi.waitFor(() => expect(page.overlay()).toBe('A type.'));
  mistakes.tell('types', undefined);
  await vi.waitFor(() => expect(page.overlay()).toBeUndefined());
});
