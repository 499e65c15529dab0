import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badRequests, marker, type BadRequest } from './bad-requests.ts';
import { forgedTokens, poolKey } from './forged-tokens.ts';
import { signInAs, type Person } from './person.ts';
import { storedIn } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let person: Person;
let tokens: ReturnType<typeof forgedTokens>;

beforeAll(async () => {
  world = await openWorld();
  person = await signInAs(world.cloud, 'mickey@example.com');
  tokens = forgedTokens(person, poolKey(world.folder));
  await person.submit('pwausers', { fname: 'Mickey', lname: 'Mouse' });
});

afterAll(() => world[Symbol.asyncDispose]());

test('the table is worth its name', () => {
  expect(badRequests.length).toBeGreaterThan(200);
  expect(new Set(badRequests.map(([what]) => what)).size).toBe(badRequests.length);
});

test.each(badRequests)('%s is answered %i %s', async (_, status, code, bad) => {
  await expectRefusal({ Authorization: person.idToken }, bad, status, code);
});

const kindsOfToken = [
  ['refused', 'Unauthorized'],
  ['expired', 'The incoming token has expired'],
  ['nameless', 'unauthorized'],
] as const;

test.each(kindsOfToken)('every token that is %s is answered 401 %s', async (kind, code) => {
  const forged = Object.entries<string>(tokens[kind]);
  expect(forged.length).toBeGreaterThan(1);
  for (const [what, token] of forged)
    for (const bad of [
      { path: 'pwausers' },
      {
        method: 'POST',
        path: 'pwausers',
        headers: { 'Content-Type': 'application/json' },
        body: `{"fname":"${marker}","lname":"Mouse"}`,
      },
    ])
      await expectRefusal({ Authorization: token }, bad, 401, code, what);
});

test.each([
  ['nowhere', {}, 'pwausers'],
  ['in the address', {}, 'pwausers?Authorization='],
  ['in a cookie', { Cookie: 'Authorization=' }, 'pwausers'],
  ['under another name', { 'X-Authorization': '' }, 'pwausers'],
])('a token %s is none', async (_, headers, path) => {
  const token = person.idToken;
  const moved = Object.entries(headers).map(([name, before]) => [name, before + token]);
  const at = path.endsWith('=') ? path + token : path;
  await expectRefusal(Object.fromEntries(moved), { path: at }, 401, 'Unauthorized');
});

test('none of this made the function fail, or stand in the log', () => {
  const log = world.log.join('\n');
  expect(log).not.toContain(marker);
  expect(log).not.toMatch(/"error"|Task timed out|Malformed Lambda/);
});

async function expectRefusal(
  authorization: Record<string, string>,
  bad: BadRequest,
  status: number,
  code: string,
  what = '',
): Promise<void> {
  const { headers = {}, ...rest } = bad;
  const rowsBefore = await storedIn(world.cloud);
  const answer = await send({ ...rest, headers: { ...authorization, ...headers } });
  const told = JSON.parse(answer.body) as { code?: string; message?: string };
  expect({ status: answer.status, code: told.code ?? told.message }, what).toEqual({
    status,
    code,
  });
  expect(answer.body).not.toContain(marker);
  expect(await storedIn(world.cloud)).toEqual(rowsBefore);
}

/** Past `fetch`, which would put paths and headers right. */
function send({ method = 'GET', path = '', headers = {}, body }: BadRequest) {
  const { hostname, port, pathname } = new URL(world.cloud.apiUrl);
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const sending = request(
      { hostname, port, path: pathname + path, method, headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        );
      },
    );
    sending.on('error', reject);
    sending.end(body);
  });
}
