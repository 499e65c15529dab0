import { expect, test } from 'vitest';
import { mailsFor } from './confirmation.ts';
import type { StoredEntry } from './entries/store.ts';
import { email, longText, number, text } from './fields/index.ts';
import { defineForm, type Form } from './form.ts';
import { injections } from './injections.contract.ts';

const visit: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'Announce a visit',
  action: 'Announce',
  fields: {
    guest: text({ label: 'Name' }),
    mail: email({ label: 'Email address', optional: true }),
    people: number({ label: 'How many', optional: true }),
    wishes: longText({ label: 'Wishes', optional: true }),
  },
  derive: () => ({ room: 'Blue' }),
  confirmation: {
    subject: 'See you',
    text: ({ id, answers, derived }) =>
      `Dear ${answers.guest},\n\nthe ${derived?.room} room is yours.\nYour wishes: ${answers.wishes ?? 'none'}\n\n${id}`,
  },
  notify: 'owners',
});

const { confirmation: _confirmation, ...noticing } = visit;

const id = '018f3c2e-7b1a-7000-8000-0123456789ab';
const mickey = { guest: 'Mickey', mail: 'stranger@example.com' };

function anEntry(answers: StoredEntry['answers'] = mickey): StoredEntry {
  return {
    id,
    form: 'visit',
    formVersion: 1,
    username: 'ada',
    answers,
    derived: { room: 'Blue' },
    confirmTo: 'mickey@example.com',
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
}

test('an entry is confirmed in its form’s words, as plain text and as simple HTML', () => {
  expect(mailsFor(visit, anEntry())).toEqual([
    {
      kind: 'confirmation',
      to: 'mickey@example.com',
      subject: 'See you',
      text: `Dear Mickey,\n\nthe Blue room is yours.\nYour wishes: none\n\n${id}`,
      html: `<p>Dear Mickey,</p>\n<p>the Blue room is yours.<br>\nYour wishes: none</p>\n<p>${id}</p>`,
    },
  ]);
});

test('it goes to the account’s own address, and to none that was typed', () => {
  const { confirmTo: _, ...withoutOne } = anEntry();
  expect(mailsFor(visit, withoutOne)).toEqual([]);
  expect(mailsFor(visit, anEntry()).map(({ to }) => to)).toEqual(['mickey@example.com']);
});

test('what is no address is written to by nobody', () => {
  for (const confirmTo of ['', 'mickey', 'a@example.com, b@example.com', 'a@b.c\nBcc: d@e.f'])
    expect(mailsFor(visit, { ...anEntry(), confirmTo })).toEqual([]);
});

test('a form that declares nothing sends nothing', () => {
  const { confirmation: _, notify: __, ...silent } = visit;
  expect(mailsFor(silent, anEntry(), 'owners@example.com')).toEqual([]);
});

test('owners who have an address are told what was answered, under the questions', () => {
  const entry = anEntry({ guest: 'Mickey', people: 2 });
  expect(mailsFor(noticing, entry, 'owners@example.com')).toMatchObject([
    {
      kind: 'notice',
      to: 'owners@example.com',
      subject: 'Announce a visit: a new response',
      text: 'Name: Mickey\nHow many: 2',
    },
  ]);
});

test('what a form calls sensitive is in no mail to its owners', () => {
  const fields = { ...visit.fields, guest: text({ label: 'Name', sensitive: true }) };
  const entry = anEntry({ guest: 'Mickey', people: 2 });
  expect(mailsFor({ ...noticing, fields }, entry, 'owners@example.com')).toMatchObject([
    { text: 'How many: 2' },
  ]);
});

const lures = [
  'https://evil.example/unlock',
  'evil.example',
  'www.evil.example/prize',
  'http://10.0.0.1/',
  'eve@evil.example',
  'evil\u202e.example',
];

/** An address in words: no program makes a link of it. */
const link = /[a-z]:\S|\S\.[a-z]|\d\.\d+\.\d+\.\d/i;

test.each(lures)('%j is a link in no mail, and in no subject at all', (lure) => {
  const entry = anEntry({ ...mickey, guest: lure, wishes: `Look: ${lure}!` });
  const mails = mailsFor(visit, { ...entry, derived: { room: lure } }, 'owners@example.com');
  expect(mails.map(({ kind }) => kind)).toEqual(['confirmation', 'notice']);
  for (const { subject, text, html } of mails) {
    expect(['See you', 'Announce a visit: a new response']).toContain(subject);
    expect(text).not.toMatch(link);
    expect(html).not.toMatch(/href|:\/\//);
    expect(html?.replaceAll(/&#?\w+;/g, '')).not.toMatch(link);
  }
});

test('an address put together of two answers is no link either', () => {
  const confirmation = { subject: 'Hello', text: joined };
  const form = { ...visit, confirmation } as Form;
  const [mail] = mailsFor(form, anEntry({ guest: 'evil', wishes: 'example' }));
  expect(mail?.text).not.toMatch(link);
});

function joined({ answers }: { answers: Readonly<Record<string, unknown>> }): string {
  return `Welcome to ${String(answers['guest'])}.${String(answers['wishes'])}`;
}

const ourOwn = () => 'More: https://our.example/help';

test('what the form itself links to stays a link', () => {
  const links = ['https://our.example/'];
  const form = { ...visit, confirmation: { subject: 'Hello', text: ourOwn, links } };
  expect(mailsFor(form, anEntry())[0]?.text).toBe('More: https://our.example/help');
});

test.each(injections)('%j in a name arrives harmless', (nasty) => {
  const [mail] = mailsFor(visit, anEntry({ ...mickey, guest: nasty, wishes: nasty }));
  expect(mail?.to).toBe('mickey@example.com');
  expect(mail?.subject).toBe('See you');
  expect(mail?.text).not.toMatch(/[^\P{Control}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
  const ours = mail?.html?.replaceAll(/<\/?p>|<br>|&(amp|lt|gt|quot|#39);/g, '');
  expect(ours).not.toMatch(/[<>&"']/);
});

test('each line of a mail has the direction of its letters', () => {
  const [mail] = mailsFor(visit, anEntry({ ...mickey, wishes: 'שלום C++\n-7 <b>' }));
  expect(mail?.html).toContain(
    '<p dir="auto"><bdi>the Blue room is yours.</bdi><br>\n<bdi>Your wishes: שלום C++</bdi><br>\n<bdi>-7 &lt;b&gt;</bdi></p>',
  );
  expect(mail?.html).toContain('<p>Dear Mickey,</p>');
});
