/** Any sequence of changes leaves what a simple model of S3 says, with a restart anywhere. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStorage } from './open-storage.ts';
import type { ObjectVersion } from './object-version.ts';

const keys = ['a', 'a/b', 'a/c', 'b', 'é', '../x', ''];
const key = fc.constantFrom(...keys.filter((it) => it !== ''));
const content = fc.constantFrom('', 'x', 'yy', 'zzz');
const change = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), key, content }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), key }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('copy' as const), key, to: key }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('delete version' as const), key, nth: fc.nat(3) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);

/** The versions of a key, the newest last; undefined is a tombstone. */
type Model = Map<string, { readonly version: string; readonly content: string | undefined }[]>;

test.each(['Enabled', undefined] as const)('with versioning %s', async (versioning) => {
  const bucket = { name: 'b', versioning };
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 25 }), async (changes) => {
      const folder = mkdtempSync(join(tmpdir(), 's3-model-'));
      const model: Model = new Map();
      let storage = openStorage(folder, { now: Date.now });
      const of = (key: string) => model.get(key) ?? model.set(key, []).get(key) ?? [];
      const add = (
        key: string,
        { version }: Pick<ObjectVersion, 'version'>,
        text: string | undefined,
      ) => {
        if (versioning === undefined) model.set(key, []);
        of(key).push({ version, content: text });
      };
      const read = async (version: ObjectVersion) =>
        (
          await buffer(storage.blobs.read(storage.store.segmentsOf(version), 0, version.size - 1))
        ).toString();

      for (const it of changes) {
        if (it.kind === 'put') {
          const bytes = Buffer.from(it.content);
          const segments = bytes.length === 0 ? [] : [await storage.blobs.write(streamOf(bytes))];
          const description = { headers: {}, metadata: {}, tags: {} };
          add(
            it.key,
            storage.store.put(
              bucket,
              { key: it.key, segments, etag: '', description },
              'ObjectCreated:Put',
            ),
            it.content,
          );
        } else if (it.kind === 'delete') {
          const tombstone = storage.store.delete(bucket, it.key);
          if (tombstone) add(it.key, tombstone, undefined);
          else model.delete(it.key);
        } else if (it.kind === 'copy') {
          const source = storage.store.find('b', it.key);
          if (!source || source.isTombstone) continue;
          const segments = storage.store.segmentsOf(source);
          const copied = { key: it.to, segments, etag: '', description: source.description };
          add(
            it.to,
            storage.store.put(bucket, copied, 'ObjectCreated:Copy'),
            of(it.key).at(-1)?.content,
          );
        } else if (it.kind === 'delete version') {
          const [wanted] = of(it.key).slice(it.nth);
          if (!wanted) continue;
          storage.store.deleteVersion('b', it.key, wanted.version);
          model.set(
            it.key,
            of(it.key).filter((one) => one !== wanted),
          );
        } else {
          storage.close();
          storage = openStorage(folder, { now: Date.now });
        }
      }

      const listing = { prefix: '', delimiter: '', after: '', limit: 1000 };
      const objects = await Promise.all(
        storage.lists.objects('b', listing).versions.map(async (it) => [it.key, await read(it)]),
      );
      const inOrder = [...model].toSorted(([a], [b]) =>
        Buffer.compare(Buffer.from(a), Buffer.from(b)),
      );
      expect(objects).toEqual(
        inOrder.flatMap(([key, versions]) => {
          const latest = versions.at(-1)?.content;
          return latest === undefined ? [] : [[key, latest]];
        }),
      );
      const versions = storage.lists.versions('b', listing).versions;
      expect(versions.map((it) => [it.key, it.version, it.isTombstone, it.isLatest])).toEqual(
        inOrder.flatMap(([key, all]) =>
          all
            .toReversed()
            .map((it, index) => [key, it.version, it.content === undefined, index === 0]),
        ),
      );
      storage.close();
      // Opening deletes what nothing refers to, so what is there now is needed.
      const needed = new Set(versions.flatMap((it) => (it.size > 0 ? [it.id] : [])));
      openStorage(folder, { now: Date.now }).close();
      expect(readdirSync(join(folder, 'blobs')).length).toBeLessThanOrEqual(needed.size);
      rmSync(folder, { recursive: true, force: true });
    }),
    { numRuns: 40 },
  );
});

async function* streamOf(bytes: Buffer) {
  yield bytes;
}
