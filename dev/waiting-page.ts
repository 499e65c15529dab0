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
  const text = message.replace(/[&<>"']/g, (it) => `&#${it.codePointAt(0)};`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<title>Formstead has not started</title><meta name="viewport" content="width=device-width">
<style>body{font:1.1rem/1.5 system-ui;margin:2rem auto;max-width:50rem;padding:0 1rem;color-scheme:light dark}
pre{font:0.95rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere}</style>
<h1>Formstead has not started yet</h1><pre>${text}</pre>
<p>Fix it and save: Formstead then starts by itself, and this page becomes the app.</p></html>`;
}
