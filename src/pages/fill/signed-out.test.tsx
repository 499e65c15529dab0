import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered } from '../../testing/app-fixture.tsx';
import '../sent/sent-page.tsx';
import { navigate } from '../../ui/navigation.ts';
import { pathTo, signInPath } from '../../page-paths.ts';

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
  const page = render(<AppOfForms forms={[pwausers, secret]} deps={fixture.open()} />);
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
  'a signed-out person is asked to sign in; the entry is saved before, and sent by itself afterwards',
  { tags: 'signed-out-entry-sent' },
  async () => {
    const { person, answers, sent, storedChanges } = openForm();
    answers(delivered);
    await join(person, 'Mickey');
    await screen.findByText(/Your answers to “Join us” are sent as soon as you are signed in/);
    expect(window.location.pathname).toBe('/sign-in');
    const [kept] = await storedChanges();
    expect(kept).toMatchObject({ author: '' });

    await signIn(person);
    await screen.findByRole('heading', { name: 'Sent' });
    expect(sent.map((it) => it.headers.get('Idempotency-Key'))).toEqual([kept?.id]);
    expect(window.location.pathname).toBe(`/pwausers/sent/${kept?.id}`);
    expect(window.history.state).toBeNull();
  },
);

test('a reload while signing in forgets nothing of that', async () => {
  const { person, page, ...fixture } = openForm();
  fixture.answers(delivered);
  await join(person, 'Mickey');
  await screen.findByText(/are sent as soon as you are signed in/);
  page.unmount();
  const again = show(fixture);
  await signIn(again.person);
  await screen.findByRole('heading', { name: 'Sent' });
  expect(fixture.sent).toHaveLength(1);
});

test('whoever signs in there without wanting to send sends nothing', async () => {
  const { person, sent } = openForm();
  await join(person, 'Mickey');
  await person.click(await screen.findByRole('link', { name: 'Sign in without sending them' }));
  await screen.findByText(/With an account, you can see your entries/);
  await signIn(person);
  await screen.findByText(/An entry was filled in on this device before you signed in/);
  expect(sent).toEqual([]);
});

test('answers that were changed meanwhile are shown first', async () => {
  const { person, answers, sent } = openForm();
  await join(person, 'Mickey');
  await screen.findByText(/are sent as soon as you are signed in/);
  const request = window.history.state as object;
  const entry = new URLSearchParams(window.location.search).get('return')?.split('/').at(-1);
  await person.click(screen.getAllByRole('link', { name: /Outbox|waiting/ })[0] as HTMLElement);
  await person.click(await screen.findByRole('link', { name: 'Edit' }));
  const name = await screen.findByLabelText('First name');
  await person.type(name, ' junior{Enter}');
  await screen.findByRole('heading', { name: 'Saved on this device' });

  act(() => navigate(signInPath(`/pwausers/sent/${entry}`), { state: request }));
  await signIn(person);
  await screen.findByText('This was filled in on this device before you signed in');
  expect(within(screen.getByRole('main')).getByText('Mickey junior')).toBeTruthy();
  expect(sent).toEqual([]);
  answers(delivered);
  await person.click(button('Send as mickey@example.com'));
  await screen.findByRole('heading', { name: 'Sent' });
  expect(sent).toHaveLength(1);
});

test('before anything is typed, the form says that sending needs an account, and that it works offline', async () => {
  beOffline();
  openForm();
  expect(screen.getByText(/You need an account to send this form/)).toBeTruthy();
  await screen.findByText(/until you are back online and signed in/);
});

test('offline it is saved until somebody signs in, and the page says who can see it until then', async () => {
  const { person, page, ...fixture } = openForm();
  beOffline();
  await join(person, 'Mickey');
  await screen.findByText('Saved on this device until you sign in');
  expect(screen.getByText('Until then, anyone who uses this device can see it.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Sign in to send it' })).toBeTruthy();
  expect(screen.getByRole('link', { name: /1 waiting/ })).toBeTruthy();
  await waitFor(async () => expect(await fixture.drafts()).toEqual([]));

  page.unmount();
  fixture.answers(delivered);
  const later = show(fixture);
  await screen.findByText('Saved on this device until you sign in');
  vi.restoreAllMocks();
  await later.person.click(screen.getByRole('link', { name: 'Sign in to send it' }));
  await signIn(later.person);
  await screen.findByRole('heading', { name: 'Sent' });
  expect(fixture.sent).toHaveLength(1);
});

test('until somebody signs in, it can be viewed, changed and discarded in the outbox', async () => {
  const { person, storedChanges } = openForm();
  await saveTwo(person);
  await person.click(screen.getAllByRole('link', { name: /Outbox/ })[0] as HTMLElement);
  await screen.findByText(/The next person to sign in is asked whether these entries are theirs/);
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

test('without storage space the answers go along to the sign-in page, and are sent afterwards', async () => {
  const { person, fill, answers, sent } = openForm();
  answers(delivered);
  fill();
  await join(person, 'Mickey');
  await screen.findByText(/do not close or reload this page/);
  await signIn(person);
  await screen.findByRole('heading', { name: 'Sent' });
  expect(sent.map((it) => it.body)).toEqual([{ fname: 'Mickey', lname: 'Mouse' }]);
});

test('a form that must not be stored waits on the page offline, and is sent after signing in online', async () => {
  const { person, drafts, storedChanges, everythingStored, answers, sent } = openForm('/secret');
  answers(delivered);
  await tellOffline(person);
  expect((await screen.findByRole('alert')).textContent).toContain('Sign in to send this');
  expect(window.location.pathname).toBe('/secret');
  vi.restoreAllMocks();
  await person.click(button('Try again'));
  await screen.findByText(/do not close or reload this page/);
  expect([await drafts(), await storedChanges()]).toEqual([[], []]);
  expect(JSON.stringify([window.history.state, await everythingStored()])).not.toContain('4711');
  await signIn(person);
  await screen.findByRole('heading', { name: 'Sent' });
  expect(sent.map((it) => it.body)).toEqual([{ pin: '4711' }]);
});

test('what was typed in such a form after asking to send it is not sent by itself', async () => {
  const { person, sent } = openForm('/secret');
  await tellOffline(person);
  vi.restoreAllMocks();
  await person.click(button('Try again'));
  await screen.findByText(/do not close or reload this page/);
  const request = window.history.state as object;
  act(() => navigate(pathTo.fill('secret')));
  await waitFor(() => expect(screen.getByLabelText('Number')).toHaveProperty('value', '4711'));
  await person.type(screen.getByLabelText('Number'), '2');
  act(() => navigate(signInPath('/secret'), { state: request }));
  await signIn(person);
  await screen.findByText('You are signed in. Check your answers and send them.');
  expect(screen.getByLabelText('Number')).toHaveProperty('value', '47112');
  expect(sent).toEqual([]);
});

async function tellOffline(person: Person) {
  beOffline();
  await person.type(screen.getByLabelText('Number'), '4711');
  await person.click(button('Tell'));
  await screen.findByRole('alert');
}
