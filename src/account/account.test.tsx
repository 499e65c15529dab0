import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { App } from '../app.tsx';
import { createFakeWorld, stored, type Reply, type Sent } from '../fake-world.tsx';
import './account.tsx';

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
const erased = (): Reply => ({ status: 200, body: { deleted: true } });
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

test('erasing is asked twice, and ends signed out on the first page', async () => {
  const { person, sent } = await openAccount(items(one), items(), erased, items(), items());
  await person.click(button('Erase me'));
  await person.click(button('No, keep it'));
  expect(sent).toEqual([]);
  await person.click(button('Erase me'));
  await person.click(button('Yes, erase everything'));
  await screen.findByText('Not signed in');
  expect(sent.map(({ method, url }) => `${method} ${url.replace(one.id, 'it')}`)[2]).toBe(
    'DELETE https://api.example/v1/pwausers/it?permanent=true',
  );
  await waitFor(() => expect(window.location.pathname).toBe('/'));
});
