import type { Connect, Plugin } from 'vite';
import { denialFor } from '../packages/amplify-local/machine/check-origin.ts';

/** A Vite plugin that denies other origins access to the sources (dev server) and the built app (preview). */
export function sameOriginOnly(): Plugin {
  return {
    name: 'formstead:same-origin-only',
    // With CORS on, Vite would answer some requests from other origins before our check.
    config: () => ({ server: { cors: false }, preview: { cors: false } }),
    configureServer: guard,
    configurePreviewServer: guard,
  };
}

function guard({ middlewares }: { readonly middlewares: Connect.Server }): void {
  middlewares.use((request, response, next) => {
    const denial = denialFor(request, 'its own') ?? toolDenial(request);
    if (denial === undefined) return next();
    response.writeHead(403, { 'Content-Type': 'text/plain' }).end(denial);
  });
}

/** Vite's paths under `/__` have effects, such as opening a file in an editor, so even a link must not reach them. */
function toolDenial({ url = '', headers }: Connect.IncomingMessage): string | undefined {
  const site = headers['sec-fetch-site'] ?? 'none';
  if (!url.startsWith('/__') || ['none', 'same-origin'].includes(site)) return undefined;
  return 'Only the app itself may ask for this.\n';
}
