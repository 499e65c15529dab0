import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { longText, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form.ts';
import { pwausers } from '#forms/pwausers.ts';
import { App } from './app.tsx';
import {
  createFakeWorld,
  delivered,
  mickey,
  stored,
  type Reply,
  type Sent,
} from './fake-world.tsx';
// Loaded here, so that no test waits for them.
import './account/account.tsx';
import './account/sign-outs.tsx';
import './other-pages.tsx';
import './pages/my-entries.tsx';
import './pages/outbox.tsx';
import './home/home.tsx';
import './pages/sign-in.tsx';
import './pages/welcome.tsx';
import './shell/leaving-dialog.tsx';
import './shell/left-behind.tsx';

afterEach(cleanup);

/** What may lie on a device, by the last name in it. */
const all = ['Of-delivered', 'Of-copied', 'Of-typed', 'Of-waiting'] as const;
type Name = (typeof all)[number];

const diary = defineForm({
  id: 'diary',
  version: 1,
  title: 'A diary',
  action: 'Send',
  fields: { day: text({ label: 'Day' }), secret: longText({ label: 'Secret', sensitive: true }) },
});
const forms = [pwausers, diary] as const;

/** Mickey’s device, with these on it, at a page of the app; there is no network any more. */
async function openDevice(path: string, ...having: readonly Name[]) {
  HTMLDialogElement.prototype.showModal = () => undefined;
  const world = createFakeWorld(path);
  world.signedIn();
  const deps = world.open(forms);
  // Makes the database, which is looked into below.
  await deps.outbox.reread();
  const answers = (lname: Name) => ({ fname: 'Mickey', lname });
  const submit = (lname: Name) =>
    deps.outbox.submit(pwausers, { id: deps.newId(), answers: answers(lname) });
  const drained = () => deps.outbox.view().drained?.is;
  if (having.includes('Of-delivered')) {
    world.answers(delivered);
    await submit('Of-delivered');
    await expect.poll(drained).toBe('done');
  }
  const body = answers('Of-copied');
  const sent = { method: 'POST', url: '', headers: new Headers(), body };
  if (having.includes('Of-copied'))
    await deps.copies.keep(mickey.username, { form: pwausers }, [stored(sent)]);
  const place = { author: mickey.username, of: 'pwausers' };
  if (having.includes('Of-typed'))
    await deps.draftsFor(pwausers).keep(place, { id: deps.newId(), held: answers('Of-typed') });
  world.answers(...Array.from({ length: 50 }, () => () => 'no network' as const));
  if (having.includes('Of-waiting')) {
    await submit('Of-waiting');
    await expect.poll(drained).toBe('rest');
  }
  const lying = async () => {
    const kept = await world.everythingKept();
    return all.filter((it) => kept.includes(it));
  };
  expect(await lying()).toEqual(all.filter((it) => having.includes(it)));
  render(<App forms={forms} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
  return { world, deps, lying, person: userEvent.setup() };
}

const signOut = () => screen.getByRole('button', { name: 'Sign out' });
const box = () => screen.getAllByRole<HTMLInputElement>('textbox')[0];
const shown = () => document.body.textContent;
const isOut = () => screen.findByText('Not signed in');

test('who signs out with nothing waiting leaves nothing on the device, nor the key', async () => {
  const { world, lying, person } = await openDevice('/pwausers', 'Of-delivered', 'Of-copied');
  await person.click(signOut());
  await isOut();
  await expect.poll(lying).toEqual([]);
  expect(await world.everythingKept()).not.toMatch(/mickey/i);
  expect(await world.database((it) => it.count('keys'))).toBe(0);
});

test('who keeps what waits leaves that and what is half typed, but no copy and no receipt', async () => {
  const { deps, lying, person } = await openDevice('/pwausers/entries', ...all);
  await person.click(signOut());
  await person.click(await screen.findByText('Keep it for next time'));
  await isOut();
  await expect.poll(lying).toEqual(['Of-typed', 'Of-waiting']);
  for (const path of ['/pwausers', '/pwausers/entries', '/outbox']) {
    await openPage(path, deps);
    expect(shown()).not.toContain('Of-');
    expect(screen.queryAllByDisplayValue(/Of-/)).toEqual([]);
  }
});

test('who has something half typed and nothing waiting is asked, and can discard it', async () => {
  const { world, lying, person } = await openDevice('/pwausers/entries', 'Of-copied', 'Of-typed');
  await person.click(signOut());
  await screen.findByText(/Something is half filled in on this device/);
  expect(screen.queryByText('Send it now')).toBeNull();
  await person.click(screen.getByText('Discard it for ever'));
  await isOut();
  await expect.poll(lying).toEqual([]);
  expect(await world.everythingKept()).not.toMatch(/mickey/i);
});

test('signing out everywhere leaves as little', async () => {
  const { lying, person } = await openDevice('/account', ...all);
  await person.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
  await isOut();
  await expect.poll(lying).toEqual(['Of-typed', 'Of-waiting']);
});

test.each([pwausers, diary])(
  'what is on the page, of $title, goes when its author does, and does not become somebody else’s',
  async (form) => {
    const { world, lying, person } = await openDevice(`/${form.id}`);
    await person.type(box() as HTMLInputElement, 'Of-typed');
    if (form === pwausers) await expect.poll(lying).toEqual(['Of-typed']);
    await person.click(signOut());
    if (form === pwausers) await person.click(await screen.findByText('Discard it for ever'));
    await isOut();
    expect(box()?.value).toBe('');
    expect(await lying()).toEqual([]);
    expect(await world.drafts()).toEqual([]);
  },
);

test('entries that were asked for before signing out, and come after it, are not kept', async () => {
  const world = createFakeWorld('/pwausers/entries');
  world.signedIn();
  let answer: ((reply: Reply) => void) | undefined;
  world.answers(() => new Promise((resolve) => (answer = resolve)));
  const deps = world.open(forms);
  render(<App forms={forms} deps={deps} />);
  await expect.poll(() => world.sent.length).toBe(1);
  await userEvent.setup().click(signOut());
  await isOut();
  const [asked] = world.sent;
  answer?.({
    status: 200,
    body: { items: [stored(asked as Sent, { answers: { lname: 'Of-copied' } })] },
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await world.everythingKept()).not.toMatch(/mickey|Of-copied/i);
  expect(await world.database((it) => it.count('keys'))).toBe(0);
});

test('a session that was ended from elsewhere shows nothing of theirs, on any page, until they are back', async () => {
  const { world, deps, lying, person } = await openDevice('/pwausers/entries', ...all);
  world.cognito.revoke();
  await deps.session.token();
  await screen.findByText('m…@example.com was signed out on this device');
  for (const path of ['/', '/pwausers', '/pwausers/entries', '/outbox', '/about']) {
    await openPage(path, deps);
    expect({ path, shown: shown() }).not.toMatchObject({ shown: expect.stringContaining('Of-') });
    expect(screen.queryAllByDisplayValue(/Of-/)).toEqual([]);
    expect(screen.queryByRole('link', { name: /waiting: / })).toBeNull();
  }
  // Nothing is lost of it, and no other app or day shows it either.
  expect(await lying()).toEqual(all);
  expect(world.open().session.person()).toBeUndefined();

  await openPage('/sign-in?return=/outbox', deps);
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  await screen.findByRole('heading', { name: 'Outbox' });
  expect(await within(screen.getByRole('main')).findByText(/Of-waiting/)).toBeTruthy();
  expect(screen.queryByText(/was signed out on this device/)).toBeNull();
  await openPage('/pwausers', deps);
  expect(await screen.findByDisplayValue('Of-typed')).toBeTruthy();
});

test('a session that has merely run out is as good as before, for reading and for filling', async () => {
  const { world, deps } = await openDevice('/pwausers/entries', ...all);
  world.cognito.expire();
  await deps.session.token();
  expect(await screen.findByText('Of-copied')).toBeTruthy();
  expect(screen.getByText('Of-waiting')).toBeTruthy();
  await openPage('/pwausers', deps);
  expect(await screen.findByDisplayValue('Of-typed')).toBeTruthy();
});

/** The same tab, at another page. */
async function openPage(path: string, deps: Parameters<typeof App>[0]['deps']): Promise<void> {
  cleanup();
  window.history.replaceState(null, '', path);
  render(<App forms={forms} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
  await new Promise((resolve) => setTimeout(resolve, 50));
}

test.each(['/', '/pwausers'])(
  'nobody is told that they are signed in once they have signed out, going back to %s either',
  async (path) => {
    const { deps, person } = await openDevice(`/sign-in?return=${path}`);
    await screen.findByText('You are signed in.');
    const told: unknown = window.history.state;
    await person.click(signOut());
    await isOut();
    expect(screen.queryByText('You are signed in.')).toBeNull();
    // What the browser may have kept of this page, as it was when it was opened.
    for (const state of [told, { arrival: 'signed-in' }]) {
      cleanup();
      window.history.replaceState(state, '', path);
      render(<App forms={forms} deps={deps} />);
      await isOut();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(screen.queryByText('You are signed in.')).toBeNull();
    }
  },
);
