import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../cloud/failure.ts';
import type { DeskApi, ResponsesPage } from './desk-api.ts';
import { eachPage } from '../cloud/each-page.ts';
import type { FileFormat } from './file-format.ts';

export type Export = {
  readonly state: 'idle' | 'running' | 'failed' | 'cancelled' | 'done';
  /** Responses written so far. */
  readonly count: number;
  readonly failure?: Failure | undefined;
};

/** What is written so far, and where to go on after a failure. */
type Draft = { readonly parts: string[]; count: number; cursor: string | undefined };

type Options = {
  readonly api: DeskApi;
  readonly onDone: (parts: readonly string[], format: FileFormat) => void;
};

/** Every response there is, written page by page. A failure loses nothing of what is written. */
export function useExport({ api, onDone }: Options) {
  const [{ state, count, failure }, setShown] = useState<Export>({ state: 'idle', count: 0 });
  const stop = useRef(() => {});
  const resume = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  async function write(format: FileFormat, draft: Draft) {
    stop.current();
    let isOver = false;
    stop.current = () => (isOver = true);
    resume.current = () => void write(format, draft);
    const tell = (state: Export['state'], failure?: Failure) =>
      setShown({ state, count: draft.count, failure });
    tell('running');
    const take = ({ responses, cursor }: ResponsesPage) => {
      if (isOver) return false;
      for (const response of responses) {
        draft.parts.push(format.write(response));
        draft.count += 1;
      }
      draft.cursor = cursor;
      tell('running');
      return true;
    };
    const read = await eachPage((it) => api.page({}, it), take, draft.cursor);
    if (isOver) return;
    if (!read.ok) return tell('failed', read.problem);
    onDone(format.file(draft.parts), format);
    tell('done');
  }

  return {
    state,
    count,
    failure,
    start: (format: FileFormat) => void write(format, { parts: [], count: 0, cursor: undefined }),
    goOn: () => resume.current(),
    cancel: () => {
      stop.current();
      setShown({ state: 'cancelled', count });
    },
  };
}
