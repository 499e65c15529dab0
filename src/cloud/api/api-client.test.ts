import { expect, test } from 'vitest';
import { createAppFixture, stored, type Sent } from '../../testing/app-fixture.tsx';

const answers = { fname: 'Mickey', lname: 'Mouse' };
const nothing: Sent = { headers: new Headers(), method: '', url: '', body: answers };

test('entries are requested page by page, with the cursor of the previous page', async () => {
  const entry = stored(nothing);
  const fixture = createAppFixture();
  fixture.signedIn();
  fixture.answers(
    () => ({ status: 200, body: { items: [entry, 'not an entry'], cursor: 'next' } }),
    () => ({ status: 200, body: { items: [] } }),
  );
  const { api } = fixture.open();
  const first = await api.list('pwausers');
  expect(first.ok && first.value).toMatchObject({
    entries: [{ id: entry.id, answers }],
    cursor: 'next',
  });
  const second = await api.list('pwausers', { cursor: 'next' });
  expect(second).toEqual({ ok: true, value: { entries: [], cursor: undefined } });
  expect(fixture.sent.map((it) => it.url)).toEqual([
    'https://api.example/v1/pwausers?limit=25',
    'https://api.example/v1/pwausers?limit=25&cursor=next',
  ]);
});
