import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { injections } from '../core/injections.contract.ts';
import { callEngine } from '../local/dynamodb/call.ts';
import { mailsIn, mailsTo } from './inbox.ts';
import { signInAs, type Person } from './person.ts';
import { rowsIn } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let person: Person;
/** How many lines were logged before this test. */
let already: number;

/** Sixty retries are for a provider that is down for an hour; nobody waits for them in a test. */
const retries = 2;

beforeAll(async () => {
  world = await openWorld(({ Type, Properties }) => {
    if (Type === 'AWS::Lambda::EventSourceMapping') Properties['MaximumRetryAttempts'] = retries;
  });
  person = await signInAs(world.cloud, 'author@example.com', ['owners']);
});

beforeEach(() => {
  already = world.log.length;
});

afterEach(() => {
  world.cloud.mailProvider.faults = {};
});

afterAll(() => world[Symbol.asyncDispose]());

/** An address that no other test writes to. */
function newAddress(): string {
  return `${randomUUID().slice(0, 8)}@example.com`;
}

const submit = (email: string | undefined, id: string = randomUUID(), fname = 'Mickey') =>
  person.submit('pwausers', { fname, lname: 'Mouse', email }, { 'Idempotency-Key': id });

async function markerOf(id: string) {
  const sk = `mail#pwausers#${id}`;
  return (await rowsIn(world.cloud)).find((row) => row['sk'] === sk);
}

/** The mail of an entry sent afterwards: when it is there, so is all that was to come before it. */
async function untilLaterMail(): Promise<void> {
  const email = newAddress();
  await submit(email);
  await mailsTo(world.cloud, email);
}

test('a submission is confirmed in the form’s words, and its marker tells neither them nor to whom', async () => {
  const email = newAddress();
  const id = randomUUID();
  expect((await submit(email, id)).status).toBe(201);
  const [mail] = await mailsTo(world.cloud, email);
  expect(mail).toMatchObject({
    from: 'Formstead <onboarding@resend.dev>',
    to: [email],
    subject: 'Thank you for joining, Mickey',
    text: expect.stringContaining('Hello Mickey Mouse,'),
    html: expect.stringContaining('<p>Hello Mickey Mouse,</p>'),
  });
  await untilLaterMail();
  expect(await markerOf(id)).toEqual({
    pk: `user#${person.username}`,
    sk: `mail#pwausers#${id}`,
    state: 'sent',
    at: expect.any(String),
  });
});

test('sending again, revising, withdrawing and restoring send no other mail', async () => {
  const email = newAddress();
  const id = randomUUID();
  await submit(email, id);
  // Nobody is told of what has been withdrawn in the meantime.
  await mailsTo(world.cloud, email);
  expect((await submit(email, id)).status).toBe(200);
  const revised = await person.send('PUT', `pwausers/${id}`, {
    headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
    body: JSON.stringify({ fname: 'Minnie', lname: 'Mouse', email }),
  });
  expect(revised.status).toBe(200);
  expect((await person.send('DELETE', `pwausers/${id}`)).status).toBe(200);
  expect((await person.send('POST', `pwausers/${id}/restore`)).status).toBe(200);
  await untilLaterMail();
  expect(await mailsTo(world.cloud, email)).toHaveLength(1);
});

test('without an address there is no mail and no marker', async () => {
  const id = randomUUID();
  await submit(undefined, id);
  await untilLaterMail();
  expect(await markerOf(id)).toBeUndefined();
});

test('while the provider is down people are answered as ever, and get their mail when it is back', async () => {
  world.cloud.mailProvider.faults = { failing: 1 };
  const email = newAddress();
  const { status, headers } = await submit(email);
  expect(status).toBe(201);
  const line = world.log.find((it) => it.includes(`"${headers.get('x-amzn-RequestId')}"`));
  expect(line).toContain('"writeUnits":2');
  await untilLogged('"outcome":"later","code":"application_error"');
  expect((await mailsIn(world.cloud)).filter((it) => it.to.includes(email))).toEqual([]);
  world.cloud.mailProvider.faults = {};
  expect(await mailsTo(world.cloud, email)).toHaveLength(1);
});

test('what is erased while the provider is down is told to nobody, by itself or by hand', async () => {
  world.cloud.mailProvider.faults = { failing: 1 };
  const email = newAddress();
  const id = randomUUID();
  await submit(email, id);
  await untilLogged('"outcome":"later","code":"application_error"');
  expect((await person.send('DELETE', `pwausers/${id}?permanent=true`)).status).toBe(200);
  world.cloud.mailProvider.faults = {};
  await untilLaterMail();
  await untilLogged('"outcome":"gone"');
  expect(await resend('pwausers', person.username, id)).toContain(`${id}: withdrawn`);
  expect((await mailsIn(world.cloud)).filter((it) => it.to.includes(email))).toEqual([]);
});

test('a submission never waits for the provider', async () => {
  world.cloud.mailProvider.faults = { slow: 2000 };
  const email = newAddress();
  await submit(email);
  expect((await mailsIn(world.cloud)).filter((it) => it.to.includes(email))).toEqual([]);
  expect(await mailsTo(world.cloud, email)).toHaveLength(1);
});

test('a mail whose answer was lost is not sent twice', async () => {
  world.cloud.mailProvider.faults = { losing: 1 };
  const email = newAddress();
  const id = randomUUID();
  await submit(email, id);
  await mailsTo(world.cloud, email);
  await untilLogged('"outcome":"later","code":"no_answer"');
  expect(await markerOf(id)).toMatchObject({ state: 'sending' });
  world.cloud.mailProvider.faults = {};
  await untilLaterMail();
  expect(await markerOf(id)).toMatchObject({ state: 'sent' });
  expect(await mailsTo(world.cloud, email)).toHaveLength(1);
});

test('a refused address is recorded, others get their mail, and a person can have it tried again', async () => {
  const email = newAddress();
  const id = randomUUID();
  world.cloud.mailProvider.faults = { refusing: [email] };
  await submit(email, id);
  await untilLaterMail();
  const refused = { state: 'refused', code: 'validation_error' };
  expect(await markerOf(id)).toMatchObject(refused);
  const one = await person.get(`pwausers/responses?username=${person.username}&id=${id}`);
  expect(await one.json()).toMatchObject({ items: [{ id }], mail: refused });
  expect(world.cloud.queues.all().map((it) => it.counts().visible)).toEqual([0]);
  world.cloud.mailProvider.faults = {};
  expect(await resend('pwausers', person.username, id)).toContain(`${id}: done`);
  expect(await mailsTo(world.cloud, email)).toHaveLength(1);
  expect(await resend('pwausers', person.username, id)).toContain(`${id}: done`);
  expect(await mailsTo(world.cloud, email)).toHaveLength(1);
});

test('a poison record is given up to the queue, the shard moves on, and once mended it is delivered', async () => {
  const email = newAddress();
  const id = randomUUID();
  await putEntry(id, { NULL: true });
  await untilLaterMail();
  await untilLogged('Alarm: Mail was given up.');
  const [message, ...others] = await look();
  expect(others).toEqual([]);
  expect(message).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: retries + 1 },
    DDBStreamBatchInfo: { shardId: expect.any(String), startSequenceNumber: expect.any(String) },
  });
  expect(JSON.stringify(message)).not.toContain(id);

  expect(await resend()).toContain(`${id}: failed again`);
  await putEntry(id, answersTo(email));
  expect(await resend()).toContain(`${id}: done`);
  expect(await mailsTo(world.cloud, email)).toHaveLength(1);
  expect(await look()).toEqual([]);
  await untilLogged('Alarm over: Mail was given up.');
});

test('what breaks headers and pages elsewhere arrives harmless, or is not taken at all', async () => {
  const taken: string[] = [];
  for (const nasty of injections) {
    const email = newAddress();
    const { status } = await submit(email, randomUUID(), nasty);
    expect([201, 422]).toContain(status);
    if (status === 201) taken.push(email);
  }
  for (const email of taken) {
    const [mail] = await mailsTo(world.cloud, email);
    expect(mail?.to).toEqual([email]);
    expect(mail?.subject).toMatch(/^Thank you for joining, [^\p{Control}\u2028\u2029]+$/u);
    expect(mail?.html.replaceAll(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"']/);
  }
  expect(taken.length).toBeGreaterThan(10);
});

test('no line of the log holds an address or a name', () => {
  expect(world.log.join('\n')).not.toMatch(/@example\.com|Mickey|Minnie/);
});

/** Waits for a line of this test's. */
async function untilLogged(words: string): Promise<void> {
  const isSaid = () => world.log.slice(already).some((it) => it.includes(words));
  for (let tries = 0; tries < 300 && !isSaid(); tries += 1) await wait(100);
  if (!isSaid()) throw new Error(`Nobody said ${words}, but: ${world.log.slice(-20).join('\n')}`);
}

/** An entry put into the table past the API, as no API of ours would write it. */
async function putEntry(id: string, answers: object): Promise<void> {
  const [table] = (await callEngine<{ TableNames: string[] }>(engine(), 'ListTables', {}))
    .TableNames;
  await callEngine(engine(), 'PutItem', {
    TableName: table,
    Item: {
      pk: text(`user#${person.username}`),
      sk: text(`entry#pwausers#${id}`),
      id: text(id),
      form: text('pwausers'),
      username: text(person.username),
      formVersion: { N: '1' },
      answers,
    },
  });
}

function text(S: string): object {
  return { S };
}

function answersTo(email: string): object {
  return { M: { fname: { S: 'Mickey' }, lname: { S: 'Mouse' }, email: { S: email } } };
}

function engine(): string {
  return world.cloud.database.engineUrl;
}

/** What is in the dead-letter queue, seen without taking it. */
async function look(): Promise<unknown[]> {
  const [queue] = world.cloud.queues.all();
  const received = (await queue?.receive(10, 0)) ?? [];
  return received.map(({ Body }): unknown => JSON.parse(Body));
}

/** `npm run resend-mail`, against the local cloud as it would be against AWS. */
async function resend(...args: string[]): Promise<string> {
  const env = { ...process.env, AWS_ENDPOINT_URL: world.cloud.awsUrl };
  const run = promisify(execFile)(process.execPath, ['tools/resend-mail.ts', ...args], { env });
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  return stdout;
}
