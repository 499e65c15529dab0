import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { pwausers } from '#forms/pwausers.ts';
import { App } from '../../app/app.tsx';
import { createAppFixture, delivered } from '../../testing/app-fixture.tsx';
import '../sent/sent-page.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const secret = defineForm({
  id: 'secret',
  version: 1,
  title: 'A secret',
  action: 'Tell',
  fields: { pin: text({ label: 'Number', sensitive: true }) },
});

/** A device on which nobody has signed in. */
function openForm(path = '/pwausers') {
  const fixture = createAppFixture(path);
  return { ...fixture, ...show(fixture) };
}

function show(fixture: ReturnType<typeof createAppFixture>) {
  const page = render(<App forms={[pwausers, secret]} deps={fixture.open()} />);
  return { page, person: userEvent.setup() };
}

type Person = ReturnType<typeof userEvent.setup>;

const button = (name: string) => screen.getByRole('button', { name });
const beOffline = () => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
const signIn = async (person: Person) =>
  person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));

async function join(person: Person, name: string) {
  await person.type(screen.getByLabelText('First name'), name);
  await person.type(screen.getByLabelText('Last name'), 'Mouse');
  await person.click(button('Join'));
}

/** In the outbox, or in the list of entries. */
const cards = () => within(screen.getByRole('main')).getAllByRole('listitem');

/** Offline, so that the form stays where it is. */
async function saveTwo(person: Person) {
  beOffline();
  await join(person, 'Mickey');
  await person.click(await screen.findByRole('button', { name: 'Fill in another' }));
  await join(person, 'Minnie');
  await screen.findByRole('heading', { name: 'Saved on this device' });
  vi.restoreAllMocks();
}

test(
  'a signed-out person is asked to sign in; the entry is saved before, and sent once they have seen the account',
  { tags: 'signed-out-entry-sent' },
  async () => {
    const { person, answers, sent, storedChanges } = openForm();
    answers(delivered);
    await join(person, 'Mickey');
    await screen.findByText('Sign in to send this. It is saved on this device until you do.');
    expect(window.location.pathname).toBe('/sign-in');
    const [kept] = await storedChanges();
    expect(kept).toMatchObject({ author: '' });

    await signIn(person);
    await screen.findByText('This was filled in on this device before you signed in');
    const main = within(screen.getByRole('main'));
    expect(main.getByText('Mickey')).toBeTruthy();
    expect(sent).toEqual([]);
    await person.click(button('Send as mickey@example.com'));
    await screen.findByRole('heading', { name: 'Delivered' });
    expect(sent.map((it) => it.headers.get('Idempotency-Key'))).toEqual([kept?.id]);
    expect(window.location.pathname).toBe(`/pwausers/sent/${kept?.id}`);
  },
);

test('offline it is saved until somebody signs in, and the page says who can see it until then', async () => {
  const { person, page, ...fixture } = openForm();
  beOffline();
  await join(person, 'Mickey');
  await screen.findByText('Saved on this device, until you sign in');
  expect(screen.getByText('Until then, anyone who uses this device can see it.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Sign in to send it' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /waiting: 1/ })).toBeTruthy();
  expect(await fixture.drafts()).toEqual([]);

  page.unmount();
  show(fixture);
  await screen.findByText('Saved on this device, until you sign in');
});

test('until somebody signs in, it can be viewed, changed and discarded in the outbox', async () => {
  const { person, storedChanges } = openForm();
  await saveTwo(person);
  await person.click(screen.getAllByRole('link', { name: /Outbox/ })[0] as HTMLElement);
  await screen.findByText(/Whoever signs in next is asked whether these are theirs/);
  await person.click(within(cards()[0] as HTMLElement).getByRole('button', { name: 'Discard' }));
  await person.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(storedChanges()).resolves.toHaveLength(2));
  await person.click(within(cards()[0] as HTMLElement).getByRole('link', { name: 'Edit' }));
  const name = await screen.findByLabelText('First name');
  await person.clear(name);
  await person.type(name, 'Moritz{Enter}');
  await screen.findByRole('heading', { name: 'Saved on this device' });
  expect(await storedChanges()).toHaveLength(2);
});

test('a person who signs in later is told, sends what is theirs, discards some, and leaves the rest', async () => {
  const { person, page, ...fixture } = openForm();
  fixture.answers(delivered);
  await saveTwo(person);
  page.unmount();
  window.history.replaceState(null, '', '/sign-in?return=/secret');
  const again = show(fixture);
  await signIn(again.person);
  await screen.findByText(/2 entries were filled in on this device before you signed in/);
  expect(fixture.sent).toEqual([]);
  await again.person.click(screen.getByRole('link', { name: 'Check and send' }));
  const section = await screen.findByRole('region', { name: 'Filled in before you signed in' });
  expect(within(section).getByText('Minnie')).toBeTruthy();
  await again.person.click(
    within(section).getAllByRole('button', {
      name: 'Send as mickey@example.com',
    })[1] as HTMLElement,
  );
  await waitFor(() => expect(fixture.sent).toHaveLength(1));
  expect(fixture.sent[0]?.body).toMatchObject({ fname: 'Minnie' });
  await waitFor(() => expect(within(section).queryByText('Minnie')).toBeNull());
  expect(await fixture.storedChanges()).toMatchObject([{ author: '' }, { author: 'mickey-1' }]);

  await again.person.click(within(section).getByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(fixture.storedChanges()).resolves.toHaveLength(1));
  await again.person.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('Filled in before you signed in');
  expect(fixture.sent).toHaveLength(1);
});

test('an entry sent twice, from two tabs, is one entry', async () => {
  const { person, page, ...fixture } = openForm();
  fixture.answers(delivered);
  await saveTwo(person);
  page.unmount();
  fixture.signedIn();
  const tabs = [fixture.open(), fixture.open()];
  await Promise.all(tabs.map(({ outbox }) => outbox.reread()));
  const entries = tabs[0]?.outbox.view().unclaimed.map((it) => it.entry) ?? [];
  fixture.answers(delivered, delivered, delivered);
  await Promise.all(tabs.map(({ outbox }) => outbox.claim(entries)));
  expect(await fixture.storedChanges()).toHaveLength(2);
});

test('without storage space the text goes along to the sign-in page and back', async () => {
  const { person, fill } = openForm();
  fill();
  await join(person, 'Mickey');
  await screen.findByText(/What you typed is still here, as long as you do not close/);
  await signIn(person);
  await waitFor(() =>
    expect(screen.getByLabelText('First name')).toHaveProperty('value', 'Mickey'),
  );
});

test('a form that must not be stored waits on the page offline, and goes along to the sign-in page online', async () => {
  const { person, drafts, storedChanges } = openForm('/secret');
  beOffline();
  await person.type(screen.getByLabelText('Number'), '4711');
  await person.click(button('Tell'));
  expect((await screen.findByRole('alert')).textContent).toContain('Sign in to send this');
  expect(window.location.pathname).toBe('/secret');
  vi.restoreAllMocks();
  await person.click(button('Try again'));
  await screen.findByText(/What you typed is still here, as long as you do not close/);
  expect([await drafts(), await storedChanges()]).toEqual([[], []]);
  await signIn(person);
  await waitFor(() => expect(screen.getByLabelText('Number')).toHaveProperty('value', '4711'));
});
