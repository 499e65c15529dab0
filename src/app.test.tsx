import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form.ts';
import { App } from './app.tsx';
import { createFakeWorld } from './fake-world.tsx';
import './home/home.tsx';
import './pages/my-entries.tsx';

afterEach(cleanup);

const formNamed = (id: string, title: string): Form =>
  defineForm({ id, version: 1, title, action: 'Send', fields: { name: text({ label: 'Name' }) } });
const visit = formNamed('visit', 'A visit');
const order = formNamed('order', 'An order');

function open(path: string, forms: readonly [Form, ...Form[]] = [visit, order]) {
  const world = createFakeWorld(path);
  return {
    ...world,
    person: userEvent.setup(),
    page: render(<App forms={forms} deps={world.open()} />),
  };
}

const heading = () => screen.getByRole('heading', { level: 1 });
const nav = () => within(screen.getByRole('navigation', { name: 'Main' }));

test('several forms are listed on the first page, and each has its own', async () => {
  open('/');
  const main = within(await screen.findByRole('list', { name: 'Forms' }));
  expect(main.getAllByRole('link').map((it) => it.getAttribute('href'))).toEqual([
    '/visit',
    '/order',
  ]);
  cleanup();
  open('/order');
  expect(heading().textContent).toBe('An order');
  expect(document.title).toBe('An order – Formstead');
});

test('a form that is the only one is the first page', () => {
  open('/', [visit]);
  expect(heading().textContent).toBe('A visit');
  cleanup();
  open('/visit', [visit]);
  expect(heading().textContent).toBe('A visit');
});

test('a form nobody made is a page that says so', async () => {
  for (const path of ['/nothing', '/nothing/entries', '/visit/entries/more/still']) {
    open(path);
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeTruthy();
    cleanup();
  }
});

test('several forms are in the navigation, one form needs none', () => {
  open('/order');
  expect(nav().getByRole('link', { name: 'An order' }).getAttribute('aria-current')).toBe('page');
  expect(nav().getByRole('link', { name: 'A visit' }).getAttribute('aria-current')).toBeNull();
  expect(nav().getByRole('link', { name: 'My entries' }).getAttribute('href')).toBe(
    '/order/entries',
  );
  cleanup();
  open('/', [visit]);
  expect(nav().queryByRole('link', { name: 'A visit' })).toBeNull();
});

test('the first page leaves the focus alone, the next one takes it to its heading', async () => {
  const { person } = open('/visit');
  expect(document.activeElement).toBe(document.body);
  await person.click(nav().getByRole('link', { name: 'An order' }));
  expect(heading().textContent).toBe('An order');
  expect(document.activeElement).toBe(heading());
  await person.click(nav().getByRole('link', { name: 'My entries' }));
  expect(
    (await screen.findByRole('heading', { name: 'My entries' })) === document.activeElement,
  ).toBe(true);
});

test('the installed app’s shortcut leads to the entries of the first form', async () => {
  open('/entries');
  expect(await screen.findByRole('heading', { name: 'My entries' })).toBeTruthy();
  expect(window.location.pathname).toBe('/visit/entries');
});

test('each form keeps its own draft while the person goes between them', async () => {
  const { person } = open('/visit');
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  await person.click(nav().getByRole('link', { name: 'An order' }));
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '');
  await person.click(nav().getByRole('link', { name: 'A visit' }));
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Mickey'));
});

test('signing out leaves the focus on the link to sign in again', async () => {
  const world = createFakeWorld('/');
  world.signedIn();
  render(<App forms={[visit]} deps={world.open()} />);
  expect(screen.getByText('Signed in as mickey@example.com')).toBeTruthy();
  await userEvent.setup().click(nav().getByRole('button', { name: 'Sign out' }));
  const link = await screen.findByRole('link', { name: 'Sign in' });
  expect(document.activeElement).toBe(link);
  expect(link.getAttribute('href')).toBe('/sign-in?return=%2F');
});

test('a new version is offered, and loaded only when asked for', async () => {
  const { person, newVersion } = open('/');
  const reload = vi.fn<() => void>();
  act(() => newVersion(reload));
  expect(screen.getByText('A new version is ready.')).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
  await person.click(screen.getByRole('button', { name: 'Reload' }));
  expect(reload).toHaveBeenCalledOnce();
});

test('a part of the app that cannot be loaded does not leave a blank page', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const world = createFakeWorld('/sign-in');
  render(<App forms={[visit]} deps={{ ...world.open(), SignInForm: NeverLoaded }} />);
  expect(await screen.findByRole('heading', { name: 'This page could not be shown' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Load again' })).toBeTruthy();
  quiet.mockRestore();
});

test('what could not be shown says what waits on this device', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const world = createFakeWorld('/sign-in');
  world.signedIn();
  world.cognito.expire();
  const deps = { ...world.open(), SignInForm: NeverLoaded };
  await deps.outbox.submit(visit, { id: deps.newId(), answers: { name: 'Minnie' } });
  await deps.session.check();
  render(<App forms={[visit]} deps={deps} />);
  await screen.findByRole('heading', { name: 'This page could not be shown' });
  expect(within(screen.getByRole('main')).getByText('Waiting on this device: 1')).toBeTruthy();
  quiet.mockRestore();
});

const secret = defineForm({
  id: 'secret',
  version: 1,
  title: 'A secret',
  action: 'Send',
  fields: { name: text({ label: 'Name', sensitive: true }) },
});

test('a page that could not be shown does not promise what is kept nowhere, and leads back to it', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const world = createFakeWorld('/secret');
  render(<App forms={[secret, visit]} deps={{ ...world.open(), SignInForm: NeverLoaded }} />);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('heading', { name: 'This page could not be shown' });
  expect(screen.getByText(/What you typed is on this page only/)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Go back' }));
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Mickey'));
  quiet.mockRestore();
});

test('a new version is not loaded over what is kept nowhere, unless that is wanted', async () => {
  const world = createFakeWorld('/secret');
  render(<App forms={[secret, visit]} deps={world.open()} />);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  const reload = vi.fn<() => void>();
  act(() => world.newVersion(reload));
  await person.click(await screen.findByRole('button', { name: 'Reload' }));
  expect(screen.getByText(/What you typed is on this page only/)).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
  await person.click(screen.getByRole('button', { name: 'Reload and lose it' }));
  expect(reload).toHaveBeenCalledOnce();
});

test('who is signed in already is not asked to sign in', async () => {
  const world = createFakeWorld('/sign-in?return=/order');
  world.signedIn();
  render(<App forms={[visit, order]} deps={world.open()} />);
  expect(await screen.findByRole('heading', { name: 'An order' })).toBeTruthy();
  expect(await screen.findByText('You are signed in.')).toBeTruthy();
});

function NeverLoaded(): never {
  throw new TypeError('Failed to fetch dynamically imported module');
}
