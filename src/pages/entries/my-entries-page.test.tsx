import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { shortId } from '#core/values/id.ts';
import { pwausers } from '#forms/pwausers.ts';
import { App } from '../../app/app.tsx';
import { createAppFixture, type Reply } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
// Loaded here, so that no test waits for it.
import './my-entries-page.tsx';

afterEach(cleanup);

const idOf = (n: number) => `019a0000-0000-7000-8000-00000000000${n}`;
const entry = (n: number, answers: object = { fname: 'Mickey', lname: `Mouse ${n}` }) => ({
  id: idOf(n),
  form: 'pwausers',
  formVersion: 1,
  username: mickey.username,
  answers,
  version: 1,
  createdAt: `2026-11-0${n}T09:41:00.000Z`,
  updatedAt: `2026-11-0${n}T09:41:00.000Z`,
});
const page = (items: object[], cursor?: string) => (): Reply => ({
  status: 200,
  body: { items, cursor },
});

function openEntries(...replies: (() => Reply | Promise<Reply>)[]) {
  const fixture = createAppFixture('/pwausers/entries');
  fixture.signedIn();
  fixture.answers(...replies);
  render(<App forms={[pwausers]} deps={fixture.open()} />);
  return { ...fixture, person: userEvent.setup() };
}

test('entries show the form’s labels and the labels of its options', async () => {
  const answers = { fname: 'Mickey', lname: 'Mouse', source: 'friend', news: true };
  openEntries(page([entry(1, answers)]));
  const card = within(await cardWith('From a friend'));
  const facts = card.getAllByRole('definition').map((it) => it.textContent);
  expect(facts).toEqual(['Mickey', 'Mouse', 'From a friend', 'Yes']);
  expect(card.getAllByRole('term').map((it) => it.textContent)).toEqual([
    'First name',
    'Last name',
    'How did you hear of us?',
    'News',
  ]);
  expect(card.getByText(shortId(idOf(1)))).toBeTruthy();
  expect(card.getByRole('time').getAttribute('datetime')).toBe('2026-11-01T09:41:00.000Z');
  expect(document.title).toBe('My entries: Join us – Formstead');
});

test('answers to an earlier version of the form are shown as they are', async () => {
  openEntries(page([entry(1, { fname: { given: 'Mickey' }, source: 'radio', gone: 'x' })]));
  expect(await screen.findByText('{"given":"Mickey"}')).toBeTruthy();
  expect(screen.getByText('radio')).toBeTruthy();
});

test('“Show more” adds the next page, and moves the focus to its start', async () => {
  const { person } = openEntries(page([entry(3), entry(2)], 'next'), page([entry(1)]));
  await person.click(await screen.findByRole('button', { name: 'Show more' }));
  const third = await screen.findByText('Mouse 1');
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(3);
  expect(third.closest('li')?.contains(document.activeElement)).toBe(true);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a person who has sent nothing is led to the form', async () => {
  openEntries(page([]));
  expect(await screen.findByText('Nothing here yet. What you send appears here.')).toBeTruthy();
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('link', { name: 'Join' }).getAttribute('href')).toBe('/pwausers');
});

test('the page says while entries are being fetched', async () => {
  openEntries(() => new Promise<Reply>(() => undefined));
  expect(await screen.findByText('Getting your entries…')).toBeTruthy();
});

test('after a failed fetch the person can try again', async () => {
  const { person } = openEntries(() => 'no network', page([entry(1)]));
  expect((await screen.findByRole('alert')).textContent).toContain('could not be fetched');
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Mouse 1')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a signed-out person is asked to sign in, and comes back to the entries', async () => {
  const fixture = createAppFixture('/pwausers/entries');
  fixture.answers(page([entry(1)]));
  render(<App forms={[pwausers]} deps={fixture.open()} />);
  const person = userEvent.setup();
  expect(await screen.findByText('Sign in to see what you have sent.')).toBeTruthy();
  await person.click(within(screen.getByRole('main')).getByRole('link', { name: 'Sign in' }));
  expect(await screen.findByText('Sign in to see your entries.')).toBeTruthy();
  await person.click(screen.getByRole('button', { name: 'Sign in as Mickey' }));
  expect(await screen.findByText('Mouse 1')).toBeTruthy();
});

test('an expired session shows the page for signed-out people', async () => {
  const fixture = createAppFixture('/pwausers/entries');
  fixture.signedIn();
  fixture.cognito.expire();
  render(<App forms={[pwausers]} deps={fixture.open()} />);
  expect(await screen.findByText('Sign in to see what you have sent.')).toBeTruthy();
});

test('without a network the last known entries are shown, and the page says so', async () => {
  const fixture = createAppFixture('/pwausers/entries');
  fixture.signedIn();
  fixture.answers(page([entry(1)]), () => 'no network');
  const { unmount } = render(<App forms={[pwausers]} deps={fixture.open()} />);
  await screen.findByText('Mouse 1');
  await waitFor(() => expect(fixture.copies()).resolves.toHaveLength(1));
  unmount();
  render(<App forms={[pwausers]} deps={fixture.open()} />);
  expect((await screen.findByRole('alert')).textContent).toContain('as last loaded');
  expect(screen.getByText('Mouse 1')).toBeTruthy();
});

test('an entry is withdrawn, and that can be undone', async () => {
  const { person, sent } = openEntries(
    page([entry(1)]),
    () => ({ status: 200, body: { withdrawn: true, deleted: true } }),
    () => ({ status: 200, body: { ...entry(1), version: 3 } }),
  );
  await person.click(await screen.findByRole('button', { name: 'Withdraw' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(await screen.findByText('Entries shown: 0')).toBeTruthy();
  await person.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('button', { name: 'Withdraw' })).toBeTruthy();
  expect(await screen.findByText('Entries shown: 1')).toBeTruthy();
  await waitFor(() => expect(sent.map((it) => it.method)).toEqual(['GET', 'DELETE', 'POST']));
});

test('a waiting entry is withdrawn with an “Undo” that has the focus, as in the outbox', async () => {
  const fixture = createAppFixture('/pwausers/entries');
  fixture.signedIn();
  fixture.answers(...Array.from({ length: 20 }, () => () => 'no network' as const));
  const deps = fixture.open();
  // So that none has ever left.
  fixture.cognito.cutOff();
  for (const lname of ['Older', 'Newer'])
    await deps.outbox.submit(pwausers, { id: deps.newId(), answers: { fname: 'M', lname } });
  render(<App forms={[pwausers]} deps={deps} />);
  const person = userEvent.setup();
  const card = within(await cardWith('Newer'));
  await person.click(card.getByRole('button', { name: 'Withdraw' }));
  await waitFor(() => expect(screen.queryByText('Newer')).toBeNull());
  const undo = await screen.findByRole('button', { name: 'Undo' });
  expect(document.activeElement).toBe(undo);
  await person.click(undo);
  expect(await screen.findByText('Newer')).toBeTruthy();
  expect(screen.getByText('Older')).toBeTruthy();
});

test('after withdrawing an entry the focus is on “Undo”', async () => {
  const { person } = openEntries(page([entry(1)]), () => 'no network');
  await person.click(await screen.findByRole('button', { name: 'Withdraw' }));
  const undo = await screen.findByRole('button', { name: 'Undo' });
  await waitFor(() => expect(document.activeElement).toBe(undo));
});

test('a withdrawn entry can be restored, or deleted for good after confirming', async () => {
  const fixture = createAppFixture('/pwausers/entries?withdrawn');
  fixture.signedIn();
  fixture.answers(page([entry(2), entry(1)]), ({ url }) => {
    expect(url).toContain(`${idOf(2)}?permanent=true`);
    return { status: 200, body: { withdrawn: true, deleted: true } };
  });
  render(<App forms={[pwausers]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const card = within(await cardWith('Mouse 2'));
  expect(fixture.sent[0]?.url).toContain('withdrawn=true&deleted=true');
  expect(card.getByRole('button', { name: 'Restore' })).toBeTruthy();
  await person.click(card.getByRole('button', { name: 'Delete for ever' }));
  await person.click(card.getByRole('button', { name: 'Keep it' }));
  await person.click(card.getByRole('button', { name: 'Delete for ever' }));
  await person.click(card.getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('Deleted for ever.')).toBeTruthy();
  expect(screen.queryByText('Mouse 2')).toBeNull();
  await waitFor(() => expect(fixture.sent).toHaveLength(2));
});

async function cardWith(text: string): Promise<HTMLElement> {
  const card = (await screen.findByText(text)).closest('li');
  if (!card) throw new Error(`No card says ${text}`);
  return card;
}

test('pages without entries are skipped, up to one that has some', async () => {
  openEntries(page([], 'a'), page([], 'b'), page([entry(1)]));
  await cardWith('Mouse 1');
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('while more pages remain, the list does not say that there are no entries', async () => {
  const { person, answers } = openEntries(...Array.from({ length: 10 }, () => page([], 'more')));
  const more = await screen.findByRole('button', { name: 'Show more' });
  expect(screen.getByText('Nothing found so far. There is more to look through.')).toBeTruthy();
  expect(screen.queryByText(/Nothing here yet/)).toBeNull();
  answers(page([entry(2)]));
  await person.click(more);
  await cardWith('Mouse 2');
});

test.each<[string, Reply, RegExp]>([
  ['nothing answered', 'no network', /Check your connection/],
  ['another server answered', { status: 502, body: '<html>Bad gateway' }, /Check your connection/],
  ['our own failed', { status: 500, body: { code: 'internal' } }, /This is not your connection/],
  ['our gateway failed', { status: 502, body: { message: 'Internal server error' } }, /not your/],
  ['our gateway was busy', { status: 429, body: { message: 'Too Many Requests' } }, /busy/],
  ['it is for others', { status: 403, body: { code: 'forbidden' } }, /do not have access/],
  ['it is gone', { status: 404, body: { code: 'not_found' } }, /not there any more/],
])('where %s, the page says so', async (_, reply, text) => {
  openEntries(() => reply);
  expect((await screen.findByRole('alert')).textContent).toMatch(text);
  expect(screen.queryByText(/Nothing here yet/)).toBeNull();
});
