import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { brand } from '#brand/brand.ts';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { pwausers } from '#forms/pwausers.ts';
import { textBeside } from '../../testing/text-beside.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import {
  createAppFixture,
  delivered,
  stored,
  type Reply,
  type Sent,
} from '../../testing/app-fixture.tsx';
import '../sent/sent-page.tsx';

afterEach(cleanup);

type Reaction = (sent: Sent) => Reply | Promise<Reply>;

/** The form's page, with Mickey signed in, and a server that gives these replies. */
function openForm(...replies: Reaction[]) {
  const fixture = createAppFixture('/pwausers');
  fixture.signedIn();
  fixture.answers(...replies);
  return { ...fixture, ...show(fixture) };
}

function show(fixture: ReturnType<typeof createAppFixture>) {
  const page = render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  return { page, person: userEvent.setup() };
}

const first = () => screen.getByLabelText('First name');
const last = () => screen.getByLabelText('Last name');
const button = (name: string) => screen.getByRole('button', { name });
const summary = () => screen.getByText('There is a problem').closest<HTMLElement>('[tabindex]');

async function fillIn(person: ReturnType<typeof userEvent.setup>) {
  await person.type(first(), 'Mickey');
  await person.type(last(), 'Mouse');
}

test('sending an empty form lists every issue in order, and moves the focus to the list', async () => {
  const { person, sent } = openForm();
  await person.type(screen.getByLabelText('Email address (optional)'), 'mickey@');
  await person.click(button('Join'));
  await waitFor(() => expect(document.activeElement).toBe(summary()));
  expect(
    within(screen.getByRole('alert'))
      .getAllByRole('link')
      .map((it) => it.textContent),
  ).toEqual([
    'Enter your first name',
    'Enter your last name',
    'Enter your email address in the correct format, like name@example.com',
  ]);
  expect(document.title).toBe(`Error: Join us – ${brand.name}`);
  expect(sent).toEqual([]);
});

test('a field in error is marked both visually and for screen readers', async () => {
  const { person } = openForm();
  expect(first().getAttribute('aria-invalid')).toBe('false');
  await person.click(button('Join'));
  expect(first().getAttribute('aria-invalid')).toBe('true');
  const ids = first().getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(ids.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Error: Enter your first name',
  ]);
});

test('every id that describes a control exists, before and after a failed attempt', async () => {
  const { person, page } = openForm();
  const dangling = () =>
    [...page.container.querySelectorAll('[aria-describedby], [aria-labelledby]')]
      .flatMap((it) => [it.getAttribute('aria-describedby'), it.getAttribute('aria-labelledby')])
      .flatMap((ids) => ids?.split(' ') ?? [])
      .filter((id) => !document.getElementById(id));
  expect(dangling()).toEqual([]);
  await person.type(screen.getByLabelText('Email address (optional)'), 'x');
  await person.click(button('Join'));
  expect(page.container.querySelectorAll('[aria-describedby]').length).toBeGreaterThan(2);
  expect(dangling()).toEqual([]);
});

test('a link in the summary leads to its field', async () => {
  const { person } = openForm();
  await person.click(button('Join'));
  await person.click(screen.getByRole('link', { name: 'Enter your last name' }));
  expect(document.activeElement).toBe(last());
});

test('a field is checked again while it is being corrected, and the summary does not take the focus', async () => {
  const { person } = openForm();
  await person.click(button('Join'));
  await person.type(first(), 'M');
  expect(first().getAttribute('aria-invalid')).toBe('false');
  expect(document.activeElement).toBe(first());
  expect(screen.queryByRole('link', { name: 'Enter your first name' })).toBeNull();
  await person.type(last(), 'M');
  expect(screen.queryByText('There is a problem')).toBeNull();
  expect(document.title).toBe(`Join us – ${brand.name}`);
});

test('each further failed attempt moves the focus to the summary again', async () => {
  const { person } = openForm();
  await person.click(button('Join'));
  await person.click(button('Join'));
  expect(document.activeElement).toBe(summary());
});

test('an entry that arrives shows its receipt', { tags: 'receipt-shown' }, async () => {
  const { person, sent } = openForm(delivered);
  await fillIn(person);
  await person.click(button('Join'));
  const heading = await screen.findByRole('heading', { name: 'Sent' });
  expect(document.activeElement).toBe(heading);
  expect(screen.getByText('Thank you for joining, Mickey.')).toBeTruthy();
  expect(textBeside('Reference')).toMatch(/^\w{4}-\w{4}$/);
  expect(textBeside('Last name')).toBe('Mouse');
  // The tutorial's keys are for the API alone.
  expect(screen.queryByText(/Successfully added user!|Pwa user id/)).toBeNull();
  expect(sent[0]?.body).toEqual({ fname: 'Mickey', lname: 'Mouse' });
  expect(screen.getByRole('main').querySelector('a')?.getAttribute('href')).toBe(
    '/entries?form=pwausers',
  );
});

test('after a receipt the next entry starts empty, with a new id', async () => {
  const { person, sent } = openForm(delivered, delivered);
  await fillIn(person);
  await person.click(button('Join'));
  await person.click(await screen.findByRole('button', { name: 'Fill in another' }));
  expect(first()).toHaveProperty('value', '');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  await fillIn(person);
  await person.click(button('Join'));
  await screen.findByRole('heading', { name: 'Sent' });
  const keys = sent.map((it) => it.headers.get('Idempotency-Key'));
  expect(new Set(keys).size).toBe(2);
});

test('an entry that had arrived before counts as delivered', async () => {
  const { person } = openForm((sent) => ({ status: 200, body: stored(sent) }));
  await fillIn(person);
  await person.click(button('Join'));
  expect(await screen.findByRole('heading', { name: 'Sent' })).toBeTruthy();
});

test('pressing again while the entry is on its way sends nothing more', async () => {
  const { person, sent } = openForm(delivered);
  await fillIn(person);
  await person.dblClick(button('Join'));
  await screen.findByRole('heading', { name: 'Sent' });
  expect(sent).toHaveLength(1);
});

test('while an entry is on its way the page says that it is safe, and being sent', async () => {
  const { reply, arrive } = replyInTransit();
  const { person, sent } = openForm(() => reply);
  await fillIn(person);
  await person.click(button('Join'));
  const heading = await screen.findByRole('heading', { name: 'Saved on this device' });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(await screen.findByText('Sending…')).toBeTruthy();
  await waitFor(() => expect(sent).toHaveLength(1));
  arrive(delivered(sent[0] as Sent));
  await screen.findByRole('heading', { name: 'Sent' });
});

test('issues from the server look like those of the page', async () => {
  const message = 'Enter your last name as it is in your passport';
  const errors = [{ field: 'lname', message }];
  const body = { code: 'invalid', title: 'Some answers need to be corrected', errors };
  const { person } = openForm(() => ({ status: 422, body }));
  await fillIn(person);
  await person.click(button('Join'));
  expect(await screen.findByRole('link', { name: message })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(summary()));
  expect(last().getAttribute('aria-invalid')).toBe('true');
  expect(first()).toHaveProperty('value', 'Mickey');
});

test(
  'without a network the entry is saved and counted, and sent once there is one, under the same id',
  { tags: 'offline-entry-sent' },
  async () => {
    let isOffline = true;
    const reply: Reaction = (it) => (isOffline ? 'no network' : delivered(it));
    const { person, sent } = openForm(...Array.from({ length: 9 }, () => reply));
    await fillIn(person);
    await person.click(button('Join'));
    await screen.findByText(/Cannot reach the server/);
    expect(screen.getByRole('link', { name: /1 waiting/ })).toBeTruthy();
    isOffline = false;
    await person.click(button('Try now'));
    await screen.findByRole('heading', { name: 'Sent' });
    expect(screen.queryByRole('link', { name: /waiting/ })).toBeNull();
    const [before, after] = sent.map((it) => it.headers.get('Idempotency-Key'));
    expect(after).toBe(before);
  },
);

test('while one entry waits, the next can be filled in', async () => {
  const { person } = openForm(() => 'no network');
  await fillIn(person);
  await person.click(button('Join'));
  await person.click(await screen.findByRole('button', { name: 'Fill in another' }));
  expect(first()).toHaveProperty('value', '');
  expect(screen.getByRole('link', { name: /1 waiting/ })).toBeTruthy();
});

test.for([
  ['gone', 410],
  ['idempotency_key_reused', 422],
] as const)(
  'an entry that the server has already settled (%s) can be sent as a new one',
  async ([code, status]) => {
    const invalidReply: Reaction = () => ({ status, body: { code, title: 'It is settled' } });
    const { person, sent } = openForm(invalidReply, delivered);
    await fillIn(person);
    await person.click(button('Join'));
    await screen.findByText('It is settled');
    await person.click(button('Send as a new entry'));
    const keys = () => sent.map((it) => it.headers.get('Idempotency-Key')).filter(Boolean);
    await waitFor(() => expect(keys()).toHaveLength(2));
    expect(new Set(keys()).size).toBe(2);
  },
);

test(
  'any other problem is shown in the server’s words, with what can be done about it',
  { tags: 'problem-shown' },
  async () => {
    const body = { code: 'too_large', title: 'The answers are larger than this form accepts' };
    const { person } = openForm(() => ({ status: 413, body }));
    await fillIn(person);
    await person.click(button('Join'));
    await screen.findByText('The answers are larger than this form accepts');
    expect(screen.getByRole('link', { name: 'Edit' })).toBeTruthy();
    for (const name of ['Try again', 'Download', 'Discard']) expect(button(name)).toBeTruthy();
  },
);

test('an unsent draft is there after a reload', async () => {
  const { person, page, ...fixture } = openForm(delivered);
  await fillIn(person);
  await fixture.untilTyped('Mickey', 'Mouse');
  page.unmount();
  const again = show(fixture);
  await waitFor(() => expect(first()).toHaveProperty('value', 'Mickey'));
  await again.person.click(button('Join'));
  await screen.findByRole('heading', { name: 'Sent' });
  await waitFor(() => expect(fixture.drafts()).resolves.toEqual([]));
});

test('a device without storage space says so, and sends at once what it cannot save', async () => {
  const { person, sent, fill } = openForm(delivered);
  fill();
  await fillIn(person);
  await screen.findByText('This device has no storage left');
  await person.click(button('Join'));
  await screen.findByRole('heading', { name: 'Sent' });
  expect(sent).toHaveLength(1);
});

test('without storage space or a network the text stays on the page, which says so', async () => {
  const { person, fill } = openForm(() => 'no network');
  fill();
  await fillIn(person);
  await person.click(button('Join'));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Not sent yet');
  expect(first()).toHaveProperty('value', 'Mickey');
  expect(button('Try again')).toBeTruthy();
});

test('a delivered entry is not in the form when it is opened again', async () => {
  const { person, page, ...fixture } = openForm(delivered);
  await fillIn(person);
  await person.click(button('Join'));
  await screen.findByRole('heading', { name: 'Sent' });
  page.unmount();
  window.history.replaceState(null, '', '/pwausers');
  show(fixture);
  expect(first()).toHaveProperty('value', '');
});

test('beside the button it says that the draft is kept, and since when', async () => {
  const { person } = openForm();
  expect(screen.queryByText(/Kept on this device/)).toBeNull();
  await person.type(first(), 'M');
  await screen.findByText(/Kept on this device \d+:\d\d/);
  await person.clear(first());
  expect(screen.queryByText(/Kept on this device/)).toBeNull();
});

test('whoever is signed in is not told that they need an account', async () => {
  openForm();
  expect(screen.queryByText(/You need an account/)).toBeNull();
});

test('offline, the form says that it works, until the network is back', async () => {
  const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  openForm();
  await screen.findByText('You are offline');
  expect(screen.getByText(/You can still fill in this form and send it/)).toBeTruthy();
  online.mockRestore();
  act(() => void window.dispatchEvent(new Event('online')));
  expect(screen.queryByText('You are offline')).toBeNull();
});

test('a cleared form can be brought back, until something else is typed', async () => {
  const { person } = openForm();
  expect(screen.queryByRole('button', { name: 'Clear form' })).toBeNull();
  await fillIn(person);
  await person.click(button('Clear form'));
  expect(first()).toHaveProperty('value', '');
  expect(document.activeElement).toBe(button('Undo clear'));
  await person.click(button('Undo clear'));
  expect(first()).toHaveProperty('value', 'Mickey');
  await person.click(button('Clear form'));
  await person.type(first(), 'Minnie');
  expect(screen.queryByRole('button', { name: 'Undo clear' })).toBeNull();
});

test('after the session expires a person can go on, and what they send waits until they sign in', async () => {
  const { person, cognito, sent } = openForm(delivered);
  await fillIn(person);
  cognito.expire();
  await person.click(button('Join'));
  await screen.findByText('Saved on this device until you sign in');
  expect(sent).toEqual([]);
  await person.click(screen.getByRole('link', { name: 'Sign in to send it' }));
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  await waitFor(() => expect(sent).toHaveLength(1));
});

const secret = defineForm({
  id: 'secret',
  version: 1,
  title: 'A secret',
  action: 'Tell',
  fields: { pin: text({ label: 'Number', sensitive: true }) },
});

test('a form with a sensitive field is never saved, says why, and is sent while online', async () => {
  const fixture = createAppFixture('/');
  fixture.signedIn();
  fixture.answers(() => 'no network', delivered);
  const person = userEvent.setup();
  render(<AppOfForms forms={[secret]} deps={fixture.open()} />);
  await screen.findByText('You need to be online to send this form');
  await person.type(screen.getByLabelText('Number'), '4711');
  await person.click(button('Tell'));
  expect((await screen.findByRole('alert')).textContent).toContain('Not sent yet');
  expect(await fixture.drafts()).toEqual([]);
  expect(await fixture.storedChanges()).toEqual([]);
  await person.click(button('Try again'));
  await screen.findByRole('heading', { name: 'Sent' });
  expect(await fixture.storedChanges()).toEqual([]);
});

/** A reply that comes when the test says so. */
function replyInTransit() {
  const arrivals: ((reply: Reply) => void)[] = [];
  const reply = new Promise<Reply>((resolve) => arrivals.push(resolve));
  return { reply, arrive: (it: Reply) => arrivals[0]?.(it) };
}
