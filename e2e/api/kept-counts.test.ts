import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { tableRows } from '../testing/backend/table-rows.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

const mickey = { fname: 'Mickey', lname: 'Mouse' };
let backend: TestBackend;
let person: SignedInPerson;

beforeAll(async () => {
  backend = await startTestBackend();
  person = await signInAs(backend.cloud, 'mickey@example.com');
});

afterAll(() => backend[Symbol.asyncDispose]());

/** The counts of the form by the status of its entries. */
async function statuses() {
  const rows = await tableRows(backend.cloud);
  const parts = rows.filter(({ pk }) => pk === 'counts#pwausers');
  const [counted] = parts.flatMap(({ counts }) => {
    const { statuses: found } = JSON.parse(String(counts)) as { statuses: object };
    return Object.keys(found).length > 0 ? [found] : [];
  });
  return counted;
}

test(
  'entries are counted when they are stored, and again when they are changed',
  { tags: 'counts-kept' },
  async () => {
    const [kept, gone] = [randomUUID(), randomUUID()];
    for (const id of [kept, gone]) {
      const { status } = await person.submit('pwausers', mickey, { 'Idempotency-Key': id });
      expect(status).toBe(201);
    }
    await vi.waitFor(async () => expect(await statuses()).toEqual({ live: 2 }), 10_000);
    await person.send('DELETE', `pwausers/${gone}?permanent=true`);
    await vi.waitFor(async () => expect(await statuses()).toEqual({ live: 1, erased: 1 }), 10_000);
    const rows = await tableRows(backend.cloud);
    const left = rows.find(({ sk }) => sk === `counted#pwausers#${gone}`);
    expect(left?.['counts']).toBe('{"days":{},"fields":{},"statuses":{"erased":1}}');
  },
);
