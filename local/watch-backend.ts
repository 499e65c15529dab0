import { createHash } from 'node:crypto';
import { globSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Cloud } from './cloud.ts';
import { assemblyFolder, home } from './home.ts';
import { say } from './say.ts';
import { synthesize } from './template/synthesize.ts';

/** What the backend is made of. The app's own files are Vite's to watch. */
const rooms = ['amplify', 'core', 'forms'];

/** Editors write a file in several steps; milliseconds of quiet before looking. */
const quiet = 150;

/**
 * Keeps the cloud at what the files say. Synthesizes only when what they say has changed; a backend
 * that does not synthesize is told, and the last good one keeps running.
 */
export function watchBackend(
  cloud: Pick<Cloud, 'update'>,
  onUpdate: () => Promise<void>,
): { close(): void } {
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let known = fingerprint();

  async function follow() {
    const now = fingerprint();
    if (now === known) return;
    known = now;
    const started = performance.now();
    const synthesis = await synthesize(assemblyFolder);
    if (!synthesis.ok)
      return say(`\n${synthesis.message}\n\n  The backend from before is still running.`);
    try {
      await cloud.update(assemblyFolder);
      await onUpdate();
      say(`  Backend updated. (${((performance.now() - started) / 1000).toFixed(1)} s)`);
    } catch (error) {
      say(`\n${error instanceof Error ? error.message : String(error)}`);
    }
  }

  const watchers = rooms.map((room) =>
    watch(join(home, room), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(follow);
      }, quiet);
    }),
  );
  return {
    close() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** The content of every file the backend is made of. A touched or a test file changes nothing. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const files = rooms.flatMap((room) => globSync(`${room}/**/*.ts`, { cwd: home })).toSorted();
  for (const file of files.filter((it) => !/\.(test|contract)\.ts$/.test(it)))
    hash.update(`${file}\n`).update(readFileSync(join(home, file)));
  return hash.digest('hex');
}
