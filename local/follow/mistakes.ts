import type { Plugin, ViteDevServer } from 'vite';
import { say } from '../say.ts';

/** What it is about; `words` are those in another language, without which a form is shown as it is. */
export type About = 'backend' | 'types' | 'words';

/** What is wrong with what somebody is writing, for them to mend: told in the terminal, and over the page. */
export type Mistakes = {
  /** Tells of it, or that it is gone: in one thing there is one mistake at a time. */
  readonly tell: (about: About, mistake: string | undefined) => void;
  /** What stands in the way now; empty when nothing does. */
  readonly standing: () => string;
  /** The page's half of it, for Vite. */
  readonly plugin: Plugin;
};

/** Milliseconds in which Vite has sent what it sends for a saved file, which takes its overlay away. */
const untilSent = 300;

/** Shows what stands in the way in Vite's own overlay, until it is gone: also after a reload, and after other changes. */
export function createMistakes(): Mistakes {
  const standing = new Map<About, string>();
  let server: Pick<ViteDevServer, 'ws'> | undefined;
  let again: NodeJS.Timeout | undefined;

  const overlay = () => {
    // What does not run at all goes before what does not fit. Words that are missing hide no page.
    const message = standing.get('backend') ?? standing.get('types');
    return message && ({ type: 'error', err: { message, stack: '' } } as const);
  };
  function show(): void {
    const shown = overlay();
    // Vite would keep it for the next page to be opened, whatever is true by then.
    if (shown && server && server.ws.clients.size > 0) server.ws.send(shown);
  }

  return {
    tell(about, mistake) {
      if (mistake === undefined) {
        const stood = overlay();
        if (!standing.delete(about)) return;
        // What Vite sends when something has changed: it takes the overlay away.
        if (stood && !overlay()) server?.ws.send({ type: 'update', updates: [] });
      } else {
        // Types are looked at again with every save, and may have been wrong for a while.
        if (about === 'backend' || standing.get(about) !== mistake) say(`\n${mistake}\n`);
        standing.set(about, mistake);
      }
      show();
    },
    standing: () => [...standing.values()].join('\n\n'),
    plugin: {
      name: 'formstead:mistakes',
      configureServer(it) {
        server = it;
        it.ws.on('connection', (socket) => {
          const shown = overlay();
          if (shown) socket.send(JSON.stringify(shown));
        });
        it.watcher.on('all', () => {
          clearTimeout(again);
          again = setTimeout(show, untilSent).unref();
        });
      },
    },
  };
}
