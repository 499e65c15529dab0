import { partSize } from '#core/files/file-transfer.ts';
import { isRecord } from '#core/values/is-record.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiCaller } from '../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../cloud/api/api-failure.ts';
import type { Database, StoredTransfer } from '../../device/device-database.ts';
import { readFileBytes } from '../read-file-bytes.ts';

type Deps = {
  readonly call: ApiCaller;
  readonly fetch: typeof fetch;
  readonly database: Database;
  /** Called with what there is to remember: after a kill it goes on from there. */
  readonly onProgress: (progress: Progress) => Promise<void>;
  /** Stops between two parts, and in the middle of one. */
  readonly signal: AbortSignal;
};

export type Progress = { readonly upload?: string; readonly sent: number };

/**
 * Sends one file, with its author's token and no other, and has the server confirm that its bytes arrived.
 * `gone` means that its bytes are no longer on this device.
 */
export async function transferFile(
  deps: Deps,
  transfer: StoredTransfer,
): Promise<Result<'arrived' | 'gone', ApiFailure>> {
  const { call, onProgress, signal } = deps;
  const { author, form, entry: id, file, size } = transfer;
  const parameters = { form, id, file };
  const request = (upload: string | undefined) => ({
    as: author,
    ...(upload && { body: { upload } }),
  });
  const answer = await call('sendFile', parameters, request(transfer.upload));
  if (!answer.ok) return answer;
  const todo = parseTodo(answer.value, size);
  if (!todo) return notFromOurApi;
  if (todo === 'arrived') return ok('arrived');
  const { upload, requests } = todo;
  let left = requests.reduce((sum, { to, from }) => sum + to - from, 0);
  await onProgress({ sent: size - left, ...(upload && { upload }) });
  for (const each of requests) {
    if (signal.aborted) return notFromOurApi;
    const sent = await put(deps, file, each);
    if (!sent.ok) return sent;
    if (sent.value === 'gone') return ok('gone');
    left -= each.to - each.from;
    await onProgress({ sent: size - left, ...(upload && { upload }) });
  }
  const confirmed = await call('confirmFile', parameters, request(upload));
  if (!confirmed.ok) return confirmed;
  return isRecord(confirmed.value) && confirmed.value['arrived'] === true
    ? ok('arrived')
    : notFromOurApi;
}

type PutRequest = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Which bytes. */
  readonly from: number;
  readonly to: number;
};

type Todo = { readonly upload?: string; readonly requests: readonly PutRequest[] };

/** What the server says there is to send. Undefined if that is nonsense. */
function parseTodo(body: unknown, size: number): Todo | 'arrived' | undefined {
  if (!isRecord(body)) return undefined;
  if (body['arrived'] === true) return 'arrived';
  const single = parseRequest(body['put'], 0, size);
  if (single) return { requests: [single] };
  const { upload, parts } = body;
  if (typeof upload !== 'string' || !Array.isArray(parts)) return undefined;
  const requests = parts.map((part: unknown) => {
    const number = isRecord(part) ? Number(part['number']) : 0;
    const from = (number - 1) * partSize;
    const isPart = Number.isSafeInteger(number) && from >= 0 && from < size;
    return isPart ? parseRequest(part, from, Math.min(size, from + partSize)) : undefined;
  });
  const understood = requests.filter((it) => it !== undefined);
  return understood.length === requests.length ? { upload, requests: understood } : undefined;
}

function parseRequest(it: unknown, from: number, to: number): PutRequest | undefined {
  if (!isRecord(it) || typeof it['url'] !== 'string' || !URL.canParse(it['url'])) return undefined;
  const headers = isRecord(it['headers']) ? Object.entries(it['headers']) : [];
  const texts = headers.filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return { url: it['url'], headers: Object.fromEntries(texts), from, to };
}

/** Milliseconds: a part takes as long on a network with 100 kbit/s. */
const timeout = 12 * 60_000;

async function put(
  { fetch, database, signal }: Deps,
  file: string,
  { url, headers, from, to }: PutRequest,
): Promise<Result<'sent' | 'gone', ApiFailure>> {
  const bytes = await readFileBytes(database, file, { from, to });
  if (!bytes) return ok('gone');
  try {
    const { status } = await fetch(url, {
      method: 'PUT',
      headers: withoutBrowsersOwn(headers),
      body: bytes,
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]),
    });
    // 412: it is there already. Confirming says whether it is the right one.
    if ((status >= 200 && status < 300) || status === 412) return ok('sent');
    // An address that has expired is asked for again at the next attempt.
    return err({
      is: 'unreachable',
      because: status === 503 || status === 429 ? 'busy' : 'failed',
    });
  } catch {
    return err({ is: 'unreachable' });
  }
}

/** A browser sets these itself, and refuses to let a script do so. */
function withoutBrowsersOwn(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(host|content-length)$/i.test(name)),
  );
}
