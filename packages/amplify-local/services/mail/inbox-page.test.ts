import { expect, test } from 'vitest';
import { inboxPage, type ListedMail } from './inbox-page.ts';

const look = { name: 'A & B', theme: ':root{--paper:#fff}' };

const mail = (changes: Partial<ListedMail>): ListedMail => ({
  id: '1',
  from: 'no-reply@example.com',
  to: ['mickey@example.com'],
  subject: 'A subject',
  text: 'A text',
  html: null,
  created_at: '2026-03-31T12:04:00.000Z',
  ...changes,
});

const codesIn = (page: string) =>
  [...page.matchAll(/<span class="code">(\d+)</g)].map(([, code]) => code);

test('mails are listed from the newest to the oldest, under the name and in the colours of the app', () => {
  const page = inboxPage([mail({ subject: 'First' }), mail({ subject: 'Second' })], look);
  expect(page.indexOf('Second')).toBeLessThan(page.indexOf('First'));
  expect(page).toContain('<title>Inbox – A &#38; B</title>');
  expect(page).toContain('--paper:#fff');
});

test('a code is shown large, and a number in another mail is not', () => {
  const page = inboxPage(
    [
      mail({ text: 'Your code is 418068' }),
      mail({ text: 'Your number is 1234567.' }),
      mail({ text: `The order 418069 is on its way. ${'It has many parts. '.repeat(20)}` }),
    ],
    look,
  );
  expect(codesIn(page)).toEqual(['418068']);
});

test('nothing in a mail becomes markup of the page', () => {
  const attack = `"><script>alert(1)</script>`;
  const page = inboxPage(
    [mail({ subject: attack, text: attack, html: attack, from: attack, to: [attack] })],
    look,
  );
  expect(page.match(/<script>/g)).toHaveLength(1);
});

test('an empty inbox says what will be in it', () => {
  expect(inboxPage([], look)).toContain('No email yet.');
});
