import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeConfirmation } from './compose-mails.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { email, longText, number, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { injections } from '#core/testing/injection-attempts.ts';
import { exampleForms } from '#forms/testing/example-forms.ts';

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
  derive: () => ({ suite: 'Blue' }),
  confirmation: {
    subject: 'See you',
    text: ({ id, answers, derived }) =>
      `Dear ${answers.guest},\n\nthe ${derived?.suite} room is yours.\nYour wishes: ${answers.wishes ?? 'none'}\n\n${id}`,
  },
});

const id = '018f3c2e-7b1a-7000-8000-0123456789ab';
const mickey = { guest: 'Mickey', mail: 'stranger@example.com' };

function anEntry(answers: StoredEntry['answers'] = mickey): StoredEntry {
  return {
    id,
    form: 'visit',
    formVersion: 1,
    username: 'ada',
    answers,
    derived: { suite: 'Blue' },
    confirmTo: 'mickey@example.com',
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
}

test('a confirmation has its form’s text, as plain text and as simple HTML', () => {
  expect(composeConfirmation(visit, anEntry())).toEqual({
    kind: 'confirmation',
    to: 'mickey@example.com',
    subject: 'See you',
    text: `Dear Mickey,\n\nthe Blue room is yours.\nYour wishes: none\n\n${id}`,
    html: `<p>Dear Mickey,</p>\n<p>the Blue room is yours.<br>\nYour wishes: none</p>\n<p>${id}</p>`,
  });
});

test('it goes to the account’s own address, and never to a typed one', () => {
  const { confirmTo: _, ...withoutOne } = anEntry();
  expect(composeConfirmation(visit, withoutOne)).toBeUndefined();
  expect(composeConfirmation(visit, anEntry())?.to).toBe('mickey@example.com');
});

test('an invalid address gets no mail', () => {
  for (const confirmTo of ['', 'mickey', 'a@example.com, b@example.com', 'a@b.c\nBcc: d@e.f'])
    expect(composeConfirmation(visit, { ...anEntry(), confirmTo })).toBeUndefined();
});

test('a form that declares nothing sends nothing', () => {
  const { confirmation: _, ...silent } = visit;
  expect(composeConfirmation(silent, anEntry())).toBeUndefined();
});

const lures = [
  'https://evil.example/unlock',
  'evil.example',
  'www.evil.example/prize',
  'http://10.0.0.1/',
  'eve@evil.example',
  'evil\u202e.example',
];

/** An address after defusing: no mail program makes a link of it. */
const link = /[a-z]:\S|\S\.[a-z]|\d\.\d+\.\d+\.\d/i;

test.each(lures)('%j is not a link in the mail or its subject', (lure) => {
  const entry = anEntry({ ...mickey, guest: lure, wishes: `Look: ${lure}!` });
  const mail = composeConfirmation(visit, { ...entry, derived: { suite: lure } });
  expect(mail?.subject).toBe('See you');
  expect(mail?.text).not.toMatch(link);
  expect(mail?.html).not.toMatch(/href|:\/\//);
  expect(mail?.html?.replaceAll(/&#?\w+;/g, '')).not.toMatch(link);
});

const typed = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });

test.each([visit, ...exampleForms])(
  'no subject of a mail about $id depends on what somebody typed',
  (form) => {
    const subjectWith = (text: string) => {
      const answers = Object.fromEntries(Object.keys(form.fields).map((name) => [name, text]));
      const entry = { ...anEntry(answers), form: form.id, formVersion: form.version };
      return composeConfirmation(form, entry)?.subject;
    };
    fc.assert(
      fc.property(typed, (text) => {
        expect(subjectWith(text)).toBe(form.confirmation?.subject);
      }),
    );
  },
);

test('an address made of two answers is not a link either', () => {
  const confirmation = { subject: 'Hello', text: joined };
  const form = { ...visit, confirmation } as Form;
  const mail = composeConfirmation(form, anEntry({ guest: 'evil', wishes: 'example' }));
  expect(mail?.text).not.toMatch(link);
});

function joined({ answers }: { answers: Readonly<Record<string, unknown>> }): string {
  return `Welcome to ${String(answers['guest'])}.${String(answers['wishes'])}`;
}

const ourOwn = () => 'More: https://our.example/help';

test('an address of the form’s own links stays a link', () => {
  const links = ['https://our.example/'];
  const form = { ...visit, confirmation: { subject: 'Hello', text: ourOwn, links } };
  expect(composeConfirmation(form, anEntry())?.text).toBe('More: https://our.example/help');
});

test.each(injections)('%j in a name is harmless in the mail', (nasty) => {
  const mail = composeConfirmation(visit, anEntry({ ...mickey, guest: nasty, wishes: nasty }));
  expect(mail?.to).toBe('mickey@example.com');
  expect(mail?.subject).toBe('See you');
  expect(mail?.text).not.toMatch(/[^\P{Control}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
  const ours = mail?.html?.replaceAll(/<\/?p>|<br>|&(amp|lt|gt|quot|#39);/g, '');
  expect(ours).not.toMatch(/[<>&"']/);
});

test('each line of a mail has the direction of its own characters', () => {
  const mail = composeConfirmation(visit, anEntry({ ...mickey, wishes: 'שלום C++\n-7 <b>' }));
  expect(mail?.html).toContain(
    '<p dir="auto"><bdi>the Blue room is yours.</bdi><br>\n<bdi>Your wishes: שלום C++</bdi><br>\n<bdi>-7 &lt;b&gt;</bdi></p>',
  );
  expect(mail?.html).toContain('<p>Dear Mickey,</p>');
});
