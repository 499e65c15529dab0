import { useEffect, useRef, useState } from 'react';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { DayRange, ResponsesApi, PageOfResponses } from '../data/responses-api.ts';
import type { Response } from '../data/response.ts';
import { eachPage } from '../../../cloud/api/fetch-pages.ts';
import type { FileFormat } from './file-format.ts';

export type Export = {
  readonly state: 'idle' | 'running' | 'failed' | 'cancelled' | 'done';
  /** Responses written so far. */
  readonly count: number;
  readonly failure?: ApiFailure | undefined;
};

/** What has been written, and where to continue after a failure. */
type Draft = { readonly parts: string[]; count: number; cursor: string | undefined };

type Options = {
  readonly api: ResponsesApi;
  /** Called with each file. */
  readonly onDone: (parts: readonly string[], format: FileFormat, chosen: Chosen) => void;
};

/** Which responses are exported. */
export type Chosen = {
  /** Whether any may be left out. */
  readonly isFiltered: boolean;
  readonly range: DayRange;
  readonly includes: (response: Response) => boolean;
};

/** Exports responses, page by page. After a failure it continues, and what was written is kept. */
export function useExport({ api, onDone }: Options) {
  const [{ state, count, failure }, setShown] = useState<Export>({ state: 'idle', count: 0 });
  const stop = useRef(() => {});
  const resume = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  async function write(format: FileFormat, chosen: Chosen, draft: Draft) {
    stop.current();
    let isOver = false;
    stop.current = () => (isOver = true);
    resume.current = () => void write(format, chosen, draft);
    const report = (state: Export['state'], failure?: ApiFailure) =>
      setShown({ state, count: draft.count, failure });
    report('running');
    const writePage = ({ responses, cursor }: PageOfResponses) => {
      if (isOver) return false;
      for (const response of responses.filter(chosen.includes)) {
        draft.parts.push(format.write(response));
        draft.count += 1;
      }
      draft.cursor = cursor;
      report('running');
      return true;
    };
    const read = await eachPage((it) => api.page(chosen.range, it), writePage, draft.cursor);
    if (isOver) return;
    if (!read.ok) return report('failed', read.problem);
    onDone(format.file(draft.parts), format, chosen);
    report('done');
  }

  return {
    state,
    count,
    failure,
    start: (format: FileFormat, chosen: Chosen) =>
      void write(format, chosen, { parts: [], count: 0, cursor: undefined }),
    goOn: () => resume.current(),
    cancel: () => {
      stop.current();
      setShown({ state: 'cancelled', count });
    },
  };
}
