import { randomBytes, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import type { EntryStore } from '#core/entries/store/entry-store.ts';
import { email, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import type { FormFunction } from '#core/form/form-functions.ts';
import { toAttributes } from '../dynamodb/attribute-values.ts';
import { toItem } from '../entries/entry-item.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { sendMails as handleMail } from '../mail/send-mails.ts';
import { createDeliveryRecords } from '../mail/delivery-records.ts';
import { createQuota } from '../mail/mail-quota.ts';
import { createNoticeQuota } from '../mail/notice-quota.ts';
import { createNotices } from '../mail/owner-notices.ts';
import {
  aProvider,
  aRecord,
  anEntry,
  noLinkMails,
  noNotices,
  noReviewMails,
  noTypedAddressMails,
  noVerifications,
} from '../testing/in-memory-mail.ts';
import { digest } from '../digest.ts';
import { handleRequest } from './handle-request.ts';
import { createMemoryInvitations } from '../testing/memory-invitations.ts';

/** Mistakes that a form's author may make. `secret` is an answer. */
type Run = (...given: never[]) => unknown;
const secret = 'Unmistakable';
const circle: { self?: unknown } = {};
circle.self = circle;
const nested = (levels: number): unknown => (levels === 0 ? 1 : { in: nested(levels - 1) });

const mistakes: Record<string, Run> = {
  'throws what quotes an answer': () => {
    throw Object.assign(new TypeError(secret), { name: secret });
  },
  'throws no error': () => {
    throw secret;
  },
  'is asynchronous, and fails': async () => {
    throw new Error(secret);
  },
  'answers nothing': () => undefined,
  'answers null': () => null,
  'answers a number': () => 7,
  'answers a text': () => 'text',
  'answers a list': () => [undefined],
  'answers a function': () => () => 1,
  'answers a symbol': () => Symbol(secret),
  'answers a number of another kind': () => ({ count: 1n }),
  'answers what is not defined inside': () => ({ region: undefined, list: [undefined] }),
  'answers no number': () => ({ a: Number.NaN, b: Infinity }),
  'answers a number that no table holds': () => ({ a: 1e300 }),
  'answers a number next to nothing': () => ({ a: 1e-300 }),
  'answers a date': () => ({ at: new Date(0) }),
  'answers in circles': () => circle,
  'answers at length': () => ({ all: 'x'.repeat(500_000) }),
  'answers deep down': () => nested(40),
  'answers with the entry’s own names': () => ({ id: 'mine', version: 9, answers: 'none' }),
  'changes what it is given': (...given) => {
    for (const it of given as object[])
      for (const key of Object.keys(it)) Reflect.deleteProperty(it, key);
    return { done: true };
  },
};

const fields = {
  name: text({ label: 'Name' }),
  mail: email({ label: 'Email', optional: true }),
};
const healthy: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Announce',
  fields,
  notify: { to: 'owners', newEntry: true },
  confirmation: { subject: 'Hello', text: () => 'Hello' },
});
const confirmed = healthy.confirmation as NonNullable<Form['confirmation']>;

/** Puts a mistake into each of a form's functions. A function without a row here does not compile. */
const faulty: { readonly [Name in FormFunction]: (run: Run) => Partial<Form> } = {
  migrate: (run) => ({ version: 2, migrate: run }),
  derive: (run) => ({ derive: run }),
  receipt: (run) => ({ receipt: run as never }),
  thanks: (run) => ({ thanks: run as never }),
  'notify.newEntry.when': (run) => ({
    notify: { to: 'owners', newEntry: { when: run as never } },
  }),
  'confirmation.text': (text) => ({ confirmation: { ...confirmed, text: text as never } }),
};

const now = () => new Date(0);
const names = Object.keys(faulty) as FormFunction[];
const cases = names.flatMap((name) => Object.keys(mistakes).map((how) => [name, how] as const));

function formWith(name: FormFunction, how: string): Form {
  return defineForm({ ...healthy, ...faulty[name](mistakes[how] ?? (() => undefined)) });
}

test.each(cases)(
  'when %s %s, entries are still stored, returned and changed',
  async (name, how) => {
    const { as, call, lines } = createOneFormApi();
    const [before, key] = [
      '019a0000-0000-7000-8000-000000000001',
      '019a0000-0000-7000-8000-000000000002',
    ];
    expect((await call('POST', '/visit', { key: before })).statusCode).toBe(201);
    as(formWith(name, how));
    const path = `/visit/${key}`;
    const revised = { key: randomUUID(), version: 1, body: { name: 'Minnie' } };
    const statuses = [
      await call('POST', '/visit', { key }),
      await call('POST', '/visit', { key }),
      await call('GET', '/visit'),
      await call('GET', path),
      await call('GET', `/visit/${before}`),
      await call('GET', '/visit/responses'),
      await call('GET', '/visit/summary'),
      await call('PUT', path, revised),
      await call('PUT', path, { ...revised, key: randomUUID() }),
      await call('DELETE', path),
      await call('GET', '/visit', { query: { withdrawn: 'true' } }),
      await call('POST', `${path}/restore`),
    ].map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([201, 200, 200, 200, 200, 200, 200, 200, 412, 200, 200, 200]);
    const { items } = JSON.parse((await call('GET', '/visit')).body) as { items: object[] };
    expect(items).toMatchObject([
      { id: key, answers: { name: 'Minnie' }, version: 4 },
      { id: before, answers: { name: secret }, version: 1 },
    ]);
    expect(lines.join('\n')).not.toContain(secret);
  },
);

test.each(names.filter((it) => it === 'derive' || it === 'receipt' || it === 'migrate'))(
  'a %s that fails is in the log, by its name and how it failed',
  async (name) => {
    const { as, call, lines } = createOneFormApi();
    await call('POST', '/visit');
    as(formWith(name, 'throws what quotes an answer'));
    await call('POST', '/visit');
    await call('GET', '/visit');
    expect(lines.join('\n')).toContain(`"faults":{"${name}: TypeError":`);
    expect(lines.join('\n')).not.toContain(secret);
  },
);

test.each(cases)('when %s %s, other mail is still sent', async (name, how) => {
  const { provider, sent } = aProvider();
  const lines: string[] = [];
  const table = createMemoryTable();
  const form = formWith(name, how);
  const answers = { name: secret, mail: 'mickey@example.com' };
  const other = {
    ...anEntry(2),
    form: 'other',
    answers: { ...answers, mail: 'mickey2@example.com' },
  };
  const records = [aRecord({ ...anEntry(1), form: 'visit', answers }, 1), aRecord(other, 2)];
  const deps = {
    backend: 'formstead-test',
    deliveryRecords: createDeliveryRecords({ table, now }),
    findLiveEntry: async () => anEntry(1),
    quota: createQuota({
      table,
      verifications: noVerifications,
      notices: createNoticeQuota({ table, now }),
    }),
    linkMails: noLinkMails,
    typedAddressMails: noTypedAddressMails,
    reviewMails: noReviewMails,
    notices: createNotices({
      recipientsOf: async () => ['owners@example.com'],
      app: 'https://forms.example.org',
    }),
    provider,
    formIds: [],
    formById: (id: string) =>
      id === 'visit' ? form : { ...healthy, id, notify: undefined as never },
    now,
    random: () => 0,
    sleep: async () => undefined,
    log: (line: string) => void lines.push(line),
  };
  const left = await handleMail(deps, { Records: records }, () => 120_000);
  expect(left).toEqual({ batchItemFailures: [] });
  const addresses = sent.map(({ mail }) => mail.to);
  const isNoticeFaulty = name === 'notify.newEntry.when';
  expect(addresses.includes('owners@example.com')).toBe(!isNoticeFaulty);
  expect(addresses).toContain('mickey2@example.com');
  expect(lines.join('\n')).not.toContain(secret);
});

test('a confirmation whose function fails is recorded as refused, and can be sent once the form is fixed', async () => {
  const { provider, sent } = aProvider();
  const table = createMemoryTable();
  let form = formWith('confirmation.text', 'throws what quotes an answer');
  const entry = { ...anEntry(1), form: 'visit', answers: { name: 'Ada' } };
  const deps = {
    backend: 'formstead-test',
    deliveryRecords: createDeliveryRecords({ table, now }),
    findLiveEntry: async () => anEntry(1),
    quota: createQuota({
      table,
      verifications: noVerifications,
      notices: createNoticeQuota({ table, now }),
    }),
    linkMails: noLinkMails,
    typedAddressMails: noTypedAddressMails,
    reviewMails: noReviewMails,
    notices: noNotices,
    provider,
    formIds: [],
    formById: () => form,
    now,
    random: () => 0,
    sleep: async () => undefined,
    log: () => undefined,
  };
  const event = { Records: [aRecord(entry, 1)] };
  await handleMail(deps, event, () => 120_000);
  const key = { pk: 'user#ada', sk: `mail#visit#${entry.id}` };
  expect(await table.get(key)).toMatchObject({ state: 'refused', code: 'form_failed' });
  form = healthy;
  await handleMail(deps, { ...event, again: true }, () => 120_000);
  expect(sent.map(({ mail }) => mail.to)).toEqual(['mickey1@example.com']);
  expect(await table.get(key)).toMatchObject({ state: 'sent' });
});

/** The API with one form, which can be replaced by another version. */
function createOneFormApi() {
  let form = healthy;
  const lines: string[] = [];
  const store = createMemoryStore();
  /** Applies DynamoDB's limits, which the in-memory store does not have. */
  const strict: EntryStore = {
    ...store,
    insert(entry) {
      if (JSON.stringify(toAttributes(toItem(entry))).length > 400_000)
        throw new RangeError('400 KB');
      return store.insert(entry);
    },
  };
  const deps = {
    backend: 'formstead-test',
    openStore: () => strict,
    openPeople: () => createMemoryInvitations(),
    files: createMemoryFileStore(),
    scansFiles: false,
    formIds: [],
    formById: (id: string) => (id === form.id ? form : undefined),
    now: () => new Date('2026-01-01T12:00:00Z'),
    serves: 'accounts' as const,
    random: () => 0,
    randomBytes,
    digest,
    log: (line: string) => void lines.push(line),
  };
  type More = {
    readonly key?: string;
    readonly version?: number;
    readonly body?: object;
    readonly query?: Record<string, string>;
  };
  const call = (httpMethod: string, path: string, more: More = {}) => {
    const { key = randomUUID(), version, body = { name: secret }, query } = more;
    const event = {
      httpMethod,
      path,
      headers: {
        'content-type': 'application/json',
        'Idempotency-Key': key,
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      queryStringParameters: query ?? null,
      requestContext: {
        requestId: 'r',
        authorizer: { claims: { 'cognito:username': 'ada', 'cognito:groups': 'owners' } },
      },
      body: httpMethod === 'GET' ? null : JSON.stringify(body),
    };
    return handleRequest(deps, event as unknown as APIGatewayProxyEvent, 'r');
  };
  return { as: (it: Form) => void (form = it), call, lines };
}
