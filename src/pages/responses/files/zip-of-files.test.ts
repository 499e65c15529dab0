// @vitest-environment node: jsdom has no streams, and a Blob of its own.
import { expect, test } from 'vitest';
import type { FileReference } from '#core/files/file-reference.ts';
import { err, ok } from '#core/values/result.ts';
import { readZip } from '../../../zip/read-zip.ts';
import { writeZip } from '../../../zip/write-zip.ts';
import type { FormFile } from './form-files.ts';
import { filesToZip } from './zip-of-files.ts';

/** What the bucket has, by the file's id. */
type Store = { readonly [id: string]: string };

const idOf = (n: number) => `018f3c2e-7b1a-7000-8000-${String(n).padStart(12, '0')}`;

function fileOf(
  n: number,
  content: string,
  { name = 'a.jpg', response = 1, hasArrived = true } = {},
) {
  const file: FileReference = {
    id: idOf(n),
    name,
    type: 'image/jpeg',
    size: content.length,
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  };
  const [id, createdAt] = [idOf(response), '2026-11-27T09:41:00.000Z'];
  return { file, response: { id, createdAt, username: 'mickey' }, hasArrived } as FormFile;
}

type Faults = {
  /** How many bytes arrive in the nth download, before the network fails. */
  readonly cutAt?: readonly number[];
  readonly isGone?: (id: string) => boolean;
};

function openServer(store: Store, { cutAt = [], isGone = () => false }: Faults = {}) {
  const cuts = [...cutAt];
  const stop = new AbortController();
  const fixture = { retries: 0, stop, shown: [] as number[] };
  const deps = {
    open: async ({ file }: FormFile) =>
      isGone(file.id)
        ? err({ is: 'refused' as const, code: 'not_found', title: '', issues: [] })
        : ok(`https://files.example/${file.id}`),
    async fetch(url: string | URL | Request) {
      const content = store[(url as string).split('/').at(-1) ?? ''] ?? '';
      const cut = cuts.shift();
      if (cut === 0) throw new TypeError('no network');
      const characters = content.slice(0, cut).split('');
      return new Response(
        new ReadableStream({
          pull(controller) {
            const character = characters.shift();
            if (character !== undefined)
              return controller.enqueue(new TextEncoder().encode(character));
            if (cut === undefined) return controller.close();
            return controller.error(new TypeError('cut off'));
          },
        }),
      );
    },
    async beforeRetry() {
      fixture.retries += 1;
    },
    onProgress: ({ bytes }: { bytes: number }) => void fixture.shown.push(bytes),
    signal: stop.signal,
  };
  return { fixture, deps };
}

async function archived(deps: Parameters<typeof filesToZip>[0], files: readonly FormFile[]) {
  const archive = await new Response(writeZip(filesToZip(deps, files))).blob();
  const read = (await readZip(archive)) ?? [];
  const texts = await Promise.all(
    read.map(async (it) => [it.name, await (await it.read())?.text()] as const),
  );
  return Object.fromEntries(texts);
}

test('every file is in the folder of its response, and two with one name are told apart', async () => {
  const store = { [idOf(1)]: 'one', [idOf(2)]: 'two', [idOf(3)]: 'three' };
  const files = [
    fileOf(1, 'one'),
    fileOf(2, 'two', { name: 'A.jpg' }),
    fileOf(3, 'three', { response: 2 }),
    fileOf(4, 'four', { response: 2, hasArrived: false }),
  ];
  const { deps, fixture } = openServer(store);
  const { 'files.csv': list, ...others } = await archived(deps, files);
  expect(others).toEqual({
    [`2026-11-27 ${idOf(1)}/a.jpg`]: 'one',
    [`2026-11-27 ${idOf(1)}/A-2.jpg`]: 'two',
    [`2026-11-27 ${idOf(2)}/a.jpg`]: 'three',
  });
  const lines = list?.trim().split('\r\n') ?? [];
  expect(lines).toHaveLength(5);
  expect(lines[4]).toMatch(/^"?"?,.*,awaited$/);
  expect(fixture.shown.at(-1)).toBe(11);
});

test('files that are scanned are in the archive only if nothing was found, and the list says why', async () => {
  const { deps } = openServer({ [idOf(1)]: 'one', [idOf(2)]: 'two', [idOf(3)]: 'three' });
  const { 'files.csv': list, ...others } = await archived(deps, [
    fileOf(1, 'one'),
    { ...fileOf(2, 'two'), closed: 'awaited' },
    { ...fileOf(3, 'three'), closed: 'impossible' },
    { ...fileOf(4, 'four', { hasArrived: false }), closed: 'malware' },
  ]);
  expect(Object.values(others)).toEqual(['one']);
  const statuses = list
    ?.trim()
    .split('\r\n')
    .map((it) => it.split(',').at(-1));
  expect(statuses).toEqual([
    'Status',
    'in the archive',
    'being checked for malware',
    'not checked for malware',
    'deleted: malware',
  ]);
});

test.each([
  ['before the first byte', [0, 0]],
  ['in the middle', [2]],
  ['again and again', [2, 0, 1, 3, 0]],
  ['after the last byte', [5]],
])('a network that fails %s leaves every byte where it belongs', async (_, cutAt) => {
  const { deps, fixture } = openServer({ [idOf(1)]: 'three' }, { cutAt });
  const { [`2026-11-27 ${idOf(1)}/a.jpg`]: file } = await archived(deps, [fileOf(1, 'three')]);
  expect(file).toBe('three');
  expect(fixture.retries).toBe(cutAt.length);
  expect(fixture.shown.at(-1)).toBe(5);
});

test('a file that was erased meanwhile is only in the list', async () => {
  const store = { [idOf(1)]: 'one', [idOf(2)]: 'two' };
  const { deps } = openServer(store, { isGone: (id) => id === idOf(1) });
  const { 'files.csv': list, ...others } = await archived(deps, [
    fileOf(1, 'one'),
    fileOf(2, 'two'),
  ]);
  expect(Object.values(others)).toEqual(['two']);
  expect(list).toMatch(/,gone\r\n/);
});

test('when it is cancelled, nothing more is read, and there is no archive', async () => {
  const { deps, fixture } = openServer({ [idOf(1)]: 'one' }, { cutAt: [1] });
  const cancelling = {
    ...deps,
    async beforeRetry() {
      fixture.stop.abort();
      throw fixture.stop.signal.reason;
    },
  };
  await expect(archived(cancelling, [fileOf(1, 'one'), fileOf(2, 'two')])).rejects.toThrow();
});
