import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { injections } from '../core/injections.contract.ts';
import { callEngine } from '../local/dynamodb/call.ts';
import { mailsIn, mailsTo, untilHourLasts } from './inbox.ts';
import { signInAs, type Person } from './person.ts';
import { rowsIn } from './rows.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let owner: Person;
/** How many lines were logged before this test. */
let already: number;

/** Sixty retries are for a provider that is down for an hour; nobody waits for them in a test. */
const retries = 2;

beforeAll(async () => {
  world = await openWorld(({ Type, Properties }) => {
    if (Type === 'AWS::Lambda::EventSourceMapping') Properties['MaximumRetryAttempts'] = retries;
  });
  owner = await signInAs(world.cloud, 'owner@example.com', ['owners']);
});

beforeEach(() => {
  already = world.log.length;
});

afterEach(() => {
  world.cloud.mailProvider.faults = {};
});

afterAll(() => world[Symbol.asyncDispose]());

/** Somebody whom no other test writes to: an entry's mail goes to its author. */
async function somebody() {
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  return { ...(await signInAs(world.cloud, email)), email };
}

const submit = (author: Person, id: string = randomUUID(), fname = 'Mickey') =>
  author.submit(
    'pwausers',
    { fname, lname: 'Mouse', email: 'stranger@example.com' },
    { 'Idempotency-Key': id },
  );

async function markerOf(id: string) {
  const sk = `mail#pwausers#${id}`;
  return (await rowsIn(world.cloud)).find((row) => row['sk'] === sk);
}

/** The mail of an entry sent afterwards: when it is there, so is all that was to come before it. */
async function untilLaterMail(): Promise<void> {
  const later = await somebody();
  await submit(later);
  await mailsTo(world.cloud, later.email);
}

test('a submission is confirmed to its author alone, and its marker tells neither the words nor to whom', async () => {
  const author = await somebody();
  const id = randomUUID();
  expect((await submit(author, id)).status).toBe(201);
  const [mail] = await mailsTo(world.cloud, author.email);
  expect(mail).toMatchObject({
    from: 'Formstead <onboarding@resend.dev>',
    to: [author.email],
    subject: 'Thank you for joining',
    text: expect.stringContaining('Hello Mickey Mouse,'),
    html: expect.stringContaining('<p>Hello Mickey Mouse,</p>'),
  });
  await untilLaterMail();
  expect(await markerOf(id)).toEqual({
    pk: `user#${author.username}`,
    sk: `mail#pwausers#${id}`,
    state: 'sent',
    at: expect.any(String),
  });
});

test('sending again, revising, withdrawing and restoring send no other mail', async () => {
  const author = await somebody();
  const id = randomUUID();
  await submit(author, id);
  // Nobody is told of what has been withdrawn in the meantime.
  await mailsTo(world.cloud, author.email);
  expect((await submit(author, id)).status).toBe(200);
  const revised = await author.send('PUT', `pwausers/${id}`, {
    headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
    body: JSON.stringify({ fname: 'Minnie', lname: 'Mouse', email: 'stranger@example.com' }),
  });
  expect(revised.status).toBe(200);
  expect((await author.send('DELETE', `pwausers/${id}`)).status).toBe(200);
  expect((await author.send('POST', `pwausers/${id}/restore`)).status).toBe(200);
  await untilLaterMail();
  expect(await mailsTo(world.cloud, author.email)).toHaveLength(1);
});

test('who sends on and on is written to ten times in the hour, and is answered as ever', async () => {
  const author = await somebody();
  await untilHourLasts();
  const lures = Array.from({ length: 25 }, (_, n) => `https://evil.example/${n} unlock now`);
  for (const lure of lures) expect((await submit(author, randomUUID(), lure)).status).toBe(201);
  await untilLaterMail();
  await untilLogged('"outcome":"withheld"');
  const mails = await mailsTo(world.cloud, author.email, 10);
  expect(mails).toHaveLength(10);
  for (const { subject, text, html } of mails) {
    expect(subject).toBe('Thank you for joining');
    expect(text + html).not.toMatch(/:\/\/|evil\.\S|href/);
  }
  const rows = (await rowsIn(world.cloud)).filter(({ pk }) => pk === `user#${author.username}`);
  expect(rows.filter(({ state }) => state === 'withheld')).toHaveLength(15);
});

test('while the provider is down people are answered as ever, and get their mail when it is back', async () => {
  const author = await somebody();
  world.cloud.mailProvider.faults = { failing: 1 };
  const { status, headers } = await submit(author);
  expect(status).toBe(201);
  const line = world.log.find((it) => it.includes(`"${headers.get('x-amzn-RequestId')}"`));
  expect(line).toContain('"writeUnits":2');
  await untilLogged('"outcome":"later","code":"application_error"');
  expect(await mailsNow(author.email)).toEqual([]);
  world.cloud.mailProvider.faults = {};
  expect(await mailsTo(world.cloud, author.email)).toHaveLength(1);
});

test('what is erased while the provider is down is told to nobody, by itself or by hand', async () => {
  const author = await somebody();
  world.cloud.mailProvider.faults = { failing: 1 };
  const id = randomUUID();
  await submit(author, id);
  await untilLogged('"outcome":"later","code":"application_error"');
  expect((await author.send('DELETE', `pwausers/${id}?permanent=true`)).status).toBe(200);
  world.cloud.mailProvider.faults = {};
  await untilLaterMail();
  await untilLogged('"outcome":"gone"');
  expect(await resend('pwausers', author.username, id)).toContain(`${id}: withdrawn`);
  expect(await mailsNow(author.email)).toEqual([]);
});

test('a submission never waits for the provider', async () => {
  const author = await somebody();
  world.cloud.mailProvider.faults = { slow: 2000 };
  await submit(author);
  expect(await mailsNow(author.email)).toEqual([]);
  expect(await mailsTo(world.cloud, author.email)).toHaveLength(1);
});

test('a mail whose answer was lost is not sent twice', async () => {
  const author = await somebody();
  world.cloud.mailProvider.faults = { losing: 1 };
  const id = randomUUID();
  await submit(author, id);
  await mailsTo(world.cloud, author.email);
  await untilLogged('"outcome":"later","code":"no_answer"');
  expect(await markerOf(id)).toMatchObject({ state: 'sending' });
  world.cloud.mailProvider.faults = {};
  await untilLaterMail();
  expect(await markerOf(id)).toMatchObject({ state: 'sent' });
  expect(await mailsTo(world.cloud, author.email)).toHaveLength(1);
});

test('a refused address is recorded, others get their mail, and a person can have it tried again', async () => {
  const author = await somebody();
  const id = randomUUID();
  world.cloud.mailProvider.faults = { refusing: [author.email] };
  await submit(author, id);
  await untilLaterMail();
  const refused = { state: 'refused', code: 'validation_error' };
  expect(await markerOf(id)).toMatchObject(refused);
  const one = await owner.get(`pwausers/responses?username=${author.username}&id=${id}`);
  expect(await one.json()).toMatchObject({ items: [{ id }], mail: refused });
  expect(world.cloud.queues.all().map((it) => it.counts().visible)).toEqual([0]);
  world.cloud.mailProvider.faults = {};
  expect(await resend('pwausers', author.username, id)).toContain(`${id}: done`);
  expect(await mailsTo(world.cloud, author.email)).toHaveLength(1);
  expect(await resend('pwausers', author.username, id)).toContain(`${id}: done`);
  expect(await mailsTo(world.cloud, author.email)).toHaveLength(1);
});

test('a poison record is given up to the queue, the shard moves on, and once mended it is delivered', async () => {
  const author = await somebody();
  const id = randomUUID();
  await putEntry(author, id, { NULL: true });
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
  await putEntry(author, id, { M: { fname: text('Mickey'), lname: text('Mouse') } });
  expect(await resend()).toContain(`${id}: done`);
  expect(await mailsTo(world.cloud, author.email)).toHaveLength(1);
  expect(await look()).toEqual([]);
  await untilLogged('Alarm over: Mail was given up.');
});

test('what breaks headers and pages elsewhere arrives harmless, or is not taken at all', async () => {
  let author = await somebody();
  const taken: string[] = [];
  for (const [index, nasty] of injections.entries()) {
    if (index % 8 === 7) author = await somebody();
    const { status } = await submit(author, randomUUID(), nasty);
    expect([201, 422]).toContain(status);
    if (status === 201) taken.push(author.email);
  }
  for (const email of new Set(taken)) {
    const count = taken.filter((it) => it === email).length;
    const mails = await mailsTo(world.cloud, email, count);
    expect(mails).toHaveLength(count);
    for (const mail of mails) {
      expect(mail.to).toEqual([email]);
      expect(mail.subject).toBe('Thank you for joining');
      expect(mail.html.replaceAll(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"']/);
    }
  }
  expect(taken.length).toBeGreaterThan(10);
});

test('no line of the log holds an address or a name', () => {
  expect(world.log.join('\n')).not.toMatch(/@example\.com|Mickey|Minnie/);
});

/** What is in the inbox by now. */
async function mailsNow(email: string) {
  return (await mailsIn(world.cloud)).filter((it) => it.to.includes(email));
}

/** Waits for a line of this test's. */
async function untilLogged(words: string): Promise<void> {
  const isSaid = () => world.log.slice(already).some((it) => it.includes(words));
  for (let tries = 0; tries < 300 && !isSaid(); tries += 1) await wait(100);
  if (!isSaid()) throw new Error(`Nobody said ${words}, but: ${world.log.slice(-20).join('\n')}`);
}

/** An entry put into the table past the API, as no API of ours would write it. */
async function putEntry(
  author: { readonly username: string; readonly email: string },
  id: string,
  answers: object,
): Promise<void> {
  const [table] = (await callEngine<{ TableNames: string[] }>(engine(), 'ListTables', {}))
    .TableNames;
  await callEngine(engine(), 'PutItem', {
    TableName: table,
    Item: {
      pk: text(`user#${author.username}`),
      sk: text(`entry#pwausers#${id}`),
      id: text(id),
      form: text('pwausers'),
      username: text(author.username),
      confirmTo: text(author.email),
      createdAt: text(new Date().toISOString()),
      formVersion: { N: '1' },
      answers,
    },
  });
}

function text(S: string): object {
  return { S };
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
