/**
 * Run by `prerender.ts` in a process of its own: renders the app at each path, without a browser, and prints
 * JSON.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { JSDOM } from 'jsdom';
import { createServer, isRunnableDevEnvironment, type Plugin } from 'vite';
import { catalogue } from './catalogue.ts';
import { outputs } from './outputs-plugin.ts';

/** Milliseconds until a page is given up: a slow or busy machine still builds the app. */
const longestDraw = 120_000;

const projectRoot = resolve(import.meta.dirname, '../..');
const paths = process.argv.slice(2);
const { window } = new JSDOM('<!doctype html><body></body>', {
  url: 'https://formstead.example/',
  pretendToBeVisual: true,
});
for (const name of Object.getOwnPropertyNames(window))
  if (!(name in globalThis)) Reflect.set(globalThis, name, Reflect.get(window, name));
for (const name of ['window', 'document', 'navigator', 'location', 'history', 'Event'] as const)
  Object.defineProperty(globalThis, name, { value: window[name], configurable: true });
for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const)
  Object.defineProperty(globalThis, name, { value: window[name].bind(window) });
// jsdom prints an error for it.
window.scrollTo = () => undefined;
// A disk that never answers. Without one, the app may have said that nothing is stored here by the time it is drawn.
Object.assign(globalThis, {
  IDBRequest: window.EventTarget,
  indexedDB: { open: () => new window.EventTarget() },
});
// Locks and other tabs are not needed for prerendering.
process.on('unhandledRejection', () => undefined);

/** Ignores styles: only the markup is needed. */
const withoutStyles: Plugin = {
  name: 'formstead:without-styles',
  enforce: 'pre',
  resolveId: (specifier) => (specifier.endsWith('.css') ? '\0nothing' : undefined),
  load: (id) => (id === '\0nothing' ? '' : undefined),
};

const server = await createServer({
  root: projectRoot,
  configFile: false,
  logLevel: 'silent',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  plugins: [react(), outputs(), catalogue(), withoutStyles],
});
const { ssr } = server.environments;
if (!isRunnableDevEnvironment(ssr)) throw new Error('Vite runs no modules here.');
const { runner } = ssr;

const drawn: Record<string, string> = {};
for (const path of paths) drawn[path] = await draw(path);
process.stdout.write(JSON.stringify(drawn), () => process.exit());

async function draw(path: string): Promise<string> {
  window.history.replaceState(null, '', path);
  window.document.body.innerHTML = '<div id="app"></div>';
  const app = window.document.getElementById('app');
  // Like a new load of the page.
  runner.clearCache();
  await runner.import('/src/main.tsx');
  const end = Date.now() + longestDraw;
  while (Date.now() < end) {
    if (app?.querySelector('main:not([aria-busy])')) return app.innerHTML;
    await wait(25);
  }
  throw new Error(`The app draws nothing at ${path}.`);
}
