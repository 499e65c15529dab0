import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form.ts';
import { App } from '../app.tsx';
import { createFakeWorld, delivered, mickey, stored, type Sent } from '../fake-world.tsx';
import './home.tsx';

afterEach(cleanup);

const formNamed = (id: string, title: string): Form =>
  defineForm({ id, version: 1, title, action: 'Send', fields: { name: text({ label: 'Name' }) } });
const forms = [formNamed('visit', 'A visit'), formNamed('order', 'An order')] as const;

type World = ReturnType<typeof createFakeWorld>;

function open(world: World) {
  const deps = world.open();
  render(<App forms={forms} deps={deps} />);
  return { deps, person: userEvent.setup() };
}

async function card(title: string) {
  const heading = await screen.findByRole('heading', { name: title, level: 2 });
  return within(heading.closest('li') ?? heading);
}

test('who is not signed in sees the forms, and nothing of anybody', async () => {
  open(createFakeWorld('/'));
  const visit = await card('A visit');
  expect(visit.queryByText('Waiting here')).toBeNull();
});

test('each form tells what waits for it on this device, and what needs the person', async () => {
  const world = createFakeWorld('/');
  world.signedIn();
  world.answers(() => 'no network');
  const { deps } = open(world);
  expect(await (await card('A visit')).findByText('Nothing')).toBeTruthy();
  const answers = { name: 'Minnie' };
  await deps.outbox.submit(forms[1], { id: deps.newId(), answers });
  expect(
    await (await card('An order')).findByRole('link', { name: '1 in the outbox' }),
  ).toBeTruthy();
  expect((await card('A visit')).getByText('Nothing')).toBeTruthy();
});

test('each form tells when it was last sent, from here or from elsewhere', async () => {
  const world = createFakeWorld('/');
  world.signedIn();
  const { deps } = open(world);
  expect(await (await card('A visit')).findByText('Not known on this device')).toBeTruthy();
  world.answers(delivered);
  await deps.outbox.submit(forms[0], { id: deps.newId(), answers: { name: 'Minnie' } });
  const today = new Date().toISOString().slice(0, 10);
  const sent = (await (await card('A visit')).findByText(/\d{4}/)).closest('time');
  expect(sent?.getAttribute('dateTime')).toContain(today);
  expect(sent?.closest('a')?.getAttribute('href')).toBe('/visit/entries');

  cleanup();
  const told = stored({ headers: new Headers(), body: {} } as Sent);
  await deps.copies.keep(mickey.username, { form: forms[1] }, [told]);
  render(<App forms={forms} deps={deps} />);
  const other = (await (await card('An order')).findByText(/\d{4}/)).closest('time');
  expect(other?.getAttribute('dateTime')).toBe(told.createdAt);
});

test('only who has seen the whole list here is told that they never sent a form', async () => {
  const world = createFakeWorld('/');
  world.signedIn();
  const deps = world.open();
  await deps.copies.keep(mickey.username, { form: forms[0] }, []);
  render(<App forms={forms} deps={deps} />);
  expect(await (await card('A visit')).findByText('Nothing yet')).toBeTruthy();
  expect((await card('An order')).getByText('Not known on this device')).toBeTruthy();
});

test('who comes from signing in is told that they are', async () => {
  const world = createFakeWorld('/sign-in');
  const { person } = open(world);
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  expect(await screen.findByText('You are signed in.')).toBeTruthy();
  expect(window.location.pathname).toBe('/');
  expect((await card('A visit')).getByText('Waiting here')).toBeTruthy();
});
