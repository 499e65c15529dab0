/** The local S3 is killed without warning while it is used, as by a power failure. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { S3 } from '@aws-sdk/client-s3';
import { expect, onTestFinished, test } from 'vitest';
import { Bucket } from '../../../testing/bucket-resources.ts';
import { clientConfig, temporaryFolder } from '../../../testing/test-s3.ts';

type Running = { readonly s3: S3; readonly child: ChildProcess };

async function start(folder: string): Promise<Running> {
  const script = join(import.meta.dirname, '../../../testing/test-s3-process.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url, environment } = JSON.parse(line) as {
    url: string;
    environment: Record<string, string>;
  };
  return { child, s3: new S3(clientConfig(url, environment)) };
}

async function kill({ child }: Running): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The bytes of an object by their checksum; undefined if there is none. */
async function stored({ s3 }: Running, Key: string): Promise<string | undefined> {
  const got = await s3.getObject({ Bucket, Key }).catch((error: Error) => {
    if (error.name === 'NoSuchKey') return undefined;
    throw error;
  });
  return got && sha256((await got.Body?.transformToByteArray()) ?? new Uint8Array());
}

/** Files that nothing refers to. */
function orphans(folder: string): readonly string[] {
  const database = new DatabaseSync(join(folder, 's3/objects.sqlite'), { readOnly: true });
  const rows = database.prepare('SELECT blob FROM segments UNION SELECT blob FROM parts').all();
  database.close();
  const referenced = new Set(rows.map((it) => it['blob']));
  return readdirSync(join(folder, 's3/blobs')).filter((it) => !referenced.has(it));
}

test('after kill -9 each object is as it was before its last write or after it, and no file is left over', async () => {
  const folder = temporaryFolder();
  /** By key: what was confirmed last, and what was being written. */
  const confirmed = new Map<string, string | undefined>();
  const pending = new Map<string, Set<string | undefined>>();
  let written = 0;

  for (let round = 0; round < 4; round += 1) {
    const running = await start(folder);
    const writer = async (Key: string): Promise<void> => {
      for (;;) {
        const isDeletion = randomInt(4) === 0;
        const Body = randomBytes(randomInt(1, 200_000));
        const next = isDeletion ? undefined : sha256(Body);
        pending.set(Key, (pending.get(Key) ?? new Set()).add(next));
        const change = isDeletion
          ? running.s3.deleteObject({ Bucket, Key })
          : running.s3.putObject({ Bucket, Key, Body });
        const isDone = await change.then(
          () => true,
          () => false,
        );
        if (!isDone) return;
        confirmed.set(Key, next);
        pending.delete(Key);
        written += 1;
      }
    };
    const writers = ['a', 'b', 'c', 'd'].map(writer);
    const enough = written + randomInt(2, 12);
    await expect.poll(() => written, { interval: 1 }).toBeGreaterThanOrEqual(enough);
    await kill(running);
    await Promise.all(writers);

    const again = await start(folder);
    for (const key of ['a', 'b', 'c', 'd']) {
      const found = await stored(again, key);
      const possible = [confirmed.get(key), ...(pending.get(key) ?? [])];
      expect(possible).toContain(found);
      confirmed.set(key, found);
    }
    pending.clear();
    await kill(again);
    expect(orphans(folder)).toEqual([]);
  }
});

test('after kill -9 the parts of an upload that were confirmed are there, and it is completed once', async () => {
  const folder = temporaryFolder();
  const Key = 'film';
  const first = await start(folder);
  const { UploadId } = await first.s3.createMultipartUpload({ Bucket, Key });
  const parts: { readonly ETag: string | undefined; readonly body: Buffer }[] = [];
  const uploads = (async () => {
    for (;;) {
      const body = randomBytes(5 * 1024 ** 2);
      const part = { Bucket, Key, UploadId, PartNumber: parts.length + 1, Body: body };
      const done = await first.s3.uploadPart(part).catch(() => undefined);
      if (!done) return;
      parts.push({ ETag: done.ETag, body });
    }
  })();
  await expect.poll(() => parts.length).toBeGreaterThan(1);
  await kill(first);
  await uploads;

  const second = await start(folder);
  const { Parts = [] } = await second.s3.listParts({ Bucket, Key, UploadId });
  expect(Parts.slice(0, parts.length).map(({ ETag }) => ETag)).toEqual(
    parts.map(({ ETag }) => ETag),
  );
  const MultipartUpload = {
    Parts: parts.map(({ ETag }, index) => ({ ETag, PartNumber: index + 1 })),
  };
  const completion = second.s3.completeMultipartUpload({ Bucket, Key, UploadId, MultipartUpload });
  await Promise.race([completion.catch(() => {}), sleep(randomInt(10))]);
  await kill(second);
  await completion.catch(() => {});

  const third = await start(folder);
  await third.s3.completeMultipartUpload({ Bucket, Key, UploadId, MultipartUpload });
  expect(await stored(third, Key)).toBe(sha256(Buffer.concat(parts.map(({ body }) => body))));
  await kill(third);
  expect(orphans(folder)).toEqual([]);
});
