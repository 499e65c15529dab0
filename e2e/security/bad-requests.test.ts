import { afterAll, beforeAll, expect, test } from 'vitest';
import { badRequests, canary, type BadRequest } from '../testing/attacks/hostile-requests.ts';
import { sendRaw } from '../testing/attacks/send-raw.ts';
import { forgedTokens, poolKey } from '../testing/attacks/forged-tokens.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { storedEntryRows } from '../testing/backend/table-rows.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

let backend: TestBackend;
let person: SignedInPerson;
let tokens: ReturnType<typeof forgedTokens>;

beforeAll(async () => {
  backend = await startTestBackend();
  person = await signInAs(backend.cloud, 'mickey@example.com');
  tokens = forgedTokens(person, poolKey(backend.folder));
  await person.submit('pwausers', { fname: 'Mickey', lname: 'Mouse' });
});

afterAll(() => backend[Symbol.asyncDispose]());

test('the table contains enough attacks of each kind', () => {
  expect(badRequests.length).toBeGreaterThan(200);
  expect(new Set(badRequests.map(([what]) => what)).size).toBe(badRequests.length);
});

test.each(badRequests)('%s is answered %i %s', async (_, status, code, bad) => {
  await expectProblem({ Authorization: person.idToken }, bad, status, code);
});

const tokenKinds = [
  ['refused', 'Unauthorized'],
  ['expired', 'The incoming token has expired'],
  ['nameless', 'unauthorized'],
] as const;

test.each(tokenKinds)('every token that is %s gets 401 %s', async (kind, code) => {
  const forged = Object.entries<string>(tokens[kind]);
  expect(forged.length).toBeGreaterThan(1);
  for (const [what, token] of forged)
    for (const bad of [
      { path: 'pwausers' },
      {
        method: 'POST',
        path: 'pwausers',
        headers: { 'Content-Type': 'application/json' },
        body: `{"fname":"${canary}","lname":"Mouse"}`,
      },
    ])
      await expectProblem({ Authorization: token }, bad, 401, code, what);
});

test.each([
  ['nowhere', {}, 'pwausers'],
  ['in the address', {}, 'pwausers?Authorization='],
  ['in a cookie', { Cookie: 'Authorization=' }, 'pwausers'],
  ['under another name', { 'X-Authorization': '' }, 'pwausers'],
])('a token %s is not accepted', async (_, headers, path) => {
  const token = person.idToken;
  const moved = Object.entries(headers).map(([name, before]) => [name, before + token]);
  const at = path.endsWith('=') ? path + token : path;
  await expectProblem(Object.fromEntries(moved), { path: at }, 401, 'Unauthorized');
});

test('none of this made the function fail or appears in the log', () => {
  const log = backend.log.join('\n');
  expect(log).not.toContain(canary);
  expect(log).not.toMatch(/"error"|Task timed out|Malformed Lambda/);
});

async function expectProblem(
  authorization: Record<string, string>,
  bad: BadRequest,
  status: number,
  code: string,
  what = '',
): Promise<void> {
  const { headers = {}, ...rest } = bad;
  const rowsBefore = await storedEntryRows(backend.cloud);
  const response = await sendRaw(backend.cloud.apiUrl, {
    ...rest,
    headers: { ...authorization, ...headers },
  });
  const problem = JSON.parse(response.body) as { code?: string; message?: string };
  expect({ status: response.status, code: problem.code ?? problem.message }, what).toEqual({
    status,
    code,
  });
  expect(response.body).not.toContain(canary);
  expect(await storedEntryRows(backend.cloud)).toEqual(rowsBefore);
}
