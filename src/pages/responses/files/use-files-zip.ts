import { useEffect, useRef, useState } from 'react';
import { useDeps } from '../../../deps.ts';
import { chooseDestination, type Destination } from './save-stream.ts';
import { eachPage } from '../../../cloud/api/fetch-pages.ts';
import { writeZip } from '../../../zip/write-zip.ts';
import type { ResponsesApi } from '../data/responses-api.ts';
import type { Chosen } from '../export/use-export.ts';
import { filesOf, type FormFile } from './form-files.ts';
import { openFormFile } from './open-form-file.ts';
import { filesToZip, type ZipProgress } from './zip-of-files.ts';

export type FilesZip =
  | { readonly is: 'idle' | 'listing' | 'nothing' | 'not-listed' | 'not-saved' | 'cancelled' }
  | { readonly is: 'too-many'; readonly bytes: number; readonly most: number }
  | ({ readonly is: 'saving' | 'paused'; readonly of: Total } & ZipProgress)
  | ({ readonly is: 'saved' } & ZipProgress);

type Total = { readonly files: number; readonly bytes: number };

type Options = {
  readonly form: string;
  readonly api: ResponsesApi;
  /** Which responses. Asked when it begins. */
  readonly choose: () => Promise<Chosen>;
};

/** Attempts that nobody needs to know of, and the milliseconds before the first of them. */
const quietAttempts = 3;
const firstPause = 1000;

/** Milliseconds between two updates of what is shown. */
const interval = 200;

/** Saves all files of the chosen responses as one archive. */
export function useFilesZip({ form, api, choose }: Options) {
  const { call } = useDeps();
  const [state, setState] = useState<FilesZip>({ is: 'idle' });
  const stopping = useRef<AbortController>(undefined);
  const resume = useRef(() => {});
  useEffect(() => () => stopping.current?.abort(), []);

  async function list(): Promise<readonly FormFile[] | undefined> {
    const chosen = await choose();
    const files: FormFile[] = [];
    const read = await eachPage(
      (cursor) => api.page(chosen.range, cursor),
      ({ responses }) => {
        files.push(...filesOf(responses.filter(chosen.includes)));
        return !stopping.current?.signal.aborted;
      },
    );
    return read.ok ? files : undefined;
  }

  async function save(destination: Destination, { signal }: AbortController): Promise<FilesZip> {
    const files = await list();
    if (signal.aborted) return { is: 'cancelled' };
    if (!files) return { is: 'not-listed' };
    const arrived = files.filter(({ hasArrived }) => hasArrived);
    if (arrived.length === 0) return { is: 'nothing' };
    const bytes = arrived.reduce((sum, { file }) => sum + file.size, 0);
    const { most } = destination;
    if (most !== undefined && bytes > most) return { is: 'too-many', bytes, most };
    let latest: ZipProgress = { files: 0, bytes: 0, leftOut: 0 };
    const of = { files: arrived.length, bytes };
    let shownAt = -Infinity;
    const show = (is: 'saving' | 'paused') => setState({ is, of, ...latest });
    show('saving');
    const deps = {
      open: (file: FormFile) => openFormFile(call, form, file),
      fetch: globalThis.fetch.bind(globalThis),
      signal,
      onProgress(progress: ZipProgress) {
        latest = progress;
        if (performance.now() - shownAt < interval) return;
        shownAt = performance.now();
        show('saving');
      },
      async beforeRetry(attempts: number) {
        const pause = new Promise<void>((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          if (attempts <= quietAttempts) setTimeout(resolve, firstPause * 2 ** (attempts - 1));
          else resume.current = resolve;
        });
        if (attempts > quietAttempts) show('paused');
        await pause;
        show('saving');
      },
    };
    try {
      await destination.write(writeZip(filesToZip(deps, files)), signal);
      return { is: 'saved', ...latest };
    } catch {
      return { is: signal.aborted ? 'cancelled' : 'not-saved' };
    }
  }

  async function start(name: string): Promise<void> {
    // Before anything else: browsers open the dialog only right after a press.
    const destination = await chooseDestination(name);
    if (!destination) return;
    const stop = (stopping.current = new AbortController());
    setState({ is: 'listing' });
    setState(await save(destination, stop));
  }

  return {
    state,
    start: (name: string) => void start(name),
    goOn: () => resume.current(),
    cancel: () => stopping.current?.abort(),
  };
}
