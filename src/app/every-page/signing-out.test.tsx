import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { longText, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import {
  createAppFixture,
  delivered,
  stored,
  type Reply,
  type Sent,
} from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
import { pressSignOut } from '../../testing/open-menu.ts';
// Loaded here, so that no test waits for them.
import '../../pages/account/sign-out-everywhere.tsx';
import '../secondary-pages.tsx';
import '../../pages/home/home-page.tsx';
import '../../pages/sign-in/sign-in-page.tsx';
import '../../ui/welcome.tsx';
import '../layout/left-behind-notice.tsx';

afterEach(cleanup);

/** The kinds of data a device may store, named by the last name in them. */
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

/** Opens a page on Mickey’s device, which stores these and has no network any more. */
async function openDevice(path: string, ...having: readonly Name[]) {
  HTMLDialogElement.prototype.showModal = () => undefined;
  const fixture = createAppFixture(path);
  fixture.signedIn();
  const deps = fixture.open(forms);
  // Creates the database, which is read below.
  await deps.outbox.reread();
  const answers = (lname: Name) => ({ fname: 'Mickey', lname });
  const submit = (lname: Name) =>
    deps.outbox.submit(pwausers, { id: deps.newId(), answers: answers(lname) });
  const lastFlush = () => deps.outbox.view().lastFlush?.is;
  if (having.includes('Of-delivered')) {
    fixture.answers(delivered);
    await submit('Of-delivered');
    await expect.poll(lastFlush).toBe('done');
  }
  const body = answers('Of-copied');
  const sent = { method: 'POST', url: '', headers: new Headers(), body };
  if (having.includes('Of-copied'))
    await deps.entryCache.keep(mickey.username, { form: pwausers }, [stored(sent)]);
  const key = { author: mickey.username, of: 'pwausers' };
  if (having.includes('Of-typed'))
    await deps
      .draftsFor(pwausers)
      .keep(key, { id: deps.newId(), controlValues: answers('Of-typed') });
  fixture.answers(...Array.from({ length: 50 }, () => () => 'no network' as const));
  if (having.includes('Of-waiting')) {
    await submit('Of-waiting');
    await expect.poll(lastFlush).toBe('paused');
  }
  const storedKinds = async () => {
    const stored = await fixture.everythingStored();
    return all.filter((it) => stored.includes(it));
  };
  expect(await storedKinds()).toEqual(all.filter((it) => having.includes(it)));
  render(<AppOfForms forms={forms} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
  return { fixture, deps, storedKinds, person: userEvent.setup() };
}

const box = () => screen.getAllByRole<HTMLInputElement>('textbox')[0];
const shown = () => document.body.textContent;
const isOut = () => within(screen.getByRole('navigation')).findByRole('link', { name: 'Sign in' });

test('signing out with nothing waiting deletes everything on the device, and the key', async () => {
  const { fixture, storedKinds, person } = await openDevice(
    '/pwausers',
    'Of-delivered',
    'Of-copied',
  );
  await pressSignOut(person);
  await isOut();
  await expect.poll(storedKinds).toEqual([]);
  expect(await fixture.everythingStored()).not.toMatch(/mickey/i);
  expect(await fixture.database((it) => it.count('keys'))).toBe(0);
});

test('what is being stored of a draft while everything is deleted is gone as well', async () => {
  const { fixture, deps } = await openDevice('/about');
  const key = { author: mickey.username, of: 'pwausers' };
  for (const id of ['first', 'second', 'third', 'fourth'])
    void deps.draftsFor(pwausers).keep(key, { id, controlValues: { lname: 'Of-typed' } });
  await deps.outbox.forget();
  await deps.draftsFor(pwausers).flush();
  expect(await fixture.drafts()).toEqual([]);
  expect(await fixture.database((it) => it.count('keys'))).toBe(0);
});

test('keeping waiting entries when signing out also keeps drafts, but no cached entries and no receipts', async () => {
  const { deps, storedKinds, person } = await openDevice('/entries?form=pwausers', ...all);
  await pressSignOut(person);
  await person.click(await screen.findByText('Keep for next time'));
  await isOut();
  await expect.poll(storedKinds).toEqual(['Of-typed', 'Of-waiting']);
  for (const path of ['/pwausers', '/entries?form=pwausers', '/outbox']) {
    await openPage(path, deps);
    expect(shown()).not.toContain('Of-');
    expect(screen.queryAllByDisplayValue(/Of-/)).toEqual([]);
  }
});

test('with a draft and nothing waiting, signing out asks, and the draft can be discarded', async () => {
  const { fixture, storedKinds, person } = await openDevice(
    '/entries?form=pwausers',
    'Of-copied',
    'Of-typed',
  );
  await pressSignOut(person);
  await screen.findByText(/You have an unfinished form on this device/);
  expect(screen.queryByText('Send now')).toBeNull();
  await person.click(screen.getByText('Discard permanently'));
  await isOut();
  await expect.poll(storedKinds).toEqual([]);
  expect(await fixture.everythingStored()).not.toMatch(/mickey/i);
});

test('signing out everywhere keeps no more than that', async () => {
  const { storedKinds, person } = await openDevice('/account', ...all);
  await person.click(await screen.findByRole('button', { name: 'Sign out everywhere' }));
  await isOut();
  await expect.poll(storedKinds).toEqual(['Of-typed', 'Of-waiting']);
});

test.each([pwausers, diary])(
  '$title: what was typed on the page is gone after signing out',
  async (form) => {
    const { fixture, storedKinds, person } = await openDevice(`/${form.id}`);
    await person.type(box() as HTMLInputElement, 'Of-typed');
    if (form === pwausers) await expect.poll(storedKinds).toEqual(['Of-typed']);
    await pressSignOut(person);
    if (form === pwausers) await person.click(await screen.findByText('Discard permanently'));
    await isOut();
    expect(box()?.value).toBe('');
    expect(await storedKinds()).toEqual([]);
    expect(await fixture.drafts()).toEqual([]);
  },
);

test('entries that arrive after signing out are not stored', async () => {
  const fixture = createAppFixture('/entries?form=pwausers');
  fixture.signedIn();
  let answer: ((reply: Reply) => void) | undefined;
  fixture.answers(() => new Promise((resolve) => (answer = resolve)));
  const deps = fixture.open(forms);
  render(<AppOfForms forms={forms} deps={deps} />);
  await expect.poll(() => fixture.sent.length).toBe(1);
  await pressSignOut(userEvent.setup());
  await isOut();
  const [request] = fixture.sent;
  answer?.({
    status: 200,
    body: { items: [stored(request as Sent, { answers: { lname: 'Of-copied' } })] },
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await fixture.everythingStored()).not.toMatch(/mickey|Of-copied/i);
  expect(await fixture.database((it) => it.count('keys'))).toBe(0);
});

test('after a session was ended from elsewhere, no page shows their data until they are back', async () => {
  const { fixture, deps, storedKinds, person } = await openDevice('/entries?form=pwausers', ...all);
  fixture.cognito.revoke();
  await deps.session.token();
  await screen.findByText('m…@example.com was signed out on this device');
  for (const path of ['/', '/pwausers', '/entries?form=pwausers', '/outbox', '/about']) {
    await openPage(path, deps);
    expect({ path, shown: shown() }).not.toMatchObject({ shown: expect.stringContaining('Of-') });
    expect(screen.queryAllByDisplayValue(/Of-/)).toEqual([]);
    expect(screen.queryByRole('link', { name: /waiting/ })).toBeNull();
  }
  // Nothing is lost, and a reload does not show it either.
  expect(await storedKinds()).toEqual(all);
  expect(fixture.open().session.person()).toBeUndefined();

  await openPage('/sign-in?return=/outbox', deps);
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  await screen.findByRole('heading', { name: 'Outbox' });
  expect(await within(screen.getByRole('main')).findByText(/Of-waiting/)).toBeTruthy();
  expect(screen.queryByText(/was signed out on this device/)).toBeNull();
  await openPage('/pwausers', deps);
  expect(await screen.findByDisplayValue('Of-typed')).toBeTruthy();
});

test('after a session has merely expired, people read and fill in as before', async () => {
  const { fixture, deps } = await openDevice('/entries?form=pwausers', ...all);
  fixture.cognito.expire();
  await deps.session.token();
  expect(await screen.findByText(/Of-copied/)).toBeTruthy();
  expect(screen.getByText(/Of-waiting/)).toBeTruthy();
  await openPage('/pwausers', deps);
  expect(await screen.findByDisplayValue('Of-typed')).toBeTruthy();
});

/** Opens another page in the same tab. */
async function openPage(
  path: string,
  deps: Parameters<typeof AppOfForms>[0]['deps'],
): Promise<void> {
  cleanup();
  window.history.replaceState(null, '', path);
  render(<AppOfForms forms={forms} deps={deps} />);
  await waitFor(() => expect(document.querySelector('main:not([aria-busy])')).toBeTruthy());
  await new Promise((resolve) => setTimeout(resolve, 50));
}

test.each(['/', '/pwausers'])(
  'after signing out nobody reads that they are signed in, not even when going back to %s',
  async (path) => {
    const { deps, person } = await openDevice(`/sign-in?return=${path}`);
    await screen.findByText('You are signed in.');
    const notice: unknown = window.history.state;
    await pressSignOut(person);
    await isOut();
    expect(screen.queryByText('You are signed in.')).toBeNull();
    // The browser may have stored the history state of the page as it was opened.
    for (const state of [notice, { arrival: 'signed-in' }]) {
      cleanup();
      window.history.replaceState(state, '', path);
      render(<AppOfForms forms={forms} deps={deps} />);
      await isOut();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(screen.queryByText('You are signed in.')).toBeNull();
    }
  },
);
