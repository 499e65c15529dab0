import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
// Loaded here, so that no test waits for it.
import '../../app/secondary-pages.tsx';
import './versions/version-list.tsx';

afterEach(cleanup);

const id = '019a0000-0000-7000-8000-000000000001';
const reason = 'It is <b>Minny</b>.\nYou said so.';
const named = (fname: string) => ({ fname, lname: 'Mouse' });
const at = '2026-01-01T12:00:00.000Z';
const version = (number: number, fname: string, more: object = {}) => ({
  version: number,
  at,
  formVersion: pwausers.version,
  answers: named(fname),
  ...more,
});
const versions = [
  version(4, 'Minny', { correction: { reason } }),
  version(2, 'Minnie'),
  version(1, 'Mickey'),
];

/** Mickey opens a page; their only entry was changed by them, and then corrected. */
function openPage(path = `/entries/pwausers/${id}`, versionsReply?: () => Reply) {
  const fixture = createAppFixture(path);
  fixture.signedIn();
  const puts: Sent[] = [];
  const answer = (sent: Sent): Reply => {
    const { pathname } = new URL(sent.url);
    const correction = { reason, at };
    if (sent.method === 'PUT') puts.push(sent);
    if (pathname.endsWith('/versions'))
      return versionsReply?.() ?? { status: 200, body: { items: versions } };
    const entry = stored(sent, {
      id,
      form: 'pwausers',
      formVersion: pwausers.version,
      answers: named('Minny'),
      version: 4,
      correction,
    });
    return { status: 200, body: pathname.endsWith(id) ? entry : { items: [entry] } };
  };
  fixture.answers(...Array.from({ length: 20 }, () => answer));
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  return { ...fixture, puts, person: userEvent.setup() };
}

const press = (name: string | RegExp) => screen.findByRole('button', { name });

test('a corrected entry says so, with the reason, and so does the list', async () => {
  openPage();
  expect((await screen.findByText(/You said so/)).textContent).toBe(reason);
  expect(screen.getAllByText('Corrected by the team').length).toBeGreaterThan(1);
  cleanup();
  openPage('/entries');
  expect(await screen.findByText('Corrected by the team')).toBeTruthy();
});

test('its versions say who changed what, and show both answers when one is opened', async () => {
  const { person } = openPage();
  await person.click(await press('Show what was changed'));
  const list = await screen.findByRole('list', { name: 'Versions' });
  expect(document.activeElement).toBe(list);
  const items = within(list).getAllByRole('listitem');
  expect(items.map((it) => it.querySelector('strong')?.textContent)).toEqual([
    'Corrected by the team',
    'Changed by you',
    'Sent',
  ]);
  expect(items[0]?.textContent).toContain(reason);
  const summary = within(items[0] ?? list).getByText('Changed: First name');
  await person.click(summary);
  expect(
    within(items[0] ?? list)
      .getByText('Minnie')
      .closest('del'),
  ).toBeTruthy();
  expect(
    within(items[0] ?? list)
      .getByText('Minny')
      .closest('ins'),
  ).toBeTruthy();
});

test('restoring a version fills in the form, and sends nothing before it is sent', async () => {
  const { person, puts } = openPage();
  await person.click(await press('Show what was changed'));
  const [first] = (
    await screen.findAllByRole('button', { name: 'Restore this version' })
  ).toReversed();
  await person.click(first ?? expect.fail());
  const box = await screen.findByRole('textbox', { name: 'First name' });
  await waitFor(() => expect((box as HTMLInputElement).value).toBe('Mickey'));
  expect(window.location.pathname).toBe(`/entries/pwausers/${id}/edit`);
  expect(puts).toEqual([]);
  await person.click(await press('Save changes'));
  await waitFor(() => expect(puts).toHaveLength(1));
  expect(puts[0]?.body).toMatchObject(named('Mickey'));
  expect(puts[0]?.headers.get('If-Match')).toBe('"4"');
});

test('versions that cannot be loaded can be asked for again', async () => {
  let isOffline = true;
  const { person } = openPage(undefined, () =>
    isOffline ? 'no network' : { status: 200, body: { items: versions } },
  );
  await person.click(await press('Show what was changed'));
  await screen.findByText(/did not respond/);
  isOffline = false;
  await person.click(await press('Try again'));
  expect(await screen.findByRole('list', { name: 'Versions' })).toBeTruthy();
});
