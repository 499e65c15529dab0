import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { anEntry } from '#core/testing/sample-entries.ts';
import { anEvent, createInMemoryApi, withKey } from '../../testing/in-memory-api.ts';

function openApi() {
  let time = Date.parse('2026-01-01T12:00:00Z');
  const store = createMemoryStore();
  const call = createInMemoryApi(() => new Date(time), store);
  return {
    store,
    pass: (milliseconds: number) => void (time += milliseconds),
    submit: (username: string, key: string = randomUUID()) =>
      call(anEvent({ headers: withKey(key) }, username)),
    erase: (username: string, query: Record<string, string> = { permanent: 'true' }) =>
      call(
        anEvent(
          { httpMethod: 'DELETE', path: '/me', queryStringParameters: query, body: null },
          username,
        ),
      ),
  };
}

test('all entries of a person are erased, and their token stores nothing afterwards', async () => {
  const { store, submit, erase, pass } = openApi();
  const ofNoForm = anEntry({ username: 'ada', form: 'taken-out' });
  await store.insert(ofNoForm);
  expect(await submit('ada')).toMatchObject({ statusCode: 201 });
  expect(await erase('ada')).toMatchObject({ statusCode: 200, body: { erased: 2, done: false } });
  pass(5000);
  expect(await erase('ada')).toMatchObject({ statusCode: 200, body: { erased: 0, done: true } });
  expect(await submit('ada')).toMatchObject({ statusCode: 410, body: { code: 'gone' } });
  expect(await store.find(ofNoForm)).toMatchObject({ answers: {}, erased: true });
  expect(await submit('bob')).toMatchObject({ statusCode: 201 });
});

test.each<Record<string, string>>([{}, { permanent: 'false' }, { permanent: 'TRUE' }])(
  'with %o in the query nothing is erased, nor is anybody closed',
  async (query) => {
    const { submit, erase } = openApi();
    expect(await erase('ada', query)).toMatchObject({
      statusCode: 400,
      body: { code: 'invalid_parameter', errors: [{ field: 'permanent' }] },
    });
    expect(await submit('ada')).toMatchObject({ statusCode: 201 });
  },
);
