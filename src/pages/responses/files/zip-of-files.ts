import type { Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { FileToZip } from '../../../zip/write-zip.ts';
import { commaDialect, csvHead, csvRecord } from '../export/csv.ts';
import type { FormFile } from './form-files.ts';

type Deps = {
  /** Asks the API where a file is. */
  readonly open: (file: FormFile) => Promise<Result<string, ApiFailure>>;
  readonly fetch: typeof fetch;
  /** Waits until it makes sense to try again. Rejects when nobody wants to. @param attempts so far, from 1 */
  readonly beforeRetry: (attempts: number) => Promise<void>;
  /** Called whenever bytes, or a whole file, have been read. */
  readonly onProgress: (progress: ZipProgress) => void;
  readonly signal: AbortSignal;
};

export type ZipProgress = {
  /** Of files that are in the archive, or left out. */
  readonly files: number;
  readonly bytes: number;
  /** Of files that are no longer there. */
  readonly leftOut: number;
};

/**
 * The files that have arrived, one after the other, as they are put into an archive, and a list of all. A network that
 * fails interrupts it: it goes on with the byte at which it stopped.
 */
export async function* filesToZip(
  deps: Deps,
  files: readonly FormFile[],
): AsyncGenerator<FileToZip> {
  const progress = { files: 0, bytes: 0, leftOut: 0 };
  const paths = new Set<string>();
  const rows: string[] = [];
  for (const it of files) {
    const path = it.hasArrived && !it.closed ? newPath(it, paths) : undefined;
    const first = path === undefined ? undefined : await firstBytes(deps, it);
    const isThere = first !== undefined && first !== 'gone';
    rows.push(
      rowOf(
        it,
        isThere ? path : undefined,
        isThere ? 'in the archive' : first === 'gone' ? 'gone' : closedStatus(it),
      ),
    );
    if (path === undefined) continue;
    if (isThere) {
      const onBytes = (count: number) => {
        progress.bytes += count;
        deps.onProgress({ ...progress });
      };
      yield { name: path, bytes: bytesOf(deps, it, first, onBytes) };
    }
    progress.files += 1;
    if (!isThere) progress.leftOut += 1;
    deps.onProgress({ ...progress });
  }
  const head = csvHead(columns, { hasByteOrderMark: true, dialect: commaDialect });
  yield { name: 'files.csv', bytes: head + rows.join('') };
}

/** Of a file that is not asked for. */
function closedStatus({ closed }: FormFile): string {
  return closed ? statuses[closed] : 'awaited';
}

const statuses = {
  awaited: 'being checked for malware',
  impossible: 'not checked for malware',
  malware: 'deleted: malware',
} as const;

const columns = ['Path', 'Response', 'Username', 'Name', 'Type', 'Bytes', 'SHA-256', 'Status'];

function rowOf({ file, response }: FormFile, path: string | undefined, status: string): string {
  const { name, type, size, sha256 } = file;
  const cells = [path ?? '', response.id, response.username, name, type, size, sha256, status];
  return csvRecord(cells, commaDialect);
}

/** A folder for each response, by its day. Two authors may have the same id, and two files the same name. */
function newPath({ file, response }: FormFile, taken: Set<string>): string {
  const folder = `${response.createdAt.slice(0, 10)} ${response.id}`;
  const dot = file.name.lastIndexOf('.');
  const [base, ending] =
    dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ''];
  let path = `${folder}/${file.name}`;
  for (let n = 2; taken.has(path.toLowerCase()); n += 1) path = `${folder}/${base}-${n}${ending}`;
  taken.add(path.toLowerCase());
  return path;
}

type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

/** Tries until it begins to arrive, or the server says that it is gone for good. */
async function firstBytes(deps: Deps, file: FormFile): Promise<Body | 'gone'> {
  for (let attempts = 1; ; attempts += 1) {
    const body = await begin(deps, file);
    if (body) return body;
    await deps.beforeRetry(attempts);
  }
}

async function begin(
  { open, fetch, signal }: Deps,
  file: FormFile,
): Promise<Body | 'gone' | undefined> {
  const opened = await open(file);
  signal.throwIfAborted();
  if (!opened.ok) {
    const { problem } = opened;
    // The entry was withdrawn or erased, or the file is held back.
    return problem.is === 'refused' ? 'gone' : undefined;
  }
  try {
    const response = await fetch(opened.value, { credentials: 'omit', cache: 'no-store', signal });
    return response.ok && response.body ? response.body : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** All bytes of a file. After a failure it is asked for again, and what had arrived is skipped. */
async function* bytesOf(
  deps: Deps,
  file: FormFile,
  first: Body,
  onBytes: (count: number) => void,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let done = 0;
  let body: Body | 'gone' = first;
  for (let attempts = 1; ; attempts += 1) {
    let at = 0;
    try {
      for await (const part of chunksOf(body)) {
        const fresh = part.subarray(Math.max(0, done - at));
        at += part.length;
        if (fresh.length === 0) continue;
        done += fresh.length;
        onBytes(fresh.length);
        yield fresh;
        attempts = 1;
      }
      if (done === file.file.size) return;
    } catch {
      deps.signal.throwIfAborted();
    }
    await deps.beforeRetry(attempts);
    body = await firstBytes(deps, file);
    if (body === 'gone') throw new Error('The file was erased while it was saved.');
  }
}

async function* chunksOf(body: Body): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  try {
    // oxlint-disable-next-line house/bounded-waits -- whoever saves can cancel
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
