import { brand } from '#brand/brand.ts';
import { readTheme } from '#brand/read-theme.ts';
import { escapeHtml } from '../packages/amplify-local/machine/escape-html.ts';
import { listenOnLoopback } from '../packages/amplify-local/machine/loopback-server.ts';

/** Serves a page in place of the app while nothing runs: it shows the errors and reloads every second. */
export async function startWaitingPage(port: number, message: () => string) {
  const server = await listenOnLoopback(
    (_, response) => {
      response.writeHead(503, { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' });
      response.end(waitingPageHtml(message()));
    },
    port,
    'its own',
  );
  return { [Symbol.asyncDispose]: () => server.close() } satisfies AsyncDisposable;
}

function waitingPageHtml(message: string): string {
  const name = escapeHtml(brand.name);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<title>${name} has not started</title><meta name="viewport" content="width=device-width">
<style>${readTheme()}
:root{color-scheme:light dark}
body{font:1.1rem/1.5 var(--text);margin:2rem auto;max-width:50rem;padding:0 1rem;color:var(--ink);background:var(--paper)}
h1{font-family:var(--display)}
pre{font:0.95rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>${name} has not started yet</h1><pre>${escapeHtml(message)}</pre>
<p>Fix the error and save. ${name} then starts, and the app opens here.</p></html>`;
}
