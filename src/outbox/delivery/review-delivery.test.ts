import { expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { fromFile, toFile } from '../../files/exported/outbox-file.ts';
import { createAppFixture, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
import type { ReviewToSend } from '../changes/queued-change.ts';

const response = '019a0000-0000-7000-8000-000000000001';
const review = (changes: Partial<ReviewToSend> = {}): ReviewToSend => ({
  username: 'a person/with#signs',
  id: response,
  version: 3,
  state: 'approved',
  ...changes,
});

/** The server stores the review. */
const stored = ({ headers, body }: Sent): Reply => ({
  status: 201,
  body: { ...(body as object), id: headers.get('idempotency-key') },
});
/** The server has taken a comment back. */
const takenBack = ({ url }: Sent): Reply => ({
  status: 200,
  body: { id: url.split('/').at(-1) },
});
const noNetwork = (): Reply => 'no network';
const gone = (): Reply => ({ status: 410, body: { code: 'gone', title: 'Withdrawn' } });

async function openOutbox(...replies: ((sent: Sent) => Reply)[]) {
  const fixture = createAppFixture();
  fixture.signedIn();
  fixture.answers(...replies);
  const { outbox } = fixture.open();
  await outbox.reread();
  return { ...fixture, outbox };
}

test('a review is sent with its id, and nothing else than what was decided', async () => {
  const { outbox, sent } = await openOutbox(stored);
  const saved = await outbox.addBeside(pwausers, {
    kind: 'review',
    review: review({ state: 'sent-back', note: 'Why?' }),
  });
  await outbox.flush();
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: `https://api.example/v1/pwausers/responses/a%20person%2Fwith%23signs/${response}/reviews`,
    body: { state: 'sent-back', version: 3, note: 'Why?' },
  });
  expect(Object.keys(sent[0]?.body ?? {})).toEqual(['version', 'state', 'note']);
  expect(saved.ok && sent[0]?.headers.get('idempotency-key')).toBe(saved.ok && saved.value.id);
  expect(outbox.view().changes).toMatchObject([{ kind: 'review', status: { is: 'delivered' } }]);
});

test('without a network reviews wait on the device, and are sent in their order, each once', async () => {
  let isOffline = true;
  const server = (it: Sent) => (isOffline ? noNetwork() : stored(it));
  const { outbox, sent } = await openOutbox(...Array.from({ length: 20 }, () => server));
  await outbox.addBeside(pwausers, { kind: 'review', review: review() });
  await outbox.addBeside(pwausers, { kind: 'review', review: review({ state: 'rejected' }) });
  await outbox.flush();
  expect(outbox.view().changes?.map(({ status }) => status.is)).toEqual(['waiting', 'waiting']);
  isOffline = false;
  await outbox.flush({ force: true });
  const states = sent.slice(-2).map(({ body }) => (body as ReviewToSend).state);
  expect(states).toEqual(['approved', 'rejected']);
  expect(outbox.view().changes?.map(({ status }) => status.is)).toEqual(['delivered', 'delivered']);
});

test('a review that the server refuses waits for its reviewer, and later ones of others are sent', async () => {
  const { outbox } = await openOutbox(gone, stored);
  await outbox.addBeside(pwausers, { kind: 'review', review: review() });
  await outbox.addBeside(pwausers, { kind: 'review', review: review({ username: 'other' }) });
  await outbox.flush({ force: true });
  expect(outbox.view().changes?.map(({ status }) => status.is)).toEqual(['attention', 'delivered']);
});

test('a portal that answers anything does not count as the server', async () => {
  const { outbox } = await openOutbox(() => ({ status: 200, body: { id: 'other' } }));
  await outbox.addBeside(pwausers, { kind: 'review', review: review() });
  await outbox.flush();
  expect(outbox.view().changes).toMatchObject([{ status: { is: 'waiting' } }]);
});

test('reviews are exported with what else waits, and imported under their ids', async () => {
  const { outbox } = await openOutbox(...Array.from({ length: 9 }, () => noNetwork));
  await outbox.addBeside(pwausers, { kind: 'review', review: review({ note: 'Fine' }) });
  const changes = outbox.view().changes ?? [];
  const read = fromFile(toFile({ changes, files: [] }), mickey.username);
  expect(read.ok && read.value.changes).toMatchObject([
    { id: changes[0]?.id, kind: 'review', review: review({ note: 'Fine' }) },
  ]);
  const forged = toFile({
    changes: changes.map((it) => ({ ...it, review: { ...review(), id: '../me' } })),
    files: [],
  });
  expect(fromFile(forged, mickey.username)).toMatchObject({ problem: 'not-an-outbox' });
});

test('a note about sensitive answers is not kept on the device, but a decision is', async () => {
  const fields = { ...pwausers.fields, fname: { ...pwausers.fields.fname, sensitive: true } };
  const form = { ...pwausers, fields } as unknown as typeof pwausers;
  const { outbox } = await openOutbox(...Array.from({ length: 9 }, () => noNetwork));
  expect(
    await outbox.addBeside(form, { kind: 'review', review: review({ note: 'You wrote 42' }) }),
  ).toEqual({
    ok: false,
    problem: 'online-only',
  });
  expect(await outbox.addBeside(form, { kind: 'review', review: review() })).toMatchObject({
    ok: true,
  });
  expect(outbox.view().changes).toHaveLength(1);
});

test('comments are exported with what else waits, and imported under their ids', async () => {
  const { outbox } = await openOutbox(...Array.from({ length: 9 }, () => noNetwork));
  const about = { username: 'ada', id: response };
  const comment = { ...about, version: 1, text: 'She called.' };
  await outbox.addBeside(pwausers, { kind: 'comment', beside: comment });
  const changes = outbox.view().changes ?? [];
  const taken = { ...about, comment: changes[0]?.id ?? '' };
  await outbox.addBeside(pwausers, { kind: 'takeBackComment', beside: taken });
  const all = outbox.view().changes ?? [];
  const read = fromFile(toFile({ changes: all, files: [] }), mickey.username);
  expect(read.ok && read.value.changes).toMatchObject([
    { id: changes[0]?.id, kind: 'comment', beside: comment },
    { kind: 'takeBackComment', beside: taken },
  ]);
  for (const beside of [
    { ...comment, id: '../me' },
    { ...taken, comment: '../me' },
  ]) {
    const forged = all.map((it) => ({ ...it, beside }));
    const file = toFile({ changes: forged, files: [] });
    expect(fromFile(file, mickey.username)).toMatchObject({ problem: 'not-an-outbox' });
  }
});

test('a comment and what takes it back are sent in their order, each once', async () => {
  const { outbox, sent } = await openOutbox(stored, takenBack);
  const about = { username: 'ada', id: response };
  const comment = { ...about, version: 1, text: 'She called.' };
  const saved = await outbox.addBeside(pwausers, { kind: 'comment', beside: comment });
  const id = saved.ok ? saved.value.id : '';
  await outbox.addBeside(pwausers, { kind: 'takeBackComment', beside: { ...about, comment: id } });
  await outbox.flush({ force: true });
  const comments = `https://api.example/v1/pwausers/responses/ada/${response}/comments`;
  expect(sent.map(({ method, url }) => [method, url])).toEqual([
    ['POST', comments],
    ['DELETE', `${comments}/${id}`],
  ]);
  expect(sent[0]?.body).toEqual({ version: 1, text: 'She called.' });
  expect(outbox.view().changes?.map(({ status }) => status.is)).toEqual(['delivered', 'delivered']);
});
