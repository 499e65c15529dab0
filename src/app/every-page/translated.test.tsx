import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered, stored, type Sent } from '../../testing/app-fixture.tsx';
import { translatePage } from '../../testing/translate-page.ts';
import '../secondary-pages.tsx';

let end: () => void;
beforeEach(() => void (end = translatePage()));
afterEach(() => {
  end();
  cleanup();
});

function open(
  path: string,
  ...replies: Parameters<ReturnType<typeof createAppFixture>['answers']>
) {
  const fixture = createAppFixture(path);
  fixture.signedIn();
  fixture.answers(...replies);
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  return userEvent.setup();
}

const button = (name: string) => screen.getByRole('button', { name });

/** The text that people see, which may differ from what React has rendered. */
const shown = () => document.body.textContent;

function ownTexts(): (string | null)[] {
  const walker = document.createTreeWalker(screen.getByRole('main'), NodeFilter.SHOW_TEXT);
  const own = [];
  while (walker.nextNode())
    if (!walker.currentNode.parentElement?.closest('font'))
      own.push(walker.currentNode.textContent);
  return own;
}

test('every text of the page is translated', async () => {
  open('/pwausers');
  await waitFor(() => expect(ownTexts()).toEqual([]));
});

test('a translated form can be cleared, and that undone', async () => {
  const person = open('/pwausers');
  await person.type(screen.getByLabelText('First name'), 'Mickey');
  await person.click(button('Clear form'));
  expect(shown()).toContain('Form cleared.');
  await person.click(button('Undo clear'));
  expect(screen.getByLabelText('First name')).toHaveProperty('value', 'Mickey');
  expect(shown()).not.toContain('Form cleared.');
});

test('an entry sent from a translated page is shown and counted as waiting, then as delivered', async () => {
  let isOnline = false;
  const reply = (sent: Sent) => (isOnline ? delivered(sent) : 'no network');
  const person = open('/pwausers', ...Array.from({ length: 100 }, () => reply));
  await person.type(screen.getByLabelText('First name'), 'Mickey');
  await person.click(button('Join'));
  await person.type(screen.getByLabelText('Last name'), 'Mouse');
  await person.click(button('Join'));
  expect(await screen.findByText(/Cannot reach the server/)).toBeTruthy();
  expect(await screen.findByRole('link', { name: /Outbox.*1/ })).toBeTruthy();
  isOnline = true;
  await person.click(button('Try now'));
  expect(await screen.findByRole('heading', { name: 'Sent' })).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('link', { name: /^Outbox/ })).toBeNull());
});

test('on a translated page an entry can be withdrawn, and that undone', async () => {
  const entry = stored({
    headers: new Headers(),
    body: { fname: 'Mickey', lname: 'Mouse' },
  } as Sent);
  const person = open(
    `/entries/pwausers/${entry.id}`,
    () => ({ status: 200, body: entry }),
    () => ({ status: 200, body: { withdrawn: true, deleted: true } }),
    () => ({ status: 200, body: { ...entry, version: 3 } }),
  );
  await person.click(await screen.findByRole('button', { name: 'Withdraw' }));
  await person.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Withdraw' })).toBeTruthy();
});

const isTranslated = (text: string) => screen.getByText(text).matches('font *');

test('names and addresses are not translated', async () => {
  const entry = stored({
    headers: new Headers(),
    body: { fname: 'Rose', lname: 'Green', email: 'rose@example.com', source: 'friend' },
  } as Sent);
  open(`/entries/pwausers/${entry.id}`, () => ({ status: 200, body: entry }));
  await screen.findByText('Green');
  await waitFor(() => expect(isTranslated('From a friend')).toBe(true));
  expect(['Rose', 'Green', 'rose@example.com'].map(isTranslated)).toEqual([false, false, false]);
});

test('numbers are formatted whatever language a translator gives the page', async () => {
  const { lang } = document.documentElement;
  document.documentElement.lang = 'auto_translated';
  const person = open('/pwausers', () => 'no network');
  await person.type(screen.getByLabelText('First name'), 'Mickey');
  await person.type(screen.getByLabelText('Last name'), 'Mouse');
  document.documentElement.lang = 'auto_translated';
  await person.click(button('Join'));
  expect(await screen.findByRole('link', { name: /Outbox.*1/ })).toBeTruthy();
  document.documentElement.lang = lang;
});
