import { expect, onTestFinished, test, vi } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { fromFile, toFile } from '../../files/exported/outbox-file.ts';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';

const id = '019a0000-0000-7000-8000-000000000001';
const named = (fname: string, lname = 'Mouse') => ({ fname, lname });
const entry = { id: `ada/${id}/answers`, answers: named('Mickey'), version: 2 };
const noNetwork = (): Reply => 'no network';
const gone = (): Reply => ({ status: 404, body: { code: 'not_found', title: 'Not found' } });

/** The server has stored the correction as the next version. */
const accepted = (sent: Sent): Reply => {
  const { answers } = sent.body as { answers: object };
  return { status: 200, body: stored(sent, { id, form: 'pwausers', answers, version: 3 }) };
};

async function openOutbox(...replies: ((sent: Sent) => Reply)[]) {
  const fixture = createAppFixture();
  fixture.signedIn();
  fixture.answers(...replies);
  const { outbox, newId } = fixture.open();
  await outbox.reread();
  const correct = (answers: object, reason = 'Misspelt', from = entry) =>
    outbox.revise(pwausers, from, {
      id: newId(),
      answers: { ...answers },
      correction: { username: 'ada', id, reason },
    });
  const statuses = () => outbox.view().changes?.map(({ status }) => status.is);
  return { ...fixture, outbox, correct, statuses };
}

test('a correction whose answer is lost is sent again, under its id and with its reason', async () => {
  // No time passes, so that the pause after the first attempt is not over.
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const { correct, outbox, sent, statuses } = await openOutbox(noNetwork, accepted);
  await correct(named('Minnie'));
  await outbox.flush();
  expect(statuses()).toEqual(['waiting']);
  await outbox.flush({ force: true });
  expect(statuses()).toEqual(['delivered']);
  expect(sent).toHaveLength(2);
  for (const { method, url, body, headers } of sent) {
    expect(method).toBe('PUT');
    expect(url).toBe(`https://api.example/v1/pwausers/responses/ada/${id}`);
    expect(body).toEqual({ answers: named('Minnie'), reason: 'Misspelt' });
    expect(headers.get('If-Match')).toBe('"2"');
  }
  expect(new Set(sent.map(({ headers }) => headers.get('Idempotency-Key'))).size).toBe(1);
});

test('what somebody changed meanwhile in another question is kept', async () => {
  const stale = (sent: Sent): Reply => {
    const current = stored(sent, {
      id,
      form: 'pwausers',
      answers: named('Mickey', 'Duck'),
      version: 5,
    });
    return { status: 412, body: { code: 'stale', title: 'Stale', current } };
  };
  const { correct, outbox, sent, statuses } = await openOutbox(stale, accepted);
  await correct(named('Minnie'));
  await outbox.flush();
  expect(statuses()).toEqual(['delivered']);
  expect(sent[1]?.body).toEqual({ answers: named('Minnie', 'Duck'), reason: 'Misspelt' });
  expect(sent[1]?.headers.get('If-Match')).toBe('"5"');
});

test('two corrections before anything was sent are one, with the later reason', async () => {
  const { correct, outbox } = await openOutbox(...Array.from({ length: 9 }, () => noNetwork));
  await outbox.withDeliveryPaused(async () => {
    await correct(named('Minnie'));
    await correct(named('Minnie', 'Duck'), 'Both', { ...entry, answers: named('Minnie') });
  });
  expect(outbox.view().changes).toMatchObject([
    { kind: 'correct', answers: named('Minnie', 'Duck'), correction: { reason: 'Both' } },
  ]);
});

test('a correction of an entry that is gone waits for its owner, and never becomes an entry of theirs', async () => {
  const { correct, outbox, sent, statuses } = await openOutbox(gone, gone);
  await correct(named('Minnie'));
  await outbox.flush();
  expect(statuses()).toEqual(['attention']);
  const [change] = outbox.view().changes ?? [];
  if (change) await outbox.tryAgain(change);
  await outbox.flush({ force: true });
  expect(sent.map(({ method }) => method)).toEqual(['PUT', 'PUT']);
});

test('corrections are exported with what else waits, and imported under their ids', async () => {
  const { correct, outbox } = await openOutbox(...Array.from({ length: 9 }, () => noNetwork));
  await correct(named('Minnie'));
  const changes = outbox.view().changes ?? [];
  const read = fromFile(toFile({ changes, files: [] }), mickey.username);
  expect(read.ok && read.value.changes).toMatchObject([
    {
      id: changes[0]?.id,
      kind: 'correct',
      correction: { username: 'ada', id, reason: 'Misspelt' },
    },
  ]);
  const forged = toFile({
    changes: changes.map((it) => ({
      ...it,
      correction: { username: 'ada', id: '../me', reason: '' },
    })),
    files: [],
  });
  expect(fromFile(forged, mickey.username).ok).toBe(false);
});
