import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { brand } from '#brand/brand.ts';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import { createAppFixture } from '../testing/app-fixture.tsx';
import { mickey } from '../testing/fake-cognito.ts';
import { openMenu } from '../testing/open-menu.ts';
import '../pages/home/home-page.tsx';
import './secondary-pages.tsx';

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
    page: render(<AppOfForms forms={forms} deps={fixture.open()} />),
  };
}

const heading = () => screen.getByRole('heading', { level: 1 });
/** By the list of forms. */
async function goTo(form: string, person: UserEvent): Promise<void> {
  await person.click(screen.getByRole('link', { name: brand.name }));
  await person.click(await screen.findByRole('link', { name: form }));
}
const isMenuOpen = () => screen.queryByLabelText('Language') !== null;
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
  expect(document.title).toBe(`An order – ${brand.name}`);
});

test('a single form is the first page', () => {
  open('/', [visit]);
  expect(heading().textContent).toBe('A visit');
  cleanup();
  open('/visit', [visit]);
  expect(heading().textContent).toBe('A visit');
});

test('an unknown form leads to the “not found” page', async () => {
  for (const path of ['/nothing', '/entries/visit/more/still']) {
    open(path);
    expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
    cleanup();
  }
});

test('the header leads to a person’s own pages, and never lists forms', () => {
  open('/order');
  expect(nav().queryByRole('link', { name: 'A visit' })).toBeNull();
  expect(nav().getByRole('link', { name: 'My entries' }).getAttribute('href')).toBe('/entries');
  expect(nav().queryByRole('link', { name: 'Responses' })).toBeNull();
});

test('owners get to all responses from every page', () => {
  const fixture = createAppFixture('/order');
  const owner = { ...mickey, isOwner: true } as const;
  fixture.storages.local.write('formstead:person', JSON.stringify(owner));
  render(<AppOfForms forms={[visit, order]} deps={fixture.open()} />);
  expect(nav().getByRole('link', { name: 'Responses' }).getAttribute('href')).toBe('/responses');
});

test.each([
  ['/entries', 'page'],
  ['/entries/visit/it', 'true'],
  ['/visit', null],
])('%s: “My entries” is marked as current: %s', (path, current) => {
  open(path);
  const link = nav().getByRole('link', { name: 'My entries' });
  expect(link.getAttribute('aria-current')).toBe(current);
});

test('the first page does not move the focus, later pages move it to their heading', async () => {
  const { person } = open('/visit');
  expect(document.activeElement).toBe(document.body);
  await goTo('An order', person);
  expect(heading().textContent).toBe('An order');
  expect(document.activeElement).toBe(heading());
  await person.click(nav().getByRole('link', { name: 'My entries' }));
  expect(
    (await screen.findByRole('heading', { name: 'My entries' })) === document.activeElement,
  ).toBe(true);
});

test.each([
  ['/visit/entries', '/entries?form=visit'],
  ['/visit/entries?withdrawn', '/entries?form=visit&status=withdrawn'],
  ['/visit/entries/it', '/entries/visit/it/edit'],
  ['/visit/responses?view=charts', '/responses/visit?view=charts'],
])('%s, where a page was before, leads to %s', async (before, now) => {
  open(before);
  await waitFor(() => expect(window.location.pathname + window.location.search).toBe(now));
});

test('each form keeps its own draft while the person switches between forms', async () => {
  const { person } = open('/visit');
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  // Until the storage has answered, what was typed is on this page only.
  await screen.findByText(/^Kept on this device/);
  await goTo('An order', person);
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '');
  await goTo('A visit', person);
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Mickey'));
});

test('the menu says who is signed in; after signing out, the focus is on its button', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  render(<AppOfForms forms={[visit]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const button = await openMenu(person);
  expect(screen.getByText('mickey@example.com')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Sign out' }));
  const link = await nav().findByRole('link', { name: 'Sign in' });
  expect(link.getAttribute('href')).toBe('/sign-in?return=%2F');
  expect(document.activeElement).toBe(button);
});

test('the menu closes with Escape, by turning to the page, and on another page', async () => {
  const { person } = open('/visit');
  const button = await openMenu(person);
  expect(button.getAttribute('aria-expanded')).toBe('true');
  await person.keyboard('{Escape}');
  expect([isMenuOpen(), document.activeElement]).toEqual([false, button]);
  await openMenu(person);
  await person.click(screen.getByLabelText('Name'));
  expect(isMenuOpen()).toBe(false);
  await openMenu(person);
  await person.click(nav().getByRole('link', { name: 'My entries' }));
  expect(isMenuOpen()).toBe(false);
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
  render(<AppOfForms forms={[visit]} deps={{ ...fixture.open(), SignInForm: NeverLoaded }} />);
  expect(
    await screen.findByRole('heading', { name: 'This page could not be loaded' }),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
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
  render(<AppOfForms forms={[visit]} deps={deps} />);
  await screen.findByRole('heading', { name: 'This page could not be loaded' });
  expect(within(screen.getByRole('main')).getByText('Waiting to be sent: 1')).toBeTruthy();
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
  render(
    <AppOfForms forms={[secret, visit]} deps={{ ...fixture.open(), SignInForm: NeverLoaded }} />,
  );
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('heading', { name: 'This page could not be loaded' });
  expect(screen.getByText(/Your answers are on this page only/)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Go back' }));
  await waitFor(() => expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Mickey'));
  quiet.mockRestore();
});

test('a new version does not discard unsaved text unless the person confirms', async () => {
  const fixture = createAppFixture('/secret');
  render(<AppOfForms forms={[secret, visit]} deps={fixture.open()} />);
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Name'), 'Mickey');
  const reload = vi.fn<() => void>();
  act(() => fixture.newVersion(reload));
  await person.click(await screen.findByRole('button', { name: 'Reload' }));
  expect(screen.getByText(/Your answers are on this page only/)).toBeTruthy();
  expect(reload).not.toHaveBeenCalled();
  await person.click(screen.getByRole('button', { name: 'Reload and lose my answers' }));
  expect(reload).toHaveBeenCalledOnce();
});

test('a person who is signed in is not asked to sign in', async () => {
  const fixture = createAppFixture('/sign-in?return=/order');
  fixture.signedIn();
  render(<AppOfForms forms={[visit, order]} deps={fixture.open()} />);
  expect(await screen.findByRole('heading', { name: 'An order' })).toBeTruthy();
  expect(await screen.findByText('You are signed in.')).toBeTruthy();
});

function NeverLoaded(): never {
  throw new TypeError('Failed to fetch dynamically imported module');
}
