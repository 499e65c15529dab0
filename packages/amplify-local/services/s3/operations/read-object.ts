import { findObject } from './find-object.ts';
import { objectHeaders } from './object-headers.ts';
import { onVersion, type Call, type Operation } from './operation.ts';
import { checkReadConditions } from './preconditions.ts';
import { failS3 } from '../protocol/s3-failure.ts';
import { headerOf } from '../protocol/s3-request.ts';

/** Headers that a presigned URL can set on the response. */
const overrides = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

const parameters = ['versionId', ...overrides.map((name) => `response-${name}`)];
const actions = onVersion('GetObject', 'GetObjectVersion');

export const getObject: Operation = {
  parameters,
  actions,
  run(call, storage) {
    const version = findObject(call, storage);
    checkReadConditions(call.request, version);
    const range = rangeIn(headerOf(call.request, 'range'), version.size);
    const { from, to } = range ?? { from: 0, to: version.size - 1 };
    return {
      status: range ? 206 : 200,
      headers: {
        ...objectHeaders(call, version),
        ...overridesIn(call),
        'content-length': String(to - from + 1),
        'content-range': range && `bytes ${from}-${to}/${version.size}`,
      },
      body: storage.blobs.read(storage.store.segmentsOf(version), from, to),
    };
  },
};

export const headObject: Operation = {
  parameters,
  actions,
  run(call, storage) {
    const version = findObject(call, storage);
    checkReadConditions(call.request, version);
    const range = rangeIn(headerOf(call.request, 'range'), version.size);
    const length = range ? range.to - range.from + 1 : version.size;
    return {
      status: range ? 206 : 200,
      headers: {
        ...objectHeaders(call, version),
        ...overridesIn(call),
        'content-length': String(length),
        'content-range': range && `bytes ${range.from}-${range.to}/${version.size}`,
      },
    };
  },
};

function overridesIn({ request }: Call): Record<string, string> {
  const given = overrides.flatMap((name) => {
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
