import { useEffect, useRef, useState } from 'react';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { DayRange, ResponsesApi, PageOfResponses } from '../data/responses-api.ts';
import type { Response } from '../data/response.ts';
import { eachPage } from '../../../cloud/api/fetch-pages.ts';
import type { FileWriter } from './file-writer.ts';

export type Export = {
  readonly state: 'idle' | 'running' | 'failed' | 'cancelled' | 'done';
  /** Responses written so far. */
  readonly count: number;
  readonly failure?: ApiFailure | undefined;
};

/** What is written, and where to continue after a failure. */
type Progress = {
  readonly writer: FileWriter;
  /** To be sorted before they are written. */
  readonly unsorted: Response[];
  count: number;
  cursor: string | undefined;
  /** Whether all responses are written, so that only the file is missing. */
  isRead: boolean;
};

type Options = {
  readonly api: ResponsesApi;
  /** Called with each file. */
  readonly onDone: (parts: readonly BlobPart[], writer: FileWriter, chosen: Chosen) => void;
};

/** Which responses are exported. */
export type Chosen = {
  /** Whether any may be left out. */
  readonly isFiltered: boolean;
  readonly range: DayRange;
  readonly includes: (response: Response) => boolean;
  /** Sorts them, once all are read. Without it they are written as they arrive. */
  readonly sorted?: (responses: readonly Response[]) => readonly Response[];
};

/** Exports responses, page by page. After a failure it continues, and what was written is kept. */
export function useExport({ api, onDone }: Options) {
  const [{ state, count, failure }, setShown] = useState<Export>({ state: 'idle', count: 0 });
  const stop = useRef(() => {});
  const resume = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  async function write(chosen: Chosen, progress: Progress) {
    const { writer } = progress;
    stop.current();
    let isOver = false;
    stop.current = () => (isOver = true);
    resume.current = () => void write(chosen, progress);
    const report = (state: Export['state'], failure?: ApiFailure) =>
      setShown({ state, count: progress.count, failure });
    report('running');
    const writePage = ({ responses, cursor }: PageOfResponses) => {
      if (isOver) return false;
      for (const response of responses.filter(chosen.includes)) {
        if (chosen.sorted) progress.unsorted.push(response);
        else writer.add(response);
        progress.count += 1;
      }
      progress.cursor = cursor;
      report('running');
      return true;
    };
    if (!progress.isRead) {
      const read = await eachPage((it) => api.page(chosen.range, it), writePage, progress.cursor);
      if (isOver) return;
      if (!read.ok) return report('failed', read.problem);
      progress.isRead = true;
      for (const response of chosen.sorted?.(progress.unsorted) ?? []) writer.add(response);
    }
    const parts = await partsOf(writer);
    if (isOver) return;
    if (!parts) return report('failed', { is: 'unreachable' });
    onDone(parts, writer, chosen);
    report('done');
  }

  return {
    state,
    count,
    failure,
    start: (writer: FileWriter, chosen: Chosen) =>
      void write(chosen, { writer, unsorted: [], count: 0, cursor: undefined, isRead: false }),
    goOn: () => resume.current(),
    cancel: () => {
      stop.current();
      setShown({ state: 'cancelled', count });
    },
  };
}

/** Undefined if the code that writes the file could not be loaded: the network is gone, most likely. */
async function partsOf(writer: FileWriter): Promise<readonly BlobPart[] | undefined> {
  try {
    return await writer.parts();
  } catch {
    return undefined;
  }
}
