import type { Plugin, ViteDevServer } from 'vite';
import { print } from './print.ts';

/** Where an error comes from. Without its `translations` a form is shown in its own language. */
export type ErrorSource = 'backend' | 'types' | 'translations';

/** Shows errors in the project's files to the developer: in the terminal and over the page. */
export type ErrorOverlay = {
  /** Sets the error of a source, or clears it. Each source has at most one. */
  readonly report: (source: ErrorSource, error: string | undefined) => void;
  /** All current errors as one text; empty when there are none. */
  readonly current: () => string;
  /** The Vite plugin that shows errors over the page. */
  readonly plugin: Plugin;
};

/** Milliseconds. By then Vite has sent its update for a saved file, which removes the overlay. */
const untilSent = 300;

/** Shows errors in Vite's own overlay until they are fixed, also after a reload and after other changes. */
export function createErrorOverlay(): ErrorOverlay {
  const current = new Map<ErrorSource, string>();
  let server: Pick<ViteDevServer, 'ws'> | undefined;
  let showTimer: NodeJS.Timeout | undefined;

  const overlay = () => {
    // A backend that does not run matters more than a type error. Missing translations are only printed.
    const message = current.get('backend') ?? current.get('types');
    return message && ({ type: 'error', err: { message, stack: '' } } as const);
  };
  function show(): void {
    const shown = overlay();
    // With no page open, Vite would keep the message for the next one, when it may be outdated.
    if (shown && server && server.ws.clients.size > 0) server.ws.send(shown);
  }

  return {
    report(source, error) {
      if (error === undefined) {
        const overlayBefore = overlay();
        if (!current.delete(source)) return;
        // An ordinary update message from Vite removes the overlay.
        if (overlayBefore && !overlay()) server?.ws.send({ type: 'update', updates: [] });
      } else {
        // Types are checked after every save, so the same type errors may be reported many times.
        if (source === 'backend' || current.get(source) !== error) print(`\n${error}\n`);
        current.set(source, error);
      }
      show();
    },
    current: () => [...current.values()].join('\n\n'),
    plugin: {
      name: 'formstead:error-overlay',
      configureServer(it) {
        server = it;
        it.ws.on('connection', (socket) => {
          const shown = overlay();
          if (shown) socket.send(JSON.stringify(shown));
        });
        it.watcher.on('all', () => {
          clearTimeout(showTimer);
          showTimer = setTimeout(show, untilSent).unref();
        });
      },
    },
  };
}
