import type { APIGatewayProxyEvent, DynamoDBRecord } from 'aws-lambda';
import type { Form } from '#core/form/define-form.ts';
import { signupForm } from '#core/testing/signup-form.ts';
import { solvedPuzzle } from '../../tools/testing/solved-puzzle.ts';
import { toAttributes } from '../dynamodb/attribute-values.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import { createTypedAddressMails } from '../mail/typed-address-mails.ts';
import { createVerificationQuota } from '../mail/verification-quota.ts';
import { aProvider, createInMemoryMail } from './in-memory-mail.ts';
import { anEvent, createInMemoryApi } from './in-memory-api.ts';
import { createMemoryInvitations } from './memory-invitations.ts';
import { createMemoryTable } from './memory-table.ts';

/** The function for devices and the mail function, on one table whose stream is passed on by hand. */
export function openDeployment(...more: readonly Form[]) {
  let time = Date.parse('2026-01-01T12:00:00Z');
  const now = () => new Date(time);
  const forms = [signupForm, ...more];
  const formById = (id: string) => forms.find((it) => it.id === id);
  const items = new Map<string, Item>();
  const inserted: Item[] = [];
  const table = recording(createMemoryTable(), items, inserted);
  const links = createMemoryInvitations(now, table);
  const store = createDynamoStore(table);
  const api = createInMemoryApi(now, store, undefined, formById, 'devices', links);
  const { verificationTokens: tokens, verifiedAddresses: verified } = links;
  const { provider, sent } = aProvider();
  const mail = createInMemoryMail({
    provider,
    table,
    formById,
    typedAddressMails: createTypedAddressMails({
      tokens,
      verified,
      app: 'https://forms.example.org',
      now,
    }),
    verifications: createVerificationQuota({
      table,
      tokens,
      mailsPerDay: (form) => formById(form)?.shield?.mailsPerDay,
    }),
  });
  const call = (
    method: string,
    path: string,
    {
      body,
      device = 'a',
      ...headers
    }: { body?: object; device?: string; [name: string]: unknown } = {},
  ) =>
    api({
      ...anEvent({ httpMethod: method, path: `/open${path.split('?')[0]}` }),
      body: body ? JSON.stringify(body) : null,
      queryStringParameters: Object.fromEntries(new URLSearchParams(path.split('?')[1])),
      requestContext: {},
      headers: { 'content-type': 'application/json', 'Device-Key': keyOf(device), ...headers },
    } as unknown as APIGatewayProxyEvent);
  return {
    call,
    tokens,
    sent,
    lines: mail.lines,
    rows: () => JSON.stringify([...items.values()]),
    pass: (seconds: number) => void (time += seconds * 1000),
    /** Fills in a form as the app does, so that nothing is on hold. */
    send: async (
      number: number,
      answers: object,
      { form = 'signup', device = 'a', isSolved = true }: Partial<Sender> = {},
    ) => {
      const id = `019b0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
      const day = now().toISOString().slice(0, 10);
      const shield = isSolved
        ? solvedPuzzle({ form, entry: id, deviceKey: keyOf(device) }, day)
        : '';
      const sentEntry = await call('POST', `/${form}`, {
        body: answers,
        device,
        'Idempotency-Key': id,
        Shield: shield,
      });
      if (sentEntry.statusCode > 201) throw new Error(JSON.stringify(sentEntry.body));
      return id;
    },
    verify: (token: string, form = 'signup') =>
      call('POST', `/${form}/verification`, { body: { token }, device: 'mailbox' }),
    /** What the stream passes on of what was written since. @returns what failed */
    stream: async () => {
      const records = inserted
        .splice(0)
        .filter(({ sk }) => /^(entry|confirm)#/.test(String(sk)))
        .map(toRecord);
      return mail.receiveItems(records);
    },
  };
}

type Sender = { readonly form: string; readonly device: string; readonly isSolved: boolean };

const keyOf = (device: string) => device.padEnd(43, 'k');

/** The token in the link of a mail. */
export function tokenIn(text: string): string {
  return /#verify=(\S+)/.exec(text)?.[1] ?? '';
}

function recording(table: Table, items: Map<string, Item>, inserted: Item[]): Table {
  return {
    ...table,
    async put(item, condition) {
      const key = `${String(item['pk'])} ${String(item['sk'])}`;
      const isNew = !items.has(key);
      const written = await table.put(item, condition);
      if (!written.done) return written;
      items.set(key, item);
      if (isNew) inserted.push(item);
      return written;
    },
    async update(key, changes, condition) {
      const written = await table.update(key, changes, condition);
      items.set(`${key.pk} ${key.sk}`, (await table.get(key)) ?? {});
      return written;
    },
  };
}

function toRecord(item: Item, sequence: number): DynamoDBRecord {
  const NewImage = toAttributes(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  return { eventName: 'INSERT', dynamodb: { NewImage, SequenceNumber: String(sequence) } };
}
