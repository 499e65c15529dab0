import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { brand } from '#brand/brand.ts';
import { injections } from '../../core/testing/injection-attempts.ts';
import { callEngine } from '../../packages/amplify-local/services/dynamodb/call-engine.ts';
import { mailsIn, mailsTo, untilHourHasAMinuteLeft } from '../testing/backend/read-mails.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { tableRows } from '../testing/backend/table-rows.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

let backend: TestBackend;
let owner: SignedInPerson;
/** The number of lines that were logged before this test. */
let loggedBefore: number;

/** Sixty retries are for a provider that is down for an hour; a test cannot wait that long. */
const retries = 2;

beforeAll(async () => {
  backend = await startTestBackend(({ Type, Properties }) => {
    if (Type === 'AWS::Lambda::EventSourceMapping') Properties['MaximumRetryAttempts'] = retries;
  });
  owner = await signInAs(backend.cloud, 'owner@example.com', ['owners']);
});

beforeEach(() => {
  loggedBefore = backend.log.length;
});

afterEach(() => {
  backend.cloud.emailApi.faults = {};
});

afterAll(() => backend[Symbol.asyncDispose]());

/** A new author: an entry's mail goes to its author, so no other test writes to this address. */
async function newAuthor() {
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  return { ...(await signInAs(backend.cloud, email)), email };
}

const submit = (author: SignedInPerson, id: string = randomUUID(), fname = 'Mickey') =>
  author.submit(
    'pwausers',
    { fname, lname: 'Mouse', email: 'stranger@example.com' },
    { 'Idempotency-Key': id },
  );

async function deliveryRecordOf(id: string) {
  const sk = `mail#pwausers#${id}`;
  return (await tableRows(backend.cloud)).find((row) => row['sk'] === sk);
}

/** Waits for the mail of an entry that is submitted now: earlier mails have arrived by then. */
async function untilLaterMail(): Promise<void> {
  const later = await newAuthor();
  await submit(later);
  await mailsTo(backend.cloud, later.email);
}

test(
  'a submission is confirmed to its author alone, and its delivery record contains neither the text nor the address',
  { tags: 'mail-to-author' },
  async () => {
    const author = await newAuthor();
    const id = randomUUID();
    expect((await submit(author, id)).status).toBe(201);
    const [mail] = await mailsTo(backend.cloud, author.email);
    expect(mail).toMatchObject({
      from: `${brand.name} <onboarding@resend.dev>`,
      to: [author.email],
      subject: 'Thank you for joining',
      text: expect.stringContaining('Hello Mickey Mouse,'),
      html: expect.stringContaining('<p>Hello Mickey Mouse,</p>'),
    });
    await untilLaterMail();
    expect(await deliveryRecordOf(id)).toEqual({
      pk: `user#${author.username}`,
      sk: `mail#pwausers#${id}`,
      state: 'sent',
      at: expect.any(String),
    });
  },
);

test(
  'sending again, revising, withdrawing and restoring send no other mail',
  { tags: 'changes-send-no-mail' },
  async () => {
    const author = await newAuthor();
    const id = randomUUID();
    await submit(author, id);
    // No mail for an entry that was withdrawn before.
    await mailsTo(backend.cloud, author.email);
    expect((await submit(author, id)).status).toBe(200);
    const revised = await author.send('PUT', `pwausers/${id}`, {
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
      body: JSON.stringify({ fname: 'Minnie', lname: 'Mouse', email: 'stranger@example.com' }),
    });
    expect(revised.status).toBe(200);
    expect((await author.send('DELETE', `pwausers/${id}`)).status).toBe(200);
    expect((await author.send('POST', `pwausers/${id}/restore`)).status).toBe(200);
    await untilLaterMail();
    expect(await mailsTo(backend.cloud, author.email)).toHaveLength(1);
  },
);

test('whoever submits on and on gets ten mails an hour, and normal responses', async () => {
  const author = await newAuthor();
  await untilHourHasAMinuteLeft();
  const lures = Array.from({ length: 25 }, (_, n) => `https://evil.example/${n} unlock now`);
  for (const lure of lures) expect((await submit(author, randomUUID(), lure)).status).toBe(201);
  await untilLaterMail();
  await untilLogged('"outcome":"withheld"');
  const mails = await mailsTo(backend.cloud, author.email, 10);
  expect(mails).toHaveLength(10);
  for (const { subject, text, html } of mails) {
    expect(subject).toBe('Thank you for joining');
    expect(text + html).not.toMatch(/:\/\/|evil\.\S|href/);
  }
  const rows = (await tableRows(backend.cloud)).filter(
    ({ pk }) => pk === `user#${author.username}`,
  );
  expect(rows.filter(({ state }) => state === 'withheld')).toHaveLength(15);
});

test(
  'while the provider is down people get normal responses, and their mails when it is back',
  { tags: 'mail-provider-down' },
  async () => {
    const author = await newAuthor();
    backend.cloud.emailApi.faults = { failing: 1 };
    const { status, headers } = await submit(author);
    expect(status).toBe(201);
    const line = backend.log.find((it) => it.includes(`"${headers.get('x-amzn-RequestId')}"`));
    expect(line).toContain('"writeUnits":2');
    await untilLogged('"outcome":"later","code":"application_error"');
    expect(await mailsNow(author.email)).toEqual([]);
    backend.cloud.emailApi.faults = {};
    expect(await mailsTo(backend.cloud, author.email)).toHaveLength(1);
  },
);

test('an entry erased while the provider is down is never mailed, automatically or by hand', async () => {
  const author = await newAuthor();
  backend.cloud.emailApi.faults = { failing: 1 };
  const id = randomUUID();
  await submit(author, id);
  await untilLogged('"outcome":"later","code":"application_error"');
  expect((await author.send('DELETE', `pwausers/${id}?permanent=true`)).status).toBe(200);
  backend.cloud.emailApi.faults = {};
  await untilLaterMail();
  await untilLogged('"outcome":"gone"');
  expect(await resend('pwausers', author.username, id)).toContain(`${id}: withdrawn`);
  expect(await mailsNow(author.email)).toEqual([]);
});

test('a submission never waits for the provider', { tags: 'mail-not-awaited' }, async () => {
  const author = await newAuthor();
  backend.cloud.emailApi.faults = { slow: 5000 };
  await submit(author);
  expect(await mailsNow(author.email)).toEqual([]);
  expect(await mailsTo(backend.cloud, author.email)).toHaveLength(1);
});

test('a mail whose response was lost is not sent twice', { tags: 'mail-not-twice' }, async () => {
  const author = await newAuthor();
  backend.cloud.emailApi.faults = { losing: 1 };
  const id = randomUUID();
  await submit(author, id);
  await mailsTo(backend.cloud, author.email);
  await untilLogged('"outcome":"later","code":"no_answer"');
  expect(await deliveryRecordOf(id)).toMatchObject({ state: 'sending' });
  backend.cloud.emailApi.faults = {};
  await untilLaterMail();
  expect(await deliveryRecordOf(id)).toMatchObject({ state: 'sent' });
  expect(await mailsTo(backend.cloud, author.email)).toHaveLength(1);
});

test('a refused address is recorded, others get their mail, and it can be tried again by hand', async () => {
  const author = await newAuthor();
  const id = randomUUID();
  backend.cloud.emailApi.faults = { refusing: [author.email] };
  await submit(author, id);
  await untilLaterMail();
  const refused = { state: 'refused', code: 'validation_error' };
  expect(await deliveryRecordOf(id)).toMatchObject(refused);
  const one = await owner.get(`pwausers/responses?username=${author.username}&id=${id}`);
  expect(await one.json()).toMatchObject({ items: [{ id }], mail: refused });
  expect(backend.cloud.queues.all().map((it) => it.counts().visible)).toEqual([0, 0, 0]);
  backend.cloud.emailApi.faults = {};
  expect(await resend('pwausers', author.username, id)).toContain(`${id}: done`);
  expect(await mailsTo(backend.cloud, author.email)).toHaveLength(1);
  expect(await resend('pwausers', author.username, id)).toContain(`${id}: done`);
  expect(await mailsTo(backend.cloud, author.email)).toHaveLength(1);
});

test('a poison record goes to the dead-letter queue, the shard moves on, and once fixed it is delivered', async () => {
  const author = await newAuthor();
  const id = randomUUID();
  await putEntry(author, id, { NULL: true });
  await untilLaterMail();
  await untilLogged('Alarm: Mail was given up.');
  const [message, ...others] = await undeliveredRecords();
  expect(others).toEqual([]);
  expect(message).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: retries + 1 },
    DDBStreamBatchInfo: { shardId: expect.any(String), startSequenceNumber: expect.any(String) },
  });
  expect(JSON.stringify(message)).not.toContain(id);

  expect(await resend()).toContain(`${id}: failed again`);
  await putEntry(author, id, { M: { fname: text('Mickey'), lname: text('Mouse') } });
  expect(await resend()).toContain(`${id}: done`);
  expect(await mailsTo(backend.cloud, author.email)).toHaveLength(1);
  expect(await undeliveredRecords()).toEqual([]);
  await untilLogged('Alarm over: Mail was given up.');
});

test('texts that try to inject headers or HTML arrive harmless, or are refused', async () => {
  let author = await newAuthor();
  const taken: string[] = [];
  for (const [index, nasty] of injections.entries()) {
    if (index % 8 === 7) author = await newAuthor();
    const { status } = await submit(author, randomUUID(), nasty);
    expect([201, 422]).toContain(status);
    if (status === 201) taken.push(author.email);
  }
  for (const email of new Set(taken)) {
    const count = taken.filter((it) => it === email).length;
    const mails = await mailsTo(backend.cloud, email, count);
    expect(mails).toHaveLength(count);
    for (const mail of mails) {
      expect(mail.to).toEqual([email]);
      expect(mail.subject).toBe('Thank you for joining');
      expect(mail.html.replaceAll(/<\/?p>|<br>/g, '')).not.toMatch(/[<>"']/);
    }
  }
  expect(taken.length).toBeGreaterThan(10);
});

test('no line of the log contains an address or a name', () => {
  expect(backend.log.join('\n')).not.toMatch(/@example\.com|Mickey|Minnie/);
});

/** The mails in the inbox now. */
async function mailsNow(email: string) {
  return (await mailsIn(backend.cloud)).filter((it) => it.to.includes(email));
}

/** Waits for a line that this test logs. */
async function untilLogged(expected: string): Promise<void> {
  const isLogged = () => backend.log.slice(loggedBefore).some((it) => it.includes(expected));
  for (let tries = 0; tries < 300 && !isLogged(); tries += 1) await wait(100);
  if (!isLogged())
    throw new Error(`Nobody said ${expected}, but: ${backend.log.slice(-20).join('\n')}`);
}

/** Writes into the table, without the API, an entry that the API would not write. */
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
  return backend.cloud.database.engineUrl;
}

/** The messages in the dead-letter queue, without removing them. */
async function undeliveredRecords(): Promise<unknown[]> {
  const queue = backend.cloud.queues
    .all()
    .find(({ settings }) => settings.name.includes('UndeliveredMail'));
  const received = (await queue?.receive(10, 0)) ?? [];
  return received.map(({ Body }): unknown => JSON.parse(Body));
}

/** Runs `npm run resend-mail` against the local cloud, the same way as against AWS. */
async function resend(...args: string[]): Promise<string> {
  const env = { ...process.env, AWS_ENDPOINT_URL: backend.cloud.awsUrl };
  const run = promisify(execFile)(process.execPath, ['tools/operate/resend-mail.ts', ...args], {
    env,
  });
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  return stdout;
}
