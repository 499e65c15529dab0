import { createHash } from 'node:crypto';
import { err, ok } from '#core/values/result.ts';
import type { FileReference } from '#core/files/file-reference.ts';
import { partSize } from '#core/files/file-transfer.ts';
import type { ApiCaller } from '../../cloud/api/api-caller.ts';

const refused = (code: string) => err({ is: 'refused' as const, code, title: 'No', issues: [] });

/** For tests: the API's routes for files, and the store that the bytes go to. */
export function createFakeFileServer(awaited: readonly FileReference[]) {
  const fixture = {
    isOffline: false,
    /** The codes with which the next confirmations are refused. */
    refuses: [] as string[],
    /** Drops the connection at the PUT with this number, from 1. */
    dropAt: 0,
    onPut: undefined as (() => void) | undefined,
  };
  const parts = new Map<string, Map<number, Uint8Array>>();
  const arrived = new Map<string, Uint8Array>();
  const log: string[] = [];
  let puts = 0;
  let sentBytes = 0;

  const partsOf = (file: string) => {
    const its = parts.get(file) ?? new Map<number, Uint8Array>();
    parts.set(file, its);
    return its;
  };

  const call: ApiCaller = async (name, parameters, { body } = {}) => {
    const { file } = parameters as unknown as { readonly file: string };
    if (fixture.isOffline) return err({ is: 'unreachable' });
    log.push(`${name} ${awaited.findIndex(({ id }) => id === file)}`);
    const reference = awaited.find(({ id }) => id === file);
    if (!reference) return refused('not_found');
    if (arrived.has(file)) return ok({ arrived: true });
    if (name === 'confirmFile') return confirm(reference);
    const request = (number: number) => ({
      url: `https://store.example/${file}/${number}`,
      headers: { 'content-length': '1', 'x-amz-checksum-sha256': reference.sha256 },
    });
    const { upload } = (body ?? {}) as { upload?: string };
    if (upload !== undefined && upload !== `upload-of-${file}`) return refused('invalid_parameter');
    if (reference.size <= partSize) return ok({ put: request(1) });
    const numbers = Array.from({ length: Math.ceil(reference.size / partSize) }, (_, i) => i + 1);
    return ok({
      upload: `upload-of-${file}`,
      parts: numbers
        .filter((number) => !partsOf(file).has(number))
        .map((number) => ({ number, size: partSize, ...request(number) })),
    });
  };

  function confirm({ id, size, sha256 }: FileReference) {
    const code = fixture.refuses.shift();
    if (code !== undefined) {
      parts.delete(id);
      return refused(code);
    }
    const its = [...partsOf(id)].toSorted(([a], [b]) => a - b).map(([, bytes]) => bytes);
    const whole = Buffer.concat(its);
    const checksum = createHash('sha256').update(whole).digest('base64');
    if (whole.length !== size) return refused('file_not_arrived');
    if (checksum !== sha256) return refused('file_damaged');
    arrived.set(id, whole);
    return ok({ arrived: true });
  }

  async function fetch(url: string, { body, headers, signal }: RequestInit) {
    puts += 1;
    fixture.onPut?.();
    if (signal?.aborted || fixture.isOffline || puts === fixture.dropAt)
      throw new TypeError('Failed to fetch');
    if (new Headers(headers).has('content-length')) throw new TypeError('A browser refuses it.');
    const [, file = '', number = ''] = new URL(url).pathname.split('/');
    const bytes = body as Uint8Array;
    sentBytes += bytes.length;
    partsOf(file).set(Number(number), bytes.slice());
    return new Response(null, { status: 200 });
  }

  return {
    fixture,
    call,
    fetch: fetch as typeof globalThis.fetch,
    arrived,
    log,
    sentBytes: () => sentBytes,
  };
}
