import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { longestNote } from '#core/review/read-review.ts';
import { entryAndOwner, type Changes } from '../../testing/entry-and-owner.ts';
import { anEvent } from '../../testing/in-memory-api.ts';

async function withEntry() {
  const fixture = await entryAndOwner();
  const comments = `/pwausers/responses/ada/${fixture.entryId}/comments`;
  return {
    ...fixture,
    comments,
    comment: fixture.adder('comments'),
    takeBack: (id: string, { by = 'olga', groups = 'owners', path = comments }: Changes = {}) =>
      fixture.send(
        anEvent({ httpMethod: 'DELETE', path: `${path}/${id}`, body: null }, by, groups),
      ),
  };
}

const called = { version: 1, text: 'She called: the year is 1990.' };

test('a comment is read with the response, and its author never sees it', async () => {
  const { comment, asAuthor, asOwner, entry, entryId } = await withEntry();
  const { statusCode, body } = await comment(called);
  expect([statusCode, body]).toMatchObject([201, { ...called, by: 'olga' }]);
  expect(await asOwner({ username: 'ada', id: entryId })).toMatchObject({
    items: [{ version: 1, commentCount: 1 }],
    comments: [{ ...called, by: 'olga' }],
  });
  expect(await asOwner()).toMatchObject({ items: [{ commentCount: 1 }] });
  expect(JSON.stringify(await asOwner())).not.toContain('1990');
  const read = await asAuthor('GET');
  expect(read.body).toEqual(entry);
  expect(read.headers).toMatchObject({ ETag: '"1"' });
  expect((await asAuthor('GET', '/pwausers')).body).toEqual({ items: [entry] });
  const versions = await asAuthor('GET', `/pwausers/${entryId}/versions`);
  expect(JSON.stringify(versions.body)).not.toContain('1990');
});

test('a comment that is sent again is answered like the first time, also after a withdrawal', async () => {
  const { comment, asAuthor, store, key } = await withEntry();
  const id = randomUUID();
  const first = await comment(called, { id });
  await asAuthor('DELETE');
  const again = await comment(called, { id: id.toUpperCase() });
  expect(again).toMatchObject({
    statusCode: 200,
    body: first.body,
    headers: { 'Idempotent-Replayed': 'true' },
  });
  expect(await store.commentsOf(key)).toHaveLength(1);
});

test.each([
  ['another text', { ...called, text: 'Other' }, {}],
  ['another author', called, { by: 'otto' }],
])('the id of a comment with %s is refused', async (_, body, by) => {
  const { comment, store, key } = await withEntry();
  const id = randomUUID();
  await comment(called, { id });
  const answer = await comment(body, { id, ...by });
  expect(answer).toMatchObject({ statusCode: 422, body: { code: 'idempotency_key_reused' } });
  expect(await store.commentsOf(key)).toMatchObject([{ ...called, by: 'olga' }]);
});

test('the author of the entry can neither comment on it nor take a comment back', async () => {
  const { comment, takeBack, store, key } = await withEntry();
  const { body } = await comment(called);
  for (const answer of [
    await comment(called, { by: 'ada', groups: '' }),
    await takeBack(String(body['id']), { by: 'ada', groups: '' }),
  ])
    expect(answer).toMatchObject({ statusCode: 403, body: { code: 'forbidden' } });
  expect(await store.commentsOf(key)).toMatchObject([called]);
});

test('a comment that is taken back has no text any more, and says who did it, once', async () => {
  const { comment, takeBack, asOwner, entryId } = await withEntry();
  const { body } = await comment(called, { by: 'otto' });
  const id = String(body['id']);
  const taken = await takeBack(id.toUpperCase());
  expect(taken).toMatchObject({ statusCode: 200, body: { id, takenBack: { by: 'olga' } } });
  expect(await takeBack(id, { by: 'otto' })).toMatchObject({ body: taken.body });
  const read = await asOwner({ username: 'ada', id: entryId });
  expect(read).toMatchObject({ comments: [{ id, by: 'otto', takenBack: { by: 'olga' } }] });
  expect(JSON.stringify(read)).not.toContain('1990');
  expect((await asOwner())['items']).toEqual([expect.not.objectContaining({ commentCount: 1 })]);
});

test('a comment of another entry, or of none, is not found', async () => {
  const { comment, takeBack, comments, store, key } = await withEntry();
  const { body } = await comment(called);
  for (const path of [
    comments.replace('pwausers', 'ride'),
    comments.replace('/ada/', '/bob/'),
    `/pwausers/responses/ada/${randomUUID()}/comments`,
    '/pwausers/responses/ada/nothing/comments',
  ]) {
    expect((await comment(called, { path })).statusCode, path).toBe(404);
    expect((await takeBack(String(body['id']), { path })).statusCode, path).toBe(404);
  }
  for (const id of [randomUUID(), 'nothing']) expect((await takeBack(id)).statusCode, id).toBe(404);
  expect(await store.commentsOf(key)).toMatchObject([called]);
});

test.each([
  ['no version', { text: 'secret' }, 'version'],
  ['a version that there is not yet', { ...called, version: 2 }, 'version'],
  ['a version as text', { ...called, version: '1' }, 'version'],
  ['no text', { version: 1 }, 'text'],
  ['a blank text', { version: 1, text: ' \u200b\n' }, 'text'],
  ['a text that is none', { version: 1, text: ['secret'] }, 'text'],
  ['a huge text', { version: 1, text: 'secret'.repeat(longestNote) }, 'text'],
  ['a damaged text', { version: 1, text: 'secret\ud800' }, 'text'],
  ['another author', { ...called, by: 'secret' }, 'comment'],
  ['no object', ['secret'], 'comment'],
])('a comment with %s is refused and not echoed', async (_, body, field) => {
  const { comment, store, key } = await withEntry();
  const answer = await comment(body);
  expect(answer).toMatchObject({
    statusCode: 400,
    body: { code: 'invalid_parameter', errors: [{ field }] },
  });
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(await store.commentsOf(key)).toEqual([]);
});

test('a withdrawn entry takes no comment until it is restored', async () => {
  const { comment, asAuthor, entryId } = await withEntry();
  await asAuthor('DELETE');
  expect(await comment(called)).toMatchObject({ statusCode: 410, body: { code: 'gone' } });
  await asAuthor('POST', `/pwausers/${entryId}/restore`);
  expect((await comment(called)).statusCode).toBe(201);
});

test.each([
  ['the entry', 'DELETE', undefined],
  ['everything', 'DELETE', '/me'],
])('whoever erases %s erases what was written about it', async (_, method, path) => {
  const { comment, asAuthor, store, key } = await withEntry();
  await comment(called);
  await asAuthor(method, path, { queryStringParameters: { permanent: 'true' } });
  expect(await store.commentsOf(key)).toEqual([]);
  expect(await store.find(key)).not.toHaveProperty('commentCount');
  expect(await comment(called)).toMatchObject({ statusCode: 410, body: { code: 'gone' } });
});
