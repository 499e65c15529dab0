import { useEffect, useRef, useState } from 'react';
import { err, type Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { InstantRange } from '../time-zone/days-in-zone.ts';
import type { ResponsesApi, PageOfResponses } from '../data/responses-api.ts';
import type { Response } from '../data/response.ts';
import { eachPage } from '../../../cloud/api/fetch-pages.ts';
import type { FileWriter } from './file-writer.ts';
import { openSpool, piecesOf, type Spool } from './spool.ts';
import { lifetime } from './temporary-file.ts';

/** Why there is no file. After a failure of the network it continues; the others are for good. */
export type ExportFailure =
  | ApiFailure
  | DiskFull
  | { readonly is: 'too-many' | 'too-many-to-sort'; readonly most: number };

type DiskFull = { readonly is: 'disk-full' };

export type Export = {
  readonly state: 'idle' | 'running' | 'failed' | 'cancelled' | 'done';
  /** Responses written so far. */
  readonly count: number;
  readonly failure?: ExportFailure | undefined;
};

/** What is written, and where to continue after a failure. */
type Progress = {
  readonly writer: FileWriter;
  spool: Spool;
  /** To be sorted before they are written. */
  readonly unsorted: Response[];
  count: number;
  cursor: string | undefined;
  /** What was added, once all responses are: then only the rest of the file is missing. */
  added?: readonly BlobPart[];
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
  readonly range: InstantRange;
  readonly includes: (response: Response) => boolean;
  /** Sorts them, once all are read. Without it they are written as they arrive. */
  readonly sorted?: (responses: readonly Response[]) => readonly Response[];
};

/** Responses that are sorted are all in memory. */
const mostSorted = 100_000;

/** Exports responses, page by page, to the disk. After a failure it continues, and what was written is kept. */
export function useExport({ api, onDone }: Options) {
  const [{ state, count, failure }, setShown] = useState<Export>({ state: 'idle', count: 0 });
  const stop = useRef(() => {});
  const resume = useRef(() => {});
  useEffect(() => () => stop.current(), []);
  const isWaiting = state === 'failed' && failure?.is === 'unreachable';
  useEffect(() => {
    if (!isWaiting) return undefined;
    const goOn = () => resume.current();
    window.addEventListener('online', goOn);
    return () => window.removeEventListener('online', goOn);
  }, [isWaiting]);

  async function write(chosen: Chosen, progress: Progress) {
    const { writer } = progress;
    let isOver = false;
    stop.current = () => {
      isOver = true;
      void progress.spool.discard();
    };
    resume.current = () => void write(chosen, progress);
    const report = (state: Export['state'], failure?: ExportFailure) =>
      setShown({ state, count: progress.count, failure });
    const giveUp = (failure: ExportFailure) => {
      stop.current();
      report('failed', failure);
    };
    report('running');
    const writePage = ({ responses, cursor }: PageOfResponses) => {
      if (isOver) return false;
      for (const response of responses.filter(chosen.includes)) {
        if (chosen.sorted) progress.unsorted.push(response);
        else progress.spool.write(writer.add(response));
        progress.count += 1;
      }
      progress.cursor = cursor;
      report('running');
      return tooMany(progress, chosen) === undefined;
    };
    if (!progress.added) {
      const readPage = async (
        cursor?: string,
      ): Promise<Result<PageOfResponses, ApiFailure | DiskFull>> =>
        (await progress.spool.settled())
          ? api.page(chosen.range, cursor)
          : err({ is: 'disk-full' });
      const read = await eachPage(readPage, writePage, progress.cursor);
      if (isOver) return;
      if (!read.ok && read.problem.is === 'disk-full') return giveUp(read.problem);
      if (!read.ok) return report('failed', read.problem);
      const failure = tooMany(progress, chosen);
      if (failure) return giveUp(failure);
      for (const response of chosen.sorted?.(progress.unsorted) ?? [])
        progress.spool.write(writer.add(response));
      const added = await rewritten(progress);
      if (isOver) return;
      if (!added) return giveUp({ is: 'disk-full' });
      progress.added = added;
    }
    const parts = await partsOf(writer, progress.added);
    if (isOver) return;
    if (!parts) return report('failed', { is: 'unreachable' });
    onDone(parts, writer, chosen);
    stop.current = () => {};
    // Not before the browser has copied it.
    setTimeout(() => void progress.spool.discard(), lifetime);
    report('done');
  }

  return {
    state,
    count,
    failure,
    /** @param expected how many responses there are, if known */
    start: async (writer: FileWriter, chosen: Chosen, expected = 0) => {
      stop.current();
      const failure = tooMany({ writer, count: expected }, chosen);
      if (failure) return setShown({ state: 'failed', count: 0, failure });
      setShown({ state: 'running', count: 0 });
      let isOver = false;
      stop.current = () => (isOver = true);
      const spool = await openSpool();
      if (isOver) return spool.discard();
      return write(chosen, { writer, spool, unsorted: [], count: 0, cursor: undefined });
    },
    goOn: () => resume.current(),
    cancel: () => {
      stop.current();
      setShown({ state: 'cancelled', count });
    },
  };
}

function tooMany(
  { writer, count }: Pick<Progress, 'writer' | 'count'>,
  { sorted }: Chosen,
): Exclude<ExportFailure, ApiFailure | DiskFull> | undefined {
  const { most = Infinity } = writer;
  if (count > most) return { is: 'too-many', most };
  return sorted && count > mostSorted ? { is: 'too-many-to-sort', most: mostSorted } : undefined;
}

/** What was added, as it should be now that all is known. Undefined if there is no room for it. */
async function rewritten(progress: Progress): Promise<readonly BlobPart[] | undefined> {
  const { writer, spool: first } = progress;
  const added = await first.close();
  const rewrite = writer.rewriting?.();
  if (!rewrite || !added) return added;
  const second = (progress.spool = await openSpool());
  for await (const piece of piecesOf(added)) {
    second.write(rewrite(piece));
    if (!(await second.settled())) break;
  }
  await first.discard();
  return second.close();
}

/** Undefined if the code that writes the file could not be loaded: the network is gone, most likely. */
async function partsOf(
  writer: FileWriter,
  added: readonly BlobPart[],
): Promise<readonly BlobPart[] | undefined> {
  try {
    return await writer.parts(added);
  } catch {
    return undefined;
  }
}
