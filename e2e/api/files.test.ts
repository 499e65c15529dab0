import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partSize, type PartRequest, type SignedRequest } from '../../core/files/file-transfer.ts';
import type { FileReference } from '../../core/files/file-reference.ts';
import { aJpeg, referenceTo } from '../../core/testing/sample-files.ts';
import { pngOf, redAndBlue } from '../../core/testing/sample-pictures.ts';
import { administratorS3 } from '../../packages/amplify-local/testing/administrator-s3.ts';
import { bucketContents } from '../testing/backend/bucket-contents.ts';
import { numberedEntry, putEntries } from '../testing/backend/put-entries.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

const json = { 'Content-Type': 'application/json' };
const mickey = { fname: 'Mickey', lname: 'Mouse' };
let backend: TestBackend;
let ada: SignedInPerson;
let bob: SignedInPerson;
let owner: SignedInPerson;
let entries = 0;

beforeAll(async () => {
  backend = await startTestBackend();
  ada = await signInAs(backend.cloud, 'ada@example.com');
  bob = await signInAs(backend.cloud, 'bob@example.com');
  owner = await signInAs(backend.cloud, 'olga@example.com', ['owners']);
});

afterAll(() => backend[Symbol.asyncDispose]());

/**
 * An entry that refers to files, as it is stored: no form of the project asks for some yet. Nothing but the answers
 * themselves says which files an entry has, so any form will do.
 */
async function anEntryWith(person: SignedInPerson, ...photos: readonly FileReference[]) {
  entries += 1;
  const { username } = person;
  const entry = { ...numberedEntry(entries, 'pwausers', mickey), username, hasFiles: true };
  const store = (photos: readonly FileReference[], more: object = {}) =>
    putEntries(backend.cloud, [{ ...entry, answers: { ...mickey, photos }, ...more }]);
  await store(photos);
  const path = `pwausers/${entry.id}`;
  const post = async (route: string, body?: object) => {
    const response = await person.send('POST', `${path}/files/${route}`, {
      ...(body && { headers: json, body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return {
    path,
    post,
    /** Its second version, as a revision stores it. */
    revise: (others: readonly FileReference[]) =>
      store(others, { version: 2, filesArrived: photos.map(({ id }) => id) }),
    async arrived() {
      return ((await (await person.get(path)).json()) as { filesArrived?: string[] }).filesArrived;
    },
    async sendWhole({ id }: FileReference, bytes: Uint8Array) {
      const { put } = (await post(id)).body as { put: SignedRequest };
      return sendBytes(put, bytes);
    },
    confirm: ({ id }: FileReference, upload?: string) =>
      post(`${id}/arrival`, upload === undefined ? undefined : { upload }),
  };
}

/** As a browser sends it: without credentials. */
async function sendBytes({ url, headers }: SignedRequest, bytes: Uint8Array): Promise<number> {
  const body = Uint8Array.from(bytes);
  return (await fetch(url, { method: 'PUT', headers, body })).status;
}

async function download(person: SignedInPerson, path: string) {
  const { url } = (await (await person.get(path)).json()) as { url: string };
  const response = await fetch(url);
  return { url, response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

test(
  'files are sent to S3, whole and in parts, confirmed by what is stored, and opened',
  { tags: 'files-sent' },
  async () => {
    const [small, wrong] = [aJpeg(700), aJpeg(600)];
    const large = aJpeg(partSize + 700).fill(5, 99);
    const photo = referenceTo(small, { name: 'дом “1”.jpg' });
    const film = referenceTo(large);
    const fake = referenceTo(wrong, { type: 'image/png', name: 'fake.png' });
    const entry = await anEntryWith(ada, photo, film, fake);
    expect(await entry.confirm(photo)).toMatchObject({
      status: 409,
      body: { code: 'file_not_arrived' },
    });

    expect(await entry.sendWhole(photo, small)).toBe(200);
    expect(await entry.confirm(photo)).toEqual({ status: 200, body: { arrived: true } });
    const opened = await download(ada, `${entry.path}/files/${photo.id}`);
    expect(opened.bytes).toEqual(small);
    expect(opened.response.headers.get('content-type')).toBe('image/jpeg');
    expect(opened.response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent(photo.name)}`,
    );

    const { upload, parts } = (await entry.post(film.id)).body as {
      upload: string;
      parts: PartRequest[];
    };
    const sendPart = (part: PartRequest) =>
      sendBytes(part, large.subarray((part.number - 1) * partSize).subarray(0, part.size));
    expect(parts[1] && (await sendPart(parts[1]))).toBe(200);
    expect((await entry.confirm(film, upload)).status).toBe(409);
    const rest = (await entry.post(film.id, { upload })).body as { parts: PartRequest[] };
    expect(rest.parts.map(({ number }) => number)).toEqual([1]);
    for (const part of rest.parts) expect(await sendPart(part)).toBe(200);
    expect((await entry.confirm(film, upload)).status).toBe(200);

    await entry.sendWhole(fake, wrong);
    expect(await entry.confirm(fake)).toMatchObject({
      status: 422,
      body: { code: 'file_of_other_type' },
    });
    expect(await entry.arrived()).toEqual([photo.id, film.id]);
    const contents = await bucketContents(backend.cloud);
    const own = contents.objects.filter(({ key }) => key.includes(entry.path.slice(9)));
    expect(own).toEqual(
      [photo, film]
        .map(({ id, size, sha256 }) => ({
          key: `pwausers/${ada.username}/${entry.path.slice(9)}/${id}`,
          size,
          sha256,
          tags: 0,
        }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    );
  },
);

test('owners open the files of anybody’s entry, and nobody else does', async () => {
  const photo = referenceTo(aJpeg());
  const entry = await anEntryWith(ada, photo);
  await entry.sendWhole(photo, aJpeg());
  await entry.confirm(photo);
  const [, id = ''] = entry.path.split('/');
  const asOwner = `pwausers/responses/${ada.username}/${id}/files/${photo.id}`;
  expect((await download(owner, asOwner)).bytes).toEqual(aJpeg());
  for (const person of [ada, bob]) expect((await person.get(asOwner)).status).toBe(403);
  for (const [method, end] of [
    ['GET', ''],
    ['POST', ''],
    ['POST', '/arrival'],
  ] as const)
    for (const person of [bob, owner])
      expect((await person.send(method, `${entry.path}/files/${photo.id}${end}`)).status).toBe(404);
});

test('a presigned request stores no other file, and a link opens no other', async () => {
  const [photo, other] = [referenceTo(aJpeg()), referenceTo(aJpeg())];
  const entry = await anEntryWith(ada, photo, other);
  const { put } = (await entry.post(photo.id)).body as { put: SignedRequest };
  const elsewhere = { ...put, url: put.url.replace(photo.id, other.id) };
  const longer = { ...put, url: put.url.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000') };
  const html = { ...put, headers: { ...put.headers, 'content-type': 'text/html' } };
  const { 'x-amz-tagging': _, ...kept } = put.headers;
  for (const it of [elsewhere, longer, html, { ...put, headers: kept }])
    expect(await sendBytes(it, aJpeg())).toBe(403);
  expect(await sendBytes(put, aJpeg().fill(1, 9))).toBe(400);
  expect(await sendBytes(put, aJpeg(501))).toBe(403);
  expect(await sendBytes(put, new Uint8Array())).toBe(403);
  expect(await sendBytes(put, aJpeg())).toBe(200);
  expect(await sendBytes(put, aJpeg())).toBe(412);
  await entry.confirm(photo);
  const { url } = await download(ada, `${entry.path}/files/${photo.id}`);
  expect((await fetch(url.replace(photo.id, other.id))).status).toBe(403);
  expect((await fetch(url.replace('attachment', 'inline'))).status).toBe(403);
  expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
  expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
});

test('pages may send exactly what the app sends', async () => {
  const photo = referenceTo(aJpeg());
  const entry = await anEntryWith(ada, photo);
  const { put } = (await entry.post(photo.id)).body as { put: SignedRequest };
  const ask = async (method: string, headers: string) => {
    const preflight = {
      origin: 'https://forms.example.com',
      'access-control-request-method': method,
      'access-control-request-headers': headers,
    };
    return (await fetch(put.url, { method: 'OPTIONS', headers: preflight })).status;
  };
  expect(await ask('PUT', Object.keys(put.headers).join())).toBe(200);
  expect(await ask('DELETE', '')).toBe(403);
  expect(await ask('POST', 'content-type')).toBe(403);
  expect(await ask('PUT', 'x-amz-acl')).toBe(403);
});

test('nothing about a file is in the log', async () => {
  const photo = referenceTo(aJpeg(), { name: 'unmistakable.jpg' });
  const entry = await anEntryWith(ada, photo);
  await entry.confirm(photo);
  await entry.sendWhole(photo, aJpeg());
  await entry.confirm(photo);
  await download(ada, `${entry.path}/files/${photo.id}`);
  const log = backend.log.join('\n');
  expect(log).toContain('"route":"confirmFile"');
  for (const text of ['unmistakable', photo.id, photo.sha256, 'X-Amz', ada.username])
    expect(log).not.toContain(text);
});

test(
  'the files of an erased entry and of a dropped reference are gone, and so are parts of others',
  { tags: 'files-erased' },
  async () => {
    const carla = await signInAs(backend.cloud, `${randomUUID()}@example.com`);
    const [first, second] = [referenceTo(aJpeg()), referenceTo(aJpeg(900))];
    const large = referenceTo(aJpeg(partSize + 1));
    const revisedEntry = await anEntryWith(carla, first, second);
    for (const [it, size] of [
      [first, 500],
      [second, 900],
    ] as const) {
      await revisedEntry.sendWhole(it, aJpeg(size));
      await revisedEntry.confirm(it);
    }
    const erasedEntry = await anEntryWith(carla, first, large);
    await erasedEntry.sendWhole(first, aJpeg());
    await erasedEntry.confirm(first);
    await erasedEntry.post(large.id);
    const own = async () => {
      const { objects, uploads } = await bucketContents(backend.cloud);
      const keys = [...objects.map(({ key }) => key), ...uploads];
      return keys.filter((it) => it.includes(carla.username)).length;
    };
    expect(await own()).toBe(4);

    await revisedEntry.revise([second]);
    await expect.poll(own).toBe(3);
    await expect.poll(() => revisedEntry.arrived()).toEqual([second.id]);

    expect((await carla.send('DELETE', `${erasedEntry.path}?permanent=true`)).status).toBe(200);
    await expect.poll(own).toBe(1);
    expect(await erasedEntry.confirm(first)).toMatchObject({ status: 410 });

    const eraseAll = async () =>
      ((await (await carla.send('DELETE', 'me?permanent=true')).json()) as { done: boolean }).done;
    await expect.poll(eraseAll, { timeout: 60_000, interval: 500 }).toBe(true);
    await expect.poll(own).toBe(0);
  },
);

test(
  'a small copy is made of each picture that is confirmed and can be drawn, and goes with it',
  { tags: 'small-copies' },
  async () => {
    const daisy = await signInAs(backend.cloud, `${randomUUID()}@example.com`);
    const bomb = pngOf({ ...redAndBlue(1, 1), width: 50_000, height: 50_000 });
    const pictures = [pngOf(redAndBlue(640, 200)), bomb, aJpeg()] as const;
    const files = pictures.map((it) => referenceTo(it, { type: 'image/png' }));
    const [photo, ...others] = [...files.slice(0, 2), referenceTo(aJpeg())];
    if (!photo) return expect.fail('no photo');
    const entry = await anEntryWith(daisy, photo, ...others);
    const handled = () => backend.log.filter((it) => it.includes('"event":"confirmed"')).length;
    const before = handled();
    for (const [at, it] of [photo, ...others].entries()) {
      await entry.sendWhole(it, pictures[at] ?? aJpeg());
      expect((await entry.confirm(it)).status).toBe(200);
    }
    await expect.poll(handled).toBeGreaterThanOrEqual(before + 3);
    const small = `${entry.path}/files/${photo.id}?small=true`;
    // Those of tests before may have been handled late, too.
    await expect.poll(async () => (await daisy.get(small)).status).toBe(200);

    const { response, bytes } = await download(daisy, small);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('RIFF');
    const [, id = ''] = entry.path.split('/');
    const asOwner = `pwausers/responses/${daisy.username}/${id}/files/${photo.id}?small=true`;
    expect((await download(owner, asOwner)).bytes).toEqual(bytes);
    expect((await bob.get(asOwner)).status).toBe(403);
    expect((await bob.get(`${entry.path}/files/${photo.id}?small=true`)).status).toBe(404);
    for (const it of others)
      expect((await daisy.get(`${entry.path}/files/${it.id}?small=true`)).status).toBe(404);
    const own = async () =>
      (await bucketContents(backend.cloud)).objects
        .map(({ key }) => key.split('/'))
        .filter(([, username]) => username === daisy.username)
        .map(([, , , file = '']) => file);
    expect((await own()).toSorted()).toEqual(
      [`${photo.id}.small`, ...[photo, ...others].map((it) => it.id)].toSorted(),
    );
    await entry.revise(others);
    await expect.poll(async () => (await own()).length).toBe(2);

    // One that is deleted while its small copy is drawn leaves none behind.
    const s3 = administratorS3(backend.cloud.awsUrl);
    const { Buckets: [{ Name: Bucket = '' } = {}] = [] } = await s3.listBuckets();
    const Key = `pwausers/${daisy.username}/${id}/${randomUUID()}`;
    await s3.putObject({ Bucket, Key, Body: pictures[0], ContentType: 'image/png' });
    await s3.deleteObjectTagging({ Bucket, Key });
    await s3.deleteObject({ Bucket, Key });
    await expect.poll(handled).toBe(before + 4);
    expect(await own()).toHaveLength(2);
  },
);

test('a small copy is opened only by its own address', async () => {
  const eric = await signInAs(backend.cloud, `${randomUUID()}@example.com`);
  const [photo, late] = [pngOf(redAndBlue(40, 20)), pngOf(redAndBlue(20, 40))].map((it) =>
    referenceTo(it, { type: 'image/png' }),
  );
  if (!photo || !late) return expect.fail('no photo');
  const entry = await anEntryWith(eric, photo, late);
  await entry.sendWhole(photo, pngOf(redAndBlue(40, 20)));
  await entry.sendWhole(late, pngOf(redAndBlue(20, 40)));
  expect((await entry.confirm(photo)).status).toBe(200);
  const [, id = ''] = entry.path.split('/');
  const status = async (path: string, person = eric) => (await person.get(path)).status;
  const small = `files/${photo.id}?small=true`;
  await expect.poll(() => status(`${entry.path}/${small}`)).toBe(200);

  // Sent but not confirmed, of another entry, of another form, of somebody else, and by the name of its object.
  expect(await status(`${entry.path}/files/${late.id}?small=true`)).toBe(404);
  const other = await anEntryWith(eric, late);
  expect(await status(`${other.path}/${small}`)).toBe(404);
  expect(await status(`items/${id}/${small}`)).toBe(404);
  expect(await status(`items/responses/${eric.username}/${id}/${small}`, owner)).toBe(404);
  expect(await status(`pwausers/responses/${bob.username}/${id}/${small}`, owner)).toBe(404);
  for (const person of [bob, owner])
    expect(await status(`${entry.path}/${small}`, person)).toBe(404);
  for (const name of [`${photo.id}.small`, `${photo.id}%2Esmall`, `..%2F${id}%2F${photo.id}`])
    for (const query of ['', '?small=true'])
      expect(await status(`${entry.path}/files/${name}${query}`)).toBe(404);
  const { url } = await download(eric, `${entry.path}/${small}`);
  expect((await fetch(url.replace('.small', ''))).status).toBe(403);
  const whole = await download(eric, `${entry.path}/files/${photo.id}`);
  expect((await fetch(whole.url.replace('?', '.small?'))).status).toBe(403);

  // Withdrawn, and erased: by its address of before too.
  await eric.send('DELETE', entry.path);
  expect(await status(`${entry.path}/${small}`)).toBe(404);
  await eric.send('DELETE', `${entry.path}?permanent=true`);
  expect(await status(`${entry.path}/${small}`)).toBe(404);
  await expect.poll(async () => (await fetch(url)).status).toBe(404);
});
