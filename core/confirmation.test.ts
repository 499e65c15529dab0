import { expect, test } from 'vitest';
import { mailsFor } from './confirmation.ts';
import type { Entry } from './entry.ts';
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
    to: ({ answers }) => answers.mail,
    subject: ({ answers }) => `See you, ${answers.guest}`,
    text: ({ id, answers, derived }) =>
      `Dear ${answers.guest},\n\nthe ${derived?.room} room is yours.\nYour wishes: ${answers.wishes ?? 'none'}\n\n${id}`,
  },
  notify: 'owners',
});

const id = '018f3c2e-7b1a-7000-8000-0123456789ab';
const mickey = { guest: 'Mickey', mail: 'mickey@example.com' };

function anEntry(answers: Entry['answers'] = mickey): Entry {
  return {
    id,
    form: 'visit',
    formVersion: 1,
    username: 'ada',
    answers,
    derived: { room: 'Blue' },
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
      subject: 'See you, Mickey',
      text: `Dear Mickey,\n\nthe Blue room is yours.\nYour wishes: none\n\n${id}`,
      html: `<p>Dear Mickey,</p>\n<p>the Blue room is yours.<br>\nYour wishes: none</p>\n<p>${id}</p>`,
    },
  ]);
});

test('without an address, or with what is none, nobody is written to', () => {
  for (const mail of [undefined, '', 'mickey', 'a@example.com, b@example.com', 'a@b.c\nBcc: d@e.f'])
    expect(mailsFor(visit, anEntry({ ...mickey, mail }))).toEqual([]);
});

test('a form that declares nothing sends nothing', () => {
  const { confirmation: _, notify: __, ...silent } = visit;
  expect(mailsFor(silent, anEntry(), 'owners@example.com')).toEqual([]);
});

test('owners who have an address are told what was answered, under the questions', () => {
  const entry = anEntry({ guest: 'Mickey', people: 2 });
  expect(mailsFor(visit, entry, 'owners@example.com')).toMatchObject([
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
  expect(mailsFor({ ...visit, fields }, entry, 'owners@example.com')).toMatchObject([
    { text: 'How many: 2' },
  ]);
});

test('a subject of nothing is the form’s title, and a long one is cut between characters', () => {
  expect(subjectFor(' \u200b ')).toBe('Announce a visit');
  expect(subjectFor('😀'.repeat(300))).toBe('😀'.repeat(200));
});

function subjectFor(subject: string): string | undefined {
  const confirmation = { to: () => 'a@example.com', subject: () => subject, text: () => 'Hello' };
  return mailsFor({ ...visit, confirmation }, anEntry())[0]?.subject;
}

test.each(injections)('%j in a name and a subject arrives harmless', (nasty) => {
  const [mail] = mailsFor(visit, anEntry({ ...mickey, guest: nasty, wishes: nasty }));
  expect(mail?.to).toBe('mickey@example.com');
  expect(mail?.subject).not.toMatch(
    /[\p{Control}\p{Surrogate}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u,
  );
  expect(mail?.text).not.toMatch(/[^\P{Control}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
  const ours = mail?.html?.replaceAll(/<\/?p>|<br>|&(amp|lt|gt|quot|#39);/g, '');
  expect(ours).not.toMatch(/[<>&"']/);
});
