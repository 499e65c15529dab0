import type { Connect, Plugin } from 'vite';
import { refusalFor } from './callers.ts';

/** Lets only pages of its own origin at what Vite serves: sources while developing, the built app in a preview. */
export function ownPagesOnly(): Plugin {
  return {
    name: 'formstead:own-pages-only',
    // One origin needs none of it, and Vite would answer some requests of others before they come to us.
    config: () => ({ server: { cors: false }, preview: { cors: false } }),
    configureServer: guard,
    configurePreviewServer: guard,
  };
}

function guard({ middlewares }: { readonly middlewares: Connect.Server }): void {
  middlewares.use((request, response, next) => {
    const refusal = refusalFor(request, 'its own') ?? refusalOfTool(request);
    if (refusal === undefined) return next();
    response.writeHead(403, { 'Content-Type': 'text/plain' }).end(refusal);
  });
}

/** What Vite offers beneath `/__` does things, such as opening a file in an editor: a link may not ask for it. */
function refusalOfTool({ url = '', headers }: Connect.IncomingMessage): string | undefined {
  const from = headers['sec-fetch-site'] ?? 'none';
  if (!url.startsWith('/__') || ['none', 'same-origin'].includes(from)) return undefined;
  return 'Only the app itself may ask for this.\n';
}
