import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { Form } from '#core/form/define-form.ts';
import { invitedForm } from '#core/testing/invited-form.ts';
import { toAttributes } from '../dynamodb/attribute-values.ts';
import type { Item } from '../entries/dynamo-table.ts';
import { aProvider, createInMemoryMail } from '../testing/in-memory-mail.ts';
import { createMemoryInvitations } from '../testing/memory-invitations.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createLinkMails } from './link-mails.ts';
import type { SendResult } from './mail-provider.ts';

const now = () => new Date('2026-01-01T12:00:00Z');

const ada = {
  form: 'reunion',
  id: 'adaadaadaadaada1',
  expires: Date.parse('2026-02-01T12:00:00Z') / 1000,
  values: {},
  position: '019b0000-0000-7000-8000-00000000000a#000',
  email: 'ada@example.com',
  madeAt: now().toISOString(),
};

/** The mail function, and what owners have asked it for. */
function mailFunction(form: Form = invitedForm, ...results: SendResult[]) {
  const items: Item[] = [];
  const table = createMemoryTable();
  const recording = {
    ...table,
    async put(...put: Parameters<typeof table.put>) {
      const written = await table.put(...put);
      if (written.done) items.push(put[0]);
      return written;
    },
  };
  const { tokens, invitations } = createMemoryInvitations(now, recording);
  const { provider, sent } = aProvider(...results);
  const formById = (id: string) => (id === form.id ? form : undefined);
  const linkMails = createLinkMails({ table, tokens, provider, formById, now });
  const mail = createInMemoryMail({ provider, linkMails });
  return {
    table,
    tokens,
    sent,
    lines: mail.lines,
    ask: async (invited = ada) => {
      await invitations.add(invited);
      const at = now().toISOString();
      return invitations.askForMail(invited, {
        app: 'https://forms.example.org',
        at,
        mostADay: 2,
      });
    },
    /** The stream passes on what was written. */
    receive: () =>
      mail.receiveItems(
        items
          .filter(({ sk }) => String(sk).startsWith('invite-mail#'))
          .map((item, n) => toRecord(item, n)),
      ),
  };
}

function toRecord(item: Item, sequence: number): DynamoDBRecord {
  const NewImage = toAttributes(item) as NonNullable<DynamoDBRecord['dynamodb']>['NewImage'];
  return { eventName: 'INSERT', dynamodb: { NewImage, SequenceNumber: String(sequence) } };
}

test('a mail has the link, a fixed subject and nothing that anybody typed', async () => {
  const { ask, receive, sent, tokens, lines } = mailFunction();
  expect(await ask()).toBe('requested');
  expect(await receive()).toEqual([]);
  const token = await tokens.make(ada);
  expect(sent).toMatchObject([
    { mail: { to: 'ada@example.com', subject: 'You are invited: Reunion' } },
  ]);
  expect(sent[0]?.mail.text).toContain(`\n\nhttps://forms.example.org/reunion#invite=${token}\n\n`);
  expect(sent[0]?.mail.text).toContain('until 2026-02-01, 12:00 UTC');
  expect(lines.join()).not.toMatch(/ada@|invite=/);
  expect(lines.join()).not.toContain(token);
});

test('a record that comes again has the key of the first, by which the provider knows it', async () => {
  const { ask, receive, sent } = mailFunction(undefined, { is: 'later', code: 'http_500' });
  await ask();
  await receive();
  await receive();
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  expect(sent.length).toBeGreaterThan(1);
});

test('nobody who has answered meanwhile is reminded', async () => {
  const { ask, receive, sent, table } = mailFunction();
  await ask();
  await table.put({ pk: `user#invited#${ada.id}`, sk: 'seats#reunion', taken: 1 });
  await receive();
  expect(sent).toEqual([]);
});

test('a form that is not for the invited any more, and one that is gone, send nothing', async () => {
  for (const form of [
    { ...invitedForm, access: 'anyone' as const },
    { ...invitedForm, id: 'other' },
  ]) {
    const { ask, receive, sent } = mailFunction(form);
    await ask();
    await receive();
    expect(sent).toEqual([]);
  }
});

test('an address that a line break was typed into gets no mail', async () => {
  const { ask, receive, sent, lines } = mailFunction();
  await ask({ ...ada, email: 'ada@example.com\nBcc: all@example.com' });
  expect(await receive()).toEqual([]);
  expect(sent).toEqual([]);
  expect(lines.join()).toContain('no_address');
});

test('a day has only so many', async () => {
  const { ask } = mailFunction();
  const results: string[] = [];
  for (const n of [0, 1, 2]) results.push(await ask({ ...ada, position: `${ada.position}${n}` }));
  expect(results).toEqual(['requested', 'requested', 'enough']);
});
