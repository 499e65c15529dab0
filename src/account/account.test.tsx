import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { App } from '../app.tsx';
import { createFakeWorld, stored, type Reply, type Sent } from '../fake-world.tsx';
import './account.tsx';
import './erase-page.tsx';

afterEach(cleanup);

async function openAccount(...replies: ((sent: Sent) => Reply)[]) {
  const world = createFakeWorld('/account');
  world.signedIn();
  world.answers(...replies);
  render(<App forms={[pwausers]} deps={world.open()} />);
  await screen.findByRole('heading', { name: 'Account' });
  return { ...world, person: userEvent.setup() };
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

test('a person sees who they are, and who is not signed in is asked to', async () => {
  await openAccount();
  expect(screen.getByText('mickey@example.com')).toBeTruthy();
  cleanup();
  render(<App forms={[pwausers]} deps={createFakeWorld('/account').open()} />);
  expect(await screen.findByText('Sign in to see your account.')).toBeTruthy();
});

test('the password is changed, and a wrong one is told', async () => {
  const { person } = await openAccount();
  await person.type(screen.getByLabelText('Current password'), 'wrong');
  await person.type(screen.getByLabelText('New password'), 'a new one');
  await person.click(button('Change the password'));
  expect(await screen.findByText('The current password is not right.')).toBeTruthy();
  await person.clear(screen.getByLabelText('Current password'));
  await person.type(screen.getByLabelText('Current password'), 'right');
  await person.click(button('Change the password'));
  expect(await screen.findByText('Your password is changed.')).toBeTruthy();
  expect(screen.getByLabelText('New password')).toHaveProperty('value', '');
});

test('signing out everywhere is only said to be done when it is', async () => {
  const { person, cognito } = await openAccount();
  cognito.cutOff();
  await person.click(button('Sign out everywhere'));
  expect(await screen.findByText(/Nothing was signed out/)).toBeTruthy();
  cleanup();
  const again = await openAccount();
  await again.person.click(button('Sign out everywhere'));
  expect(await screen.findByText('Sign in to see your account.')).toBeTruthy();
});

test('half of everything is not everything: without a network no file is saved', async () => {
  const { person } = await openAccount(items(one), () => 'no network');
  await person.click(button('Download everything about me'));
  expect(await screen.findByText(/nothing was saved/)).toBeTruthy();
});

test('what is wrong with a password is said at its box, as a form does it, and the focus is there', async () => {
  const { person } = await openAccount();
  await person.type(screen.getByLabelText('New password'), 'a new one');
  await person.click(button('Change the password'));
  expect(screen.getByRole('alert').textContent).toBe('Error: Enter your current password');
  await person.type(screen.getByLabelText('Current password'), 'wrong');
  await person.click(button('Change the password'));
  expect(await screen.findByText('The current password is not right.')).toBeTruthy();
  const box = screen.getByLabelText('Current password');
  expect(screen.getByRole('alert').id).toBe(box.getAttribute('aria-describedby'));
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(box);
});

test('the language and the theme are chosen in one place of a page', async () => {
  await openAccount();
  await screen.findByLabelText('Language');
  expect(screen.getAllByLabelText('Theme')).toHaveLength(1);
});

async function openErasing(...replies: ((sent: Sent) => Reply)[]) {
  const opened = await openAccount(...replies);
  await opened.person.click(screen.getByRole('link', { name: 'Erase me' }));
  await screen.findByRole('heading', { name: 'Erase your account and entries' });
  return opened;
}

test('erasing has a page of its own, wants the email address, and says at the end what it did', async () => {
  const { person, sent, everythingKept } = await openErasing(erased(1, false), erased(0, true));
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
  await screen.findByRole('heading', { name: 'Your account and 1 entry are erased' });
  expect(screen.getByText('Not signed in')).toBeTruthy();
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual(
    Array(2).fill('DELETE https://api.example/v1/me?permanent=true'),
  );
  expect(await everythingKept()).not.toMatch(/mickey/i);
});

test('without a network nothing is erased, the page says so, and it can be tried again', async () => {
  const { person } = await openErasing(() => 'no network', erased(0, true));
  await person.type(screen.getByLabelText(/To confirm/), 'mickey@example.com');
  await person.click(button('Erase everything'));
  expect((await screen.findByRole('alert')).textContent).toContain('Erasing stopped');
  await person.type(screen.getByLabelText(/To confirm/), 'mickey@example.com');
  await person.click(button('Erase everything'));
  await screen.findByRole('heading', { name: 'Your account and 0 entries are erased' });
});
