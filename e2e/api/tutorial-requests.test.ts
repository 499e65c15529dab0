import { afterAll, beforeAll, expect, test } from 'vitest';
import { tutorialExamples } from '../../verify/tutorials/tutorial-examples.ts';
import { matching } from '../../verify/tutorials/matching-body.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { tableRows } from '../testing/backend/table-rows.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

let backend: TestBackend;
let person: SignedInPerson;

beforeAll(async () => {
  backend = await startTestBackend();
  person = await signInAs(backend.cloud, 'rider@example.com');
});

afterAll(() => backend[Symbol.asyncDispose]());

test.each(tutorialExamples)(
  '%s: the tutorial’s body, sent by a real person, is answered with its keys and stored',
  { tags: 'tutorial-body-stored' },
  async (form, { event, username, answer }) => {
    const response = await person.submit(form, event.body);
    const body = (await response.json()) as Record<string, unknown>;
    expect(response.status).toBe(201);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    const expected = Object.entries(answer).map(([key, it]) => [
      key,
      it === username ? person.username : it,
    ]);
    expect(body).toMatchObject(matching(Object.fromEntries(expected)));
    expect(await tableRows(backend.cloud, body['id'])).toMatchObject([
      { username: person.username, answers: JSON.parse(event.body), createdAt: body['createdAt'] },
    ]);
  },
);

test(
  'the unicorn in the response is the one that is stored, with the pickup location',
  { tags: 'ride-stored' },
  async () => {
    const pickup = { Latitude: -33.8688, Longitude: 151.2093 };
    const response = await person.submit('ride', { PickupLocation: pickup });
    const { id, Unicorn } = (await response.json()) as { id: string; Unicorn: object };
    expect(await tableRows(backend.cloud, id)).toMatchObject([
      { answers: { PickupLocation: pickup }, derived: { Unicorn, Eta: '30 seconds' } },
    ]);
  },
);

test(
  'a forged userId is ignored in the address and refused in the body',
  { tags: 'forged-user-ignored' },
  async () => {
    const forged = await person.submit('items?userId=somebody-else', { title: 'Mine' });
    expect(await forged.json()).toMatchObject({ userId: person.username });
    const stuffed = await person.submit('items', { title: 'Mine', userId: 'somebody-else' });
    expect(stuffed.status).toBe(422);
  },
);

/** How often the function was called: it logs a line each time. */
const calls = () => backend.log.filter((it) => it.includes('"route":')).length;

test(
  'without a token the gateway answers, and the function is not called',
  { tags: 'function-not-called' },
  async () => {
    const before = calls();
    for (const [form, { event }] of tutorialExamples) {
      const { method, body } = { method: event.httpMethod, body: event.body };
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(backend.cloud.apiUrl + form, { method, headers, body });
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({ message: 'Unauthorized' });
    }
    expect(calls()).toBe(before);
    await person.get('pwausers');
    expect(calls()).toBe(before + 1);
  },
);
