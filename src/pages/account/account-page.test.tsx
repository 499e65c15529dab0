import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { openMenu } from '../../testing/open-menu.ts';
import '../../app/secondary-pages.tsx';

afterEach(cleanup);

async function openAccount(...replies: ((sent: Sent) => Reply)[]) {
  const fixture = createAppFixture('/account');
  fixture.signedIn();
  fixture.answers(...replies);
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  await screen.findByRole('heading', { name: 'Account' });
  return { ...fixture, person: userEvent.setup() };
}

const button = (name: string) => screen.getByRole('button', { name });
const items =
  (...some: object[]) =>
  (): Reply => ({ status: 200, body: { items: some } });
const erased = (count: number, done: boolean) => (): Reply => ({
  status: 200,
  body: { erased: count, done },
});
const one = stored({ method: '', url: '', headers: new Headers(), body: { fname: 'Mickey' } });

test('the page shows the account, and asks a signed-out person to sign in', async () => {
  await openAccount();
  expect(screen.getByText('mickey@example.com')).toBeTruthy();
  cleanup();
  render(<AppOfForms forms={[pwausers]} deps={createAppFixture('/account').open()} />);
  expect(await screen.findByText('Sign in to see your account.')).toBeTruthy();
});

test('the password is changed, and a wrong one is reported', async () => {
  const { person } = await openAccount();
  await person.type(screen.getByLabelText('Current password'), 'wrong');
  await person.type(screen.getByLabelText('New password'), 'a new one');
  await person.click(button('Change password'));
  expect(await screen.findByText('The current password is incorrect.')).toBeTruthy();
  await person.clear(screen.getByLabelText('Current password'));
  await person.type(screen.getByLabelText('Current password'), 'right');
  await person.click(button('Change password'));
  expect(await screen.findByText('Your password has been changed.')).toBeTruthy();
  expect(screen.getByLabelText('New password')).toHaveProperty('value', '');
});

test('signing out everywhere is reported only once it has succeeded', async () => {
  const { person, cognito } = await openAccount();
  cognito.cutOff();
  await person.click(button('Sign out everywhere'));
  expect(await screen.findByText(/You are still signed in/)).toBeTruthy();
  cleanup();
  const again = await openAccount();
  await again.person.click(button('Sign out everywhere'));
  expect(await screen.findByText('Sign in to see your account.')).toBeTruthy();
});

test('without a network no file is saved, rather than half of one', async () => {
  const { person } = await openAccount(items(one), () => 'no network');
  await person.click(button('Download my data'));
  expect(await screen.findByText(/no file was saved/)).toBeTruthy();
});

test('an issue with a password is shown at its input, which gets the focus', async () => {
  const { person } = await openAccount();
  await person.type(screen.getByLabelText('New password'), 'a new one');
  await person.click(button('Change password'));
  expect(screen.getByRole('alert').textContent).toBe('Error: Enter your current password');
  await person.type(screen.getByLabelText('Current password'), 'wrong');
  await person.click(button('Change password'));
  expect(await screen.findByText('The current password is incorrect.')).toBeTruthy();
  const box = screen.getByLabelText('Current password');
  expect(screen.getByRole('alert').id).toBe(box.getAttribute('aria-describedby'));
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(box);
});

test('each page has one control for the language and one for the theme', async () => {
  const { person } = await openAccount();
  await openMenu(person);
  await screen.findByLabelText('Language');
  expect(screen.getAllByLabelText('Theme')).toHaveLength(1);
});

async function openErasing(...replies: ((sent: Sent) => Reply)[]) {
  const opened = await openAccount(...replies);
  await opened.person.click(screen.getByRole('link', { name: 'Erase my account' }));
  await screen.findByRole('heading', { name: 'Erase your account and entries' });
  return opened;
}

test('erasing has its own page, asks for the email address, and reports what it erased', async () => {
  const {
    person,
    sent,
    everythingStored: everythingKept,
  } = await openErasing(erased(1, false), erased(0, true));
  await person.click(button('Erase everything'));
  expect(screen.getByRole('alert').textContent).toContain('Enter mickey@example.com to confirm');
  const box = screen.getByLabelText(/To confirm/);
  expect(document.activeElement).toBe(box);
  expect(sent).toEqual([]);
  await person.type(box, ' Mickey@example.com{Enter}');
  expect(sent).toEqual([]);
  await person.click(button('Erase everything'));
  expect(screen.queryByRole('button', { name: 'Erase everything' })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Cancel' })).toBeNull();
  await screen.findByRole('heading', { name: 'Your account and 1 entry have been erased' });
  expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy();
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual(
    Array(2).fill('DELETE https://api.example/v1/me?permanent=true'),
  );
  expect(await everythingKept()).not.toMatch(/mickey/i);
});

test('without a network nothing is erased, the page says so, and can try again', async () => {
  const { person } = await openErasing(() => 'no network', erased(0, true));
  await person.type(screen.getByLabelText(/To confirm/), 'mickey@example.com');
  await person.click(button('Erase everything'));
  expect((await screen.findByRole('alert')).textContent).toContain('Erasing stopped');
  await person.type(screen.getByLabelText(/To confirm/), 'mickey@example.com');
  await person.click(button('Erase everything'));
  await screen.findByRole('heading', { name: 'Your account and 0 entries have been erased' });
});
