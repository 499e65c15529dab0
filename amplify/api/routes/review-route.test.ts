import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { longestNote } from '#core/review/read-review.ts';
import { entryAndOwner } from '../../testing/entry-and-owner.ts';

async function withEntry() {
  const fixture = await entryAndOwner();
  return {
    ...fixture,
    reviews: `/pwausers/responses/ada/${fixture.entryId}/reviews`,
    review: fixture.adder('reviews'),
    revise: (version: number, fname = 'Minnie') =>
      fixture.asAuthor('PUT', undefined, {
        headers: { 'content-type': 'application/json', 'If-Match': `"${version}"` },
        body: JSON.stringify({ fname, lname: 'Mouse' }),
      }),
  };
}

const sentBack = { state: 'sent-back', version: 1, note: 'Is that your full name?' };

test('an entry that is sent back has its note for the author, and not the reviewer', async () => {
  const { review, asAuthor, entry } = await withEntry();
  expect((await review(sentBack)).statusCode).toBe(201);
  const read = await asAuthor('GET');
  expect(read.body).toEqual({
    ...entry,
    review: { state: 'sent-back', version: 1, note: sentBack.note, at: expect.any(String) },
  });
  expect(read.headers).toMatchObject({ ETag: '"1"' });
  expect((await asAuthor('GET', '/pwausers')).body).toEqual({ items: [read.body] });
  expect(JSON.stringify(read.body)).not.toContain('olga');
});

test('the author changes it with the version they have, and it then counts as edited', async () => {
  const { review, revise, asOwner, asAuthor, entryId } = await withEntry();
  await review(sentBack);
  const revised = await revise(1);
  expect(revised).toMatchObject({ statusCode: 200, body: { review: { state: 'edited' } } });
  expect((await asAuthor('GET')).body['review']).not.toHaveProperty('note');
  expect(await asOwner()).toMatchObject({ items: [{ id: entryId, review: { state: 'edited' } }] });
  expect((await review({ state: 'approved', version: 2 })).statusCode).toBe(201);
  expect(await asOwner()).toMatchObject({ items: [{ review: { state: 'approved', version: 2 } }] });
});

test('owners who read one response see all its reviews, in their order', async () => {
  const { review, asOwner, entryId } = await withEntry();
  await review(sentBack);
  await review({ state: 'rejected', version: 1 }, { by: 'otto' });
  expect(await asOwner({ username: 'ada', id: entryId })).toMatchObject({
    items: [{ review: { state: 'rejected' } }],
    reviews: [
      { state: 'sent-back', by: 'olga', note: sentBack.note, number: 1 },
      { state: 'rejected', by: 'otto', number: 2 },
    ],
  });
  expect(JSON.stringify(await asOwner())).not.toMatch(/olga|full name/);
});

test('a review that is sent again is answered like the first time, also after a withdrawal', async () => {
  const { review, asAuthor, store, entryId } = await withEntry();
  const id = randomUUID();
  const first = await review(sentBack, { id });
  await asAuthor('DELETE');
  const again = await review(sentBack, { id: id.toUpperCase() });
  expect(again).toMatchObject({
    statusCode: 200,
    body: first.body,
    headers: { 'Idempotent-Replayed': 'true' },
  });
  const key = { username: 'ada', form: 'pwausers', id: entryId };
  expect(await store.reviewsOf(key)).toHaveLength(1);
});

test.each([
  ['another state', { ...sentBack, state: 'approved' }, {}],
  ['another note', { ...sentBack, note: 'Other' }, {}],
  ['another version', { ...sentBack, version: 2 }, {}],
  ['another reviewer', sentBack, { by: 'otto' }],
])('the id of a review with %s is refused', async (_, body, by) => {
  const { review, revise, asOwner, entryId } = await withEntry();
  const id = randomUUID();
  await review(sentBack, { id });
  await revise(1);
  const answer = await review(body, { id, ...by });
  expect(answer).toMatchObject({ statusCode: 422, body: { code: 'idempotency_key_reused' } });
  const { reviews } = await asOwner({ username: 'ada', id: entryId });
  expect(reviews).toMatchObject([{ ...sentBack, by: 'olga' }]);
});

test.each(['', 'staff', 'owner', 'Owners'])(
  'a member of “%s” reviews nothing, not even their own entry',
  async (groups) => {
    const { review, asOwner, entryId } = await withEntry();
    for (const by of ['bob', 'ada'])
      expect(await review(sentBack, { by, groups })).toMatchObject({
        statusCode: 403,
        body: { code: 'forbidden' },
      });
    expect(await asOwner({ username: 'ada', id: entryId })).not.toHaveProperty('reviews');
  },
);

test('an entry of another form, of another author, or of nobody is not found', async () => {
  const { review, reviews, asAuthor } = await withEntry();
  for (const path of [
    reviews.replace('pwausers', 'ride'),
    reviews.replace('/ada/', '/bob/'),
    reviews.replace('/ada/', '/%E0/'),
    `/pwausers/responses/ada/${randomUUID()}/reviews`,
    '/pwausers/responses/ada/nothing/reviews',
  ])
    expect((await review(sentBack, { path })).statusCode, path).toBe(404);
  expect((await asAuthor('GET')).body).not.toHaveProperty('review');
});

test.each([
  ['no version', { state: 'approved' }, 'version'],
  ['a version that there is not yet', { state: 'approved', version: 2 }, 'version'],
  ['version 0', { state: 'approved', version: 0 }, 'version'],
  ['half a version', { state: 'approved', version: 0.5 }, 'version'],
  ['a version as text', { state: 'approved', version: '1' }, 'version'],
  ['no state', { version: 1 }, 'state'],
  ['a state that only the server sets', { state: 'edited', version: 1 }, 'state'],
  ['an inherited state', { state: 'constructor', version: 1 }, 'state'],
  ['no note to the author', { state: 'sent-back', version: 1 }, 'note'],
  ['a blank note', { ...sentBack, note: ' \u200b\n' }, 'note'],
  ['a note that is none', { ...sentBack, note: ['secret'] }, 'note'],
  ['a huge note', { ...sentBack, note: 'secret'.repeat(longestNote) }, 'note'],
  ['a damaged note', { ...sentBack, note: 'secret\ud800' }, 'note'],
  ['another reviewer', { ...sentBack, by: 'secret' }, 'review'],
  ['no object', ['secret'], 'review'],
])('a review with %s is refused and not echoed', async (_, body, field) => {
  const { review, asOwner, entryId } = await withEntry();
  const answer = await review(body);
  expect(answer).toMatchObject({
    statusCode: 400,
    body: { code: 'invalid_parameter', errors: [{ field }] },
  });
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(await asOwner({ username: 'ada', id: entryId })).not.toHaveProperty('reviews');
});

test('a body beyond any note is refused before it is parsed', async () => {
  const { review } = await withEntry();
  const answer = await review({ ...sentBack, note: 'x'.repeat(100_000) });
  expect(answer).toMatchObject({ statusCode: 413, body: { code: 'too_large' } });
});

test('a withdrawn entry takes no review until it is restored', async () => {
  const { review, asAuthor, entryId } = await withEntry();
  await asAuthor('DELETE');
  expect(await review(sentBack)).toMatchObject({ statusCode: 410, body: { code: 'gone' } });
  await asAuthor('POST', `/pwausers/${entryId}/restore`);
  expect((await review(sentBack)).statusCode).toBe(201);
});

test.each([
  ['the entry', 'DELETE', undefined],
  ['everything', 'DELETE', '/me'],
])('whoever erases %s erases what reviewers wrote', async (_, method, path) => {
  const { review, asAuthor, store, entryId } = await withEntry();
  await review(sentBack);
  await asAuthor(method, path, { queryStringParameters: { permanent: 'true' } });
  const key = { username: 'ada', form: 'pwausers', id: entryId };
  expect(await store.reviewsOf(key)).toEqual([]);
  expect(await store.find(key)).not.toHaveProperty('review');
  expect(await review(sentBack)).toMatchObject({ statusCode: 410, body: { code: 'gone' } });
});
