import { randomBytes, randomUUID } from 'node:crypto';
import { pathTo, routes, type RouteName } from '../../../core/api/api-routes.ts';
import type { SignedInPerson } from '../../testing/backend/signed-in-person.ts';

/** An entry that a request is about. */
export type Row = {
  readonly form: string;
  readonly username: string;
  readonly id: string;
  /** A text that only this entry has. */
  readonly canary: string;
};

const json = { 'Content-Type': 'application/json' };
const file = '018f3c2e-7b1a-7000-8000-0123456789ab';
/** There is no webhook, so nothing was sent; and no such comment or invitation. */
const nothing = { webhook: 'none', delivery: 'none', comment: file, invitation: 'none' };

/** What each route needs besides its path. */
const bodies: Partial<Record<RouteName, (row: Row) => object>> = {
  submit: answersOf,
  revise: answersOf,
  release: (row) => ({ entries: [{ username: row.username, id: row.id }] }),
  eraseOnHold: (row) => ({ entries: [{ username: row.username, id: row.id }] }),
  review: () => ({ state: 'approved', version: 1 }),
  comment: () => ({ version: 1, text: 'She called.' }),
  assign: () => ({ to: null }),
  correct: (row) => ({ answers: answersOf(row), reason: 'Misspelt' }),
  shareView: () => ({ id: randomUUID(), name: 'Those of the north', query: 'q=North' }),
  setMember: () => ({ email: 'somebody@example.com', role: 'reader' }),
};

const headers: Partial<Record<RouteName, () => Record<string, string>>> = {
  submit: () => ({ 'Idempotency-Key': randomUUID() }),
  revise: () => ({ 'If-Match': '"1"' }),
  review: () => ({ 'Idempotency-Key': randomUUID() }),
  comment: () => ({ 'Idempotency-Key': randomUUID() }),
  assign: () => ({ 'Idempotency-Key': randomUUID() }),
  correct: () => ({ 'If-Match': '"1"', 'Idempotency-Key': randomUUID() }),
  adopt: () => ({ 'Device-Key': randomBytes(32).toString('base64url') }),
};

const queries: Partial<Record<RouteName, string>> = {
  responses: '?limit=100',
  eraseAll: '?permanent=true',
};

/** Sends the request of a route about an entry. */
export function sendAbout(person: SignedInPerson, name: RouteName, row: Row): Promise<Response> {
  const { form, username, id } = row;
  const path = pathTo(name, { form, username, id, file, ...nothing }) + (queries[name] ?? '');
  const body = bodies[name]?.(row);
  return person.send(routes[name].method, path.slice(1), {
    headers: { ...(body && json), ...headers[name]?.() },
    ...(body && { body: JSON.stringify(body) }),
  });
}

/** Answers that both forms of the test accept, and from which the row is known. */
export function answersOf({ form, canary }: Pick<Row, 'form' | 'canary'>): object {
  return answersByForm[form]?.(canary) ?? {};
}

const answersByForm: Record<string, (canary: string) => object> = {
  pwausers: (fname) => ({ fname, lname: fname.startsWith('South') ? 'South' : 'North' }),
  items: (title) => ({ title }),
};
