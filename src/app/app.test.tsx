import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { App } from './app.tsx';
import { createAppFixture } from '../testing/app-fixture.tsx';
import '../pages/home/home-page.tsx';
import '../pages/entries/my-entries-page.tsx';

afterEach(cleanup);

const formNamed = (id: string, title: string): Form =>
  defineForm({ id, version: 1, title, action: 'Send', fields: { name: text({ label: 'Name' }) } });
const visit = formNamed('visit', 'A visit');
const order = formNamed('order', 'An order');

function open(path: string, forms: readonly [Form, ...Form[]] = [visit, order]) {
  const fixture = createAppFixture(path);
  return {
    ...fixture,
    person: userEvent.setup(),
    page: render(<App forms={forms} deps={fixture.open()} />),
  };
}

const heading = () => screen.getByRole('heading', { level: 1 });
const nav = () => within(screen.getByRole('navigation', { name: 'Main' }));

test('with several forms, the first page lists them, and each form has its own page', async () => {
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

test('a single form is the first page', () => {
  open('/', [visit]);
  expect(heading().textContent).toBe('A visit');
  cleanup();
  open('/visit', [visit]);
  expect(heading().textContent).toBe('A visit');
});

test('an unknown form leads to the “not found” page', async () => {
  for (const path of ['/nothing', '/nothing/entries', '/visit/entries/more/still']) {
    open(path);
    expect(await screen.findByRole('heading', { name: 'There is no such page' })).toBeTruthy();
    cleanup();
  }
});

test('several forms are listed in the navigation, a single form is not', () => {
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

test('the first page does not move the focus, later pages move it to their heading', async () => {
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

test('the installed app’s shortcut opens the entries of the first form', async () => {
  open('/entries');
  expect(await screen.findByRole('heading', { name: 'My entries' })).toBeTruthy();
  expect(window.location.pathname).toBe('/visit/entries');
});

test('each form keeps its own draft while the person switches between forms', async () => {
  const { person } = open('/visit');
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  await person.click(nav().getByRole('link', { name: 'An order' }));
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '');
  await person.click(nav().getByRole('link', { name: 'A visit' }));
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Mickey'));
});

test('signing out moves the focus to the sign-in link', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  render(<App forms={[visit]} deps={fixture.open()} />);
  expect(screen.getByText('Signed in as mickey@example.com')).toBeTruthy();
  await userEvent.setup().click(nav().getByRole('button', { name: 'Sign out' }));
  const link = await screen.findByRole('link', { name: 'Sign in' });
  expect(document.activeElement).toBe(link);
  expect(link.getAttribute('href')).toBe('/sign-in?return=%2F');
});

test('a new version is offered, and loaded only when the person agrees', async () => {
  const { person, newVersion } = open('/');
  const reload = vi.fn<() => void>();
  act(() => newVersion(reload));
  expect(screen.getByText('A new version is ready.')).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
  await person.click(screen.getByRole('button', { name: 'Reload' }));
  expect(reload).toHaveBeenCalledOnce();
});

test('a chunk that cannot be loaded does not leave a blank page', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const fixture = createAppFixture('/sign-in');
  render(<App forms={[visit]} deps={{ ...fixture.open(), SignInForm: NeverLoaded }} />);
  expect(await screen.findByRole('heading', { name: 'This page could not be shown' })).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Load again' })).toBeTruthy();
  quiet.mockRestore();
});

test('a page that cannot be shown says what waits on this device', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const fixture = createAppFixture('/sign-in');
  fixture.signedIn();
  fixture.cognito.expire();
  const deps = { ...fixture.open(), SignInForm: NeverLoaded };
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

test('a page that cannot be shown makes no promise about unsaved text, and leads back to it', async () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const fixture = createAppFixture('/secret');
  render(<App forms={[secret, visit]} deps={{ ...fixture.open(), SignInForm: NeverLoaded }} />);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('heading', { name: 'This page could not be shown' });
  expect(screen.getByText(/What you typed is on this page only/)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Go back' }));
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Mickey'));
  quiet.mockRestore();
});

test('a new version does not discard unsaved text unless the person confirms', async () => {
  const fixture = createAppFixture('/secret');
  render(<App forms={[secret, visit]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  const reload = vi.fn<() => void>();
  act(() => fixture.newVersion(reload));
  await person.click(await screen.findByRole('button', { name: 'Reload' }));
  expect(screen.getByText(/What you typed is on this page only/)).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
  await person.click(screen.getByRole('button', { name: 'Reload and lose it' }));
  expect(reload).toHaveBeenCalledOnce();
});

test('a person who is signed in is not asked to sign in', async () => {
  const fixture = createAppFixture('/sign-in?return=/order');
  fixture.signedIn();
  render(<App forms={[visit, order]} deps={fixture.open()} />);
  expect(await screen.findByRole('heading', { name: 'An order' })).toBeTruthy();
  expect(await screen.findByText('You are signed in.')).toBeTruthy();
});

function NeverLoaded(): never {
  throw new TypeError('Failed to fetch dynamically imported module');
}
