import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeMails } from './compose-mails.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { email, longText, number, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { injections } from '#core/testing/injection-attempts.ts';
import { exampleForms } from '#forms/testing/example-forms.ts';
import { waterForm } from '#core/testing/water-form.ts';

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
    derived: { suite: 'Blue' },
    confirmTo: 'mickey@example.com',
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
}

test('a confirmation has its form’s text, as plain text and as simple HTML', () => {
  expect(composeMails(visit, anEntry())).toEqual([
    {
      kind: 'confirmation',
      to: 'mickey@example.com',
      subject: 'See you',
      text: `Dear Mickey,\n\nthe Blue room is yours.\nYour wishes: none\n\n${id}`,
      html: `<p>Dear Mickey,</p>\n<p>the Blue room is yours.<br>\nYour wishes: none</p>\n<p>${id}</p>`,
    },
  ]);
});

test('it goes to the account’s own address, and never to a typed one', () => {
  const { confirmTo: _, ...withoutOne } = anEntry();
  expect(composeMails(visit, withoutOne)).toEqual([]);
  expect(composeMails(visit, anEntry()).map(({ to }) => to)).toEqual(['mickey@example.com']);
});

test('an invalid address gets no mail', () => {
  for (const confirmTo of ['', 'mickey', 'a@example.com, b@example.com', 'a@b.c\nBcc: d@e.f'])
    expect(composeMails(visit, { ...anEntry(), confirmTo })).toEqual([]);
});

test('a form that declares nothing sends nothing', () => {
  const { confirmation: _, notify: __, ...silent } = visit;
  expect(composeMails(silent, anEntry(), 'owners@example.com')).toEqual([]);
});

test('a notice to owners contains the answers with their questions', () => {
  const entry = anEntry({ guest: 'Mickey', people: 2 });
  expect(composeMails(noticing, entry, 'owners@example.com')).toMatchObject([
    {
      kind: 'notice',
      to: 'owners@example.com',
      subject: 'New response: Announce a visit',
      text: 'Name: Mickey\nHow many: 2',
    },
  ]);
});

test('sensitive answers are in no mail to owners', () => {
  const fields = { ...visit.fields, guest: text({ label: 'Name', sensitive: true }) };
  const entry = anEntry({ guest: 'Mickey', people: 2 });
  expect(composeMails({ ...noticing, fields }, entry, 'owners@example.com')).toMatchObject([
    { text: 'How many: 2' },
  ]);
});

test('a value calculated from answers of which one is sensitive is in no mail to owners', () => {
  const calculated = {
    calculate: { size: ({ people }: { readonly people?: number }) => people },
    calculatedLabels: { size: 'Size' },
  };
  const textWith = (form: object) => {
    const entry = anEntry({ guest: 'Mickey', people: 2, size: 2 });
    const [mail] = composeMails(
      { ...noticing, ...calculated, ...form },
      entry,
      'owners@example.com',
    );
    return mail?.text?.split('\n');
  };
  expect(textWith({})).toEqual(expect.arrayContaining(['Name: Mickey', 'Size: 2']));
  const fields = { ...visit.fields, guest: text({ label: 'Name', sensitive: true }) };
  expect(textWith({ fields })).toContain('How many: 2');
  expect(textWith({ fields })).not.toContain('Size: 2');
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

test.each(lures)('%j is not a link in any mail or subject', (lure) => {
  const entry = anEntry({ ...mickey, guest: lure, wishes: `Look: ${lure}!` });
  const mails = composeMails(visit, { ...entry, derived: { suite: lure } }, 'owners@example.com');
  expect(mails.map(({ kind }) => kind)).toEqual(['confirmation', 'notice']);
  for (const { subject, text, html } of mails) {
    expect(['See you', 'New response: Announce a visit']).toContain(subject);
    expect(text).not.toMatch(link);
    expect(html).not.toMatch(/href|:\/\//);
    expect(html?.replaceAll(/&#?\w+;/g, '')).not.toMatch(link);
  }
});

const typed = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });

test.each([visit, ...exampleForms])(
  'no subject of a mail about $id depends on what somebody typed',
  (form) => {
    const noticed: Form = { ...form, notify: 'owners' };
    const subjectsWith = (text: string) => {
      const answers = Object.fromEntries(Object.keys(form.fields).map((name) => [name, text]));
      const entry = { ...anEntry(answers), form: form.id, formVersion: form.version };
      const mails = composeMails(noticed, entry, 'owners@example.com');
      return mails.map(({ subject }) => subject);
    };
    const ours = [form.confirmation?.subject, `New response: ${form.title}`];
    fc.assert(
      fc.property(typed, (text) => {
        expect(subjectsWith(text)).toEqual(ours.filter((it) => it !== undefined));
      }),
    );
  },
);

test('an address made of two answers is not a link either', () => {
  const confirmation = { subject: 'Hello', text: joined };
  const form = { ...visit, confirmation } as Form;
  const [mail] = composeMails(form, anEntry({ guest: 'evil', wishes: 'example' }));
  expect(mail?.text).not.toMatch(link);
});

function joined({ answers }: { answers: Readonly<Record<string, unknown>> }): string {
  return `Welcome to ${String(answers['guest'])}.${String(answers['wishes'])}`;
}

const ourOwn = () => 'More: https://our.example/help';

test('an address of the form’s own links stays a link', () => {
  const links = ['https://our.example/'];
  const form = { ...visit, confirmation: { subject: 'Hello', text: ourOwn, links } };
  expect(composeMails(form, anEntry())[0]?.text).toBe('More: https://our.example/help');
});

test.each(injections)('%j in a name is harmless in the mail', (nasty) => {
  const [mail] = composeMails(visit, anEntry({ ...mickey, guest: nasty, wishes: nasty }));
  expect(mail?.to).toBe('mickey@example.com');
  expect(mail?.subject).toBe('See you');
  expect(mail?.text).not.toMatch(/[^\P{Control}\n\t]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
  const ours = mail?.html?.replaceAll(/<\/?p>|<br>|&(amp|lt|gt|quot|#39);/g, '');
  expect(ours).not.toMatch(/[<>&"']/);
});

test('each line of a mail has the direction of its own characters', () => {
  const [mail] = composeMails(visit, anEntry({ ...mickey, wishes: 'שלום C++\n-7 <b>' }));
  expect(mail?.html).toContain(
    '<p dir="auto"><bdi>the Blue room is yours.</bdi><br>\n<bdi>Your wishes: שלום C++</bdi><br>\n<bdi>-7 &lt;b&gt;</bdi></p>',
  );
  expect(mail?.html).toContain('<p>Dear Mickey,</p>');
});

function noticeOf(answers: StoredEntry['answers']): string | undefined {
  const entry = { ...anEntry(answers), form: 'water' };
  return composeMails(waterForm, entry, 'owner@example.com')[0]?.text;
}

test('a notice says what was left blank, and leaves out what was not asked', () => {
  expect(noticeOf({ name: 'Ann', source: 'tap' })).toBe(
    'Name: Ann\nWhere does Ann get water?: A tap',
  );
  expect(noticeOf({ name: 'Ann', source: 'other', metres: 1500, kilometres: 1.5 })).toBe(
    [
      'Name: Ann',
      'Where does Ann get water?: Somewhere else',
      'Where?: not answered',
      'How far is it?: 1500 m',
      'Kilometres: 1.5',
    ].join('\n'),
  );
});
