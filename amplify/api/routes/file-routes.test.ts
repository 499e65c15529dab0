import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { photosForm } from '#core/testing/photos-form.ts';
import { aJpeg, referenceTo } from '#core/testing/sample-files.ts';
import { partSize, type PartRequest, type SignedRequest } from '#core/files/file-transfer.ts';
import type { FileReference } from '#core/files/file-reference.ts';
import { recordScan } from '#core/files/record-scan.ts';
import { anEvent, createInMemoryApi } from '../../testing/in-memory-api.ts';

const day = 24 * 60 * 60 * 1000;

/** An entry of Ada's with these files, and requests about it. */
async function withEntry(...photos: readonly FileReference[]) {
  return openEntry(photos);
}

/** The same, where files are scanned for malware or not. */
async function openEntry(photos: readonly FileReference[], scansFiles = false) {
  let now = Date.UTC(2026, 0, 1);
  const clock = () => new Date(now);
  const files = createMemoryFileStore(clock);
  const store = createMemoryStore();
  const more = ['accounts', undefined, undefined, scansFiles] as const;
  const send = createInMemoryApi(clock, store, files, formById, ...more);
  const body = JSON.stringify({ name: 'Ada', photos });
  const { body: entry } = await send(anEvent({ path: '/photos', body }, 'ada'));
  const id = String(entry['id']);
  const ask = (httpMethod: string, path: string, username = 'ada', more: object = {}) =>
    send(anEvent({ httpMethod, path: `/photos/${path}`, body: '', ...more }, username));
  const pathOf = (file: string) => `${id}/files/${file}`;
  return {
    files,
    store,
    ask,
    id,
    entry,
    pathOf,
    pass: (milliseconds: number) => void (now += milliseconds),
    start: (file: { readonly id: string }, upload?: string) =>
      ask('POST', pathOf(file.id), 'ada', upload === undefined ? {} : bodyWith({ upload })),
    confirm: (file: { readonly id: string }, upload?: string) =>
      ask(
        'POST',
        `${pathOf(file.id)}/arrival`,
        'ada',
        upload === undefined ? {} : bodyWith({ upload }),
      ),
    open: (file: { readonly id: string }) => ask('GET', pathOf(file.id)),
    read: () => ask('GET', id),
    change: (httpMethod: string, path: string, sent: object = {}) =>
      ask(httpMethod, path, 'ada', {
        headers: { 'content-type': 'application/json', 'If-Match': '"1"' },
        body: JSON.stringify(sent),
      }),
  };
}

const formById = (id: string) => (id === photosForm.id ? photosForm : undefined);

function bodyWith(body: object) {
  return { body: JSON.stringify(body) };
}

function codeOf({ statusCode, body }: { statusCode: number; body: Record<string, unknown> }) {
  return [statusCode, body['code']];
}

test('a file is sent where the API says, confirmed, shown as arrived, and downloaded', async () => {
  const bytes = aJpeg();
  const file = referenceTo(bytes);
  const { files, entry, start, confirm, open, read } = await withEntry(file);
  expect(entry).toMatchObject({ filesArrived: [], version: 1 });
  expect(codeOf(await open(file))).toEqual([404, 'not_found']);
  expect(codeOf(await confirm(file))).toEqual([409, 'file_not_arrived']);
  const { put } = (await start(file)).body as { put: SignedRequest };
  expect(await files.send(put, bytes)).toBe(200);
  for (let time = 0; time < 2; time += 1)
    expect(await confirm(file)).toMatchObject({ statusCode: 200, body: { arrived: true } });
  expect((await start(file)).body).toEqual({ arrived: true });
  expect((await read()).body).toMatchObject({ filesArrived: [file.id], version: 1 });
  const { url } = (await open(file)).body as { url: string };
  expect(await files.open(url)).toEqual(bytes);
});

test('the small copy of a picture is downloaded in its place by whoever asks for it', async () => {
  const file = referenceTo(aJpeg());
  const { files, id, start, confirm, ask, pathOf } = await withEntry(file);
  const { put } = (await start(file)).body as { put: SignedRequest };
  const small = (given = 'true') =>
    ask('GET', pathOf(file.id), 'ada', { queryStringParameters: { small: given } });
  const key = { username: 'ada', form: 'photos', id, file: file.id };
  await files.send(put, aJpeg());
  await files.putSmall(key, Uint8Array.of(1));
  expect(codeOf(await small())).toEqual([404, 'not_found']);
  await confirm(file);
  const { url } = (await small()).body as { url: string };
  expect(await files.open(url)).toEqual(Uint8Array.of(1));
  expect(codeOf(await small('yes'))).toEqual([400, 'invalid_parameter']);
  expect((await small('false')).body).not.toEqual({ url });
  await files.remove(key);
  expect(codeOf(await small())).toEqual([404, 'not_found']);
});

test('a large file is sent in parts, and continued where it stopped', async () => {
  const bytes = aJpeg(partSize + 10).fill(3, 20);
  const file = referenceTo(bytes);
  const { files, start, confirm } = await withEntry(file);
  const sendPart = ({ number, size, ...request }: PartRequest) =>
    files.send(request, bytes.subarray((number - 1) * partSize).subarray(0, size));
  const begun = (await start(file)).body as { upload: string; parts: PartRequest[] };
  expect(begun.parts.map(({ size }) => size)).toEqual([partSize, 10]);
  expect(begun.parts[1] && (await sendPart(begun.parts[1]))).toBe(200);
  expect(codeOf(await confirm(file, begun.upload))).toEqual([409, 'file_not_arrived']);
  const rest = (await start(file, begun.upload)).body as typeof begun;
  expect({ ...rest, parts: rest.parts.map(({ number }) => number) }).toEqual({
    upload: begun.upload,
    parts: [1],
  });
  expect(rest.parts[0] && (await sendPart(rest.parts[0]))).toBe(200);
  expect(await confirm(file, begun.upload)).toMatchObject({ body: { arrived: true } });
});

test('where files are scanned, one is opened once nothing was found in it, and not if malware was', async () => {
  const [photo, infected] = [referenceTo(aJpeg()), referenceTo(aJpeg(600))];
  const { files, store, id, start, confirm, open, read } = await openEntry([photo, infected], true);
  for (const file of [photo, infected]) {
    const { put } = (await start(file)).body as { put: SignedRequest };
    await files.send(put, aJpeg(file.size));
    expect((await confirm(file)).body).toEqual({ arrived: true });
    expect(codeOf(await open(file))).toEqual([409, 'file_being_checked']);
  }
  const closed = { [photo.id]: 'awaited', [infected.id]: 'awaited' };
  expect((await read()).body['filesClosed']).toEqual(closed);
  for (const [file, result] of [
    [photo, 'clean'],
    [infected, 'malware'],
  ] as const) {
    const key = { username: 'ada', form: 'photos', id, file: file.id };
    const { tag = '' } = (await files.fingerprint(key)) ?? {};
    await recordScan({ store, files }, key, { tag, result });
  }
  expect((await open(photo)).statusCode).toBe(200);
  for (const refused of [await open(infected), await start(infected), await confirm(infected)])
    expect(codeOf(refused)).toEqual([422, 'file_has_malware']);
  expect((await read()).body).toMatchObject({
    version: 1,
    filesArrived: [photo.id],
    filesClosed: { [infected.id]: 'malware' },
  });
});

test('an upload that is no more is followed by another', async () => {
  const file = referenceTo(aJpeg(partSize + 10));
  const { start } = await withEntry(file);
  const { body } = await start(file, 'no-such-upload');
  expect(body['upload']).not.toBe('no-such-upload');
  expect(body['parts']).toHaveLength(2);
});

const html = new TextEncoder().encode('<!doctype html><script>alert(1)</script>');
const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

test.each([
  ['HTML as a picture', html, 'image/jpeg'],
  ['HTML as a PDF', html, 'application/pdf'],
  ['HTML as text', html, 'text/plain'],
  ['SVG as a picture', svg, 'image/png'],
  ['SVG as text', svg, 'text/csv'],
  ['JPEG as PNG', aJpeg(), 'image/png'],
  ['a picture as a document', aJpeg(), 'application/zip'],
] as const)('%s is refused by its first bytes, and deleted', async (_, bytes, type) => {
  const file = referenceTo(bytes, { type });
  const { files, start, confirm, read } = await withEntry(file);
  const { put } = (await start(file)).body as { put: SignedRequest };
  expect(await files.send(put, bytes)).toBe(200);
  expect(codeOf(await confirm(file))).toEqual([422, 'file_of_other_type']);
  expect(await files.keys()).toEqual([]);
  expect((await read()).body['filesArrived']).toEqual([]);
});

test('other bytes than the file’s are refused and deleted, and it can be sent again', async () => {
  const bytes = aJpeg(partSize + 10);
  const file = referenceTo(bytes);
  const { files, start, confirm } = await withEntry(file);
  for (const sent of [aJpeg(bytes.length).fill(1, 30), bytes]) {
    const { upload, parts } = (await start(file)).body as { upload: string; parts: PartRequest[] };
    for (const { number, size, ...request } of parts)
      await files.send(request, sent.subarray((number - 1) * partSize).subarray(0, size));
    const isRight = sent === bytes;
    expect(codeOf(await confirm(file, upload))).toEqual(
      isRight ? [200, undefined] : [422, 'file_damaged'],
    );
    expect(await files.keys()).toHaveLength(isRight ? 1 : 0);
  }
});

test('a file that is about to be deleted is not confirmed, but sent again', async () => {
  const file = referenceTo(aJpeg());
  const { files, start, confirm, pass } = await withEntry(file);
  for (const wait of [6.5 * day, 5 * day]) {
    const { put } = (await start(file)).body as { put: SignedRequest };
    await files.send(put, aJpeg());
    pass(wait);
    expect((await confirm(file)).statusCode).toBe(wait > 6 * day ? 409 : 200);
  }
});

test('files of others, of other entries and of none are not found', async () => {
  const file = referenceTo(aJpeg());
  const { ask, id, pathOf } = await withEntry(file);
  const foreign = (await ask('POST', '', 'bob', bodyWith({ name: 'Bob' }))).body;
  const paths = [
    pathOf(file.id),
    pathOf(randomUUID()),
    `${randomUUID()}/files/${file.id}`,
    `${String(foreign['id'])}/files/${file.id}`,
    `${id}/files/..`,
    `${id}/files/..%2F..%2F${file.id}`,
    `${id}/files/${file.id}.jpg`,
    `..%2Fphotos/files/${file.id}`,
    `responses/files/${file.id}`,
  ];
  for (const path of paths)
    for (const [method, end] of [
      ['POST', ''],
      ['POST', '/arrival'],
      ['GET', ''],
    ] as const)
      expect(codeOf(await ask(method, path + end, 'bob')), path).toEqual([404, 'not_found']);
});

test('only owners open files of responses, and name the author', async () => {
  const file = referenceTo(aJpeg());
  const { files, ask, id, pathOf, start, confirm } = await withEntry(file);
  const { put } = (await start(file)).body as { put: SignedRequest };
  await files.send(put, aJpeg());
  await confirm(file);
  const asOwner = { requestContext: claims('olga', 'owners') };
  const opened = await ask('GET', `responses/ada/${pathOf(file.id)}`, 'olga', asOwner);
  expect(await files.open(String(opened.body['url']))).toEqual(aJpeg());
  expect(codeOf(await ask('GET', `responses/ada/${pathOf(file.id)}`, 'bob'))).toEqual([
    403,
    'forbidden',
  ]);
  for (const path of [
    `responses/bob/${id}/files/${file.id}`,
    `responses/%E0/${id}/files/${file.id}`,
    `responses/ada/${randomUUID()}/files/${file.id}`,
    `responses/ada/${id}/files/${randomUUID()}`,
  ])
    expect(codeOf(await ask('GET', path, 'olga', asOwner))).toEqual([404, 'not_found']);
});

test('who sees some rows only opens no file of another row', async () => {
  const file = referenceTo(aJpeg());
  const { files, ask, pathOf, start, confirm } = await withEntry(file);
  const { put } = (await start(file)).body as { put: SignedRequest };
  await files.send(put, aJpeg());
  await confirm(file);
  const opens = async (name: string) => {
    const rows = { question: 'name', values: [name] };
    await ask('POST', 'members', 'olga', {
      requestContext: claims('olga', 'owners'),
      headers: { 'content-type': 'application/json' },
      ...bodyWith({ email: 'ben@example.com', role: 'reviewer', rows }),
    });
    const { statusCode } = await ask('GET', `responses/ada/${pathOf(file.id)}`, 'ben', {
      requestContext: claims('ben', '', { email: 'ben@example.com', email_verified: 'true' }),
    });
    return statusCode;
  };
  expect([await opens('Ada'), await opens('Eve')]).toEqual([200, 404]);
});

function claims(username: string, groups: string, others: object = {}) {
  return {
    authorizer: {
      claims: { 'cognito:username': username, 'cognito:groups': groups, ...others },
    },
  };
}

test('nothing is sent to an entry that is withdrawn or erased, and nothing is opened', async () => {
  const file = referenceTo(aJpeg());
  const { files, change, id, start, confirm, open } = await withEntry(file);
  const { put } = (await start(file)).body as { put: SignedRequest };
  await files.send(put, aJpeg());
  await change('DELETE', id);
  for (const ask of [start, confirm]) expect(codeOf(await ask(file))).toEqual([410, 'gone']);
  expect(codeOf(await open(file))).toEqual([404, 'not_found']);
});

test('a file that a revision drops is not found any more', async () => {
  const [kept, dropped] = [referenceTo(aJpeg()), referenceTo(aJpeg())];
  const { change, id, start } = await withEntry(kept, dropped);
  const revised = await change('PUT', id, { name: 'Ada', photos: [kept] });
  expect(revised.body).toMatchObject({ version: 2, filesArrived: [] });
  expect((await start(kept)).statusCode).toBe(200);
  expect(codeOf(await start(dropped))).toEqual([404, 'not_found']);
});

test.each([
  ['not JSON', 'x', 400],
  ['a list', '[]', 400],
  ['another key', '{"upload":"a","key":"b"}', 400],
  ['an empty upload', '{"upload":""}', 400],
  ['a number', '{"upload":7}', 400],
  ['a long one', JSON.stringify({ upload: 'x'.repeat(3000) }), 413],
])('%s in the body is refused', async (_, body, status) => {
  const file = referenceTo(aJpeg());
  const { ask, pathOf } = await withEntry(file);
  for (const path of [pathOf(file.id), `${pathOf(file.id)}/arrival`])
    expect((await ask('POST', path, 'ada', { body })).statusCode).toBe(status);
});
