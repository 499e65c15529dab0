import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes, type RouteName } from '../../../core/api/api-routes.ts';
import { signInAs, type SignedInPerson } from '../../testing/backend/signed-in-person.ts';
import { startTestBackend, type TestBackend } from '../../testing/backend/test-backend.ts';
import {
  callers,
  expectedOutcomes,
  expectedSmallCopies,
  type CallerName,
} from './expected-outcomes.ts';
import { rowWithPicture } from './row-with-picture.ts';
import { answersOf, sendAbout, type Row } from './requests.ts';

/** The roles that an owner of all gives in one form. */
const given: Partial<Record<CallerName, object>> = {
  northReader: { role: 'reader', rows: { question: 'lname', values: ['North'] } },
  northReviewer: { role: 'reviewer', rows: { question: 'lname', values: ['North'] } },
  reader: { role: 'reader' },
  reviewer: { role: 'reviewer' },
  owner: { role: 'owner' },
};

const emailOf = (name: CallerName) => `${name}@example.com`;

let backend: TestBackend;
const people = {} as Record<CallerName, SignedInPerson>;
/** Of an author who has no role: in the north, in the south, and in another form. */
let others: readonly [Row, Row, Row];

beforeAll(async () => {
  backend = await startTestBackend();
  for (const name of callers)
    people[name] = await signInAs(
      backend.cloud,
      emailOf(name),
      name === 'ownerOfAll' ? ['owners'] : [],
    );
  for (const [name, role] of Object.entries(given))
    await people.ownerOfAll.send('POST', 'pwausers/members', {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: emailOf(name as CallerName), ...role }),
    });
  const author = await signInAs(backend.cloud, 'author@example.com');
  others = [
    await rowOf(author, 'pwausers', 'North'),
    await rowOf(author, 'pwausers', 'South'),
    await rowOf(author, 'items', 'Elsewhere'),
  ];
});

afterAll(() => backend[Symbol.asyncDispose]());

/** Sends an entry that can be told from all others. */
async function rowOf(author: SignedInPerson, form: string, where: string): Promise<Row> {
  const canary = `${where} ${randomUUID()}`;
  const sent = await author.submit(form, answersOf({ form, canary }));
  const { id } = (await sent.json()) as { id: string };
  return { form, username: author.username, id, canary };
}

const isForAuthors = (name: RouteName) =>
  ['respondent', 'person', 'author'].includes(routes[name].who);

/** The outcome of a route for each of the three rows, as in the table. */
async function outcomesOf(name: RouteName, caller: CallerName): Promise<string> {
  const person = people[caller];
  const [north, south, elsewhere] = others;
  const own = isForAuthors(name) ? await rowOf(person, 'pwausers', 'Own') : north;
  const outcomes: string[] = [];
  for (const row of [own, isForAuthors(name) ? north : south, elsewhere]) {
    if (name === 'restore') await sendAbout(person, 'withdraw', row);
    const response = await sendAbout(person, name, row);
    const sees = (await response.text()).includes(row.canary) ? ' sees' : '';
    outcomes.push(`${response.status}${sees}`);
  }
  return outcomes.join(' | ');
}

const withoutRow = (names: readonly string[]) =>
  names.filter((name) => !Object.hasOwn(expectedOutcomes, name));

test('every route has its row in the table, and a route that is added without one is noticed', () => {
  expect(withoutRow(Object.keys(routes))).toEqual([]);
  expect(withoutRow([...Object.keys(routes), 'planted'])).toEqual(['planted']);
});

// Sending comes after reading, so that a row is nobody else's too; after erasing, a person can send nothing.
test.each(Object.keys(expectedOutcomes) as RouteName[])(
  '%s: who may do it to what',
  async (name) => {
    const found: Partial<Record<CallerName, string>> = {};
    for (const caller of callers) found[caller] = await outcomesOf(name, caller);
    expect(found).toEqual(expectedOutcomes[name]);
  },
);

test('a small copy is opened by exactly those who may see its row', async () => {
  const rows = await Promise.all(
    (['North', 'South', 'Elsewhere'] as const).map((where) => rowWithPicture(backend.cloud, where)),
  );
  const found: Partial<Record<CallerName, string>> = {};
  for (const caller of callers) {
    const outcomes = [];
    for (const { form, username, id, file } of rows) {
      // As its author, whom nobody here is.
      expect(await openSmallCopy(people[caller], `${form}/${id}/files/${file}`)).toBe('404');
      const asResponse = `${form}/responses/${username}/${id}/files/${file}`;
      outcomes.push(await openSmallCopy(people[caller], asResponse));
    }
    found[caller] = outcomes.join(' | ');
  }
  expect(found).toEqual(expectedSmallCopies);
});

/** The status, and whether the address that was returned has the small copy. */
async function openSmallCopy(person: SignedInPerson, path: string): Promise<string> {
  const response = await person.get(`${path}?small=true`);
  const { url } = (await response.json()) as { url?: string };
  const opened = url !== undefined && (await (await fetch(url)).text()) === 'a small copy';
  return `${response.status}${opened ? ' opens' : ''}`;
}
