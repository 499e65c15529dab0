import { findObject } from './find-object.ts';
import { objectHeaders } from './object-headers.ts';
import { onVersion, type Call, type Operation } from './operation.ts';
import type { Storage } from '../storage/open-storage.ts';
import { checkReadConditions } from './preconditions.ts';
import { storedHeaders } from '../protocol/read-description.ts';
import { failS3 } from '../protocol/s3-failure.ts';
import { headerOf } from '../protocol/s3-request.ts';

/** A presigned URL can set the headers that are stored with an object. */
const parameters = ['versionId', ...storedHeaders.map((name) => `response-${name}`)];
const actions = onVersion('GetObject', 'GetObjectVersion');

export const getObject: Operation = {
  parameters,
  actions,
  run(call, storage) {
    const { version, from, to, response } = find(call, storage);
    return { ...response, body: storage.blobs.read(storage.store.segmentsOf(version), from, to) };
  },
};

export const headObject: Operation = {
  parameters,
  actions,
  run: (call, storage) => find(call, storage).response,
};

/** The object that a request names, the first and last byte that it wants, and the response without them. */
function find(call: Call, storage: Storage) {
  const version = findObject(call, storage);
  checkReadConditions(call.request, version);
  const range = rangeIn(headerOf(call.request, 'range'), version.size);
  const { from, to } = range ?? { from: 0, to: version.size - 1 };
  const response = {
    status: range ? 206 : 200,
    headers: {
      ...objectHeaders(call, version),
      ...overridesIn(call),
      'content-length': String(to - from + 1),
      'content-range': range && `bytes ${from}-${to}/${version.size}`,
    },
  };
  return { version, from, to, response };
}

function overridesIn({ request }: Call): Record<string, string> {
  const given = storedHeaders.flatMap((name) => {
    const value = request.query.get(`response-${name}`);
    // A header with a line break would be two.
    return value === null ? [] : [[name, value.replace(/[^\t -~\u0080-\u00ff]/g, ' ')] as const];
  });
  return Object.fromEntries(given);
}

/** The first and last byte of a `Range`. As in S3, several ranges and what is no range get the whole object. */
function rangeIn(
  header: string | undefined,
  size: number,
): { from: number; to: number } | undefined {
  const [whole, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (whole === undefined || (first === '' && last === '')) return undefined;
  const from = first === '' ? Math.max(size - Number(last), 0) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < from) return undefined;
  if (from >= size)
    failS3('InvalidRange', undefined, { headers: { 'content-range': `bytes */${size}` } });
  return { from, to };
}
