import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { brand } from '#brand/brand.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { products } from '#forms/products.ts';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
// Loaded here, so that no test waits for it.
import '../../app/secondary-pages.tsx';

afterEach(cleanup);

const idOf = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const entry = (n: number, answers: object = { fname: 'Mickey', lname: `Mouse ${n}` }) => ({
  id: idOf(n),
  form: 'pwausers',
  formVersion: 1,
  username: mickey.username,
  answers,
  version: 1,
  createdAt: `2026-11-${String(n).padStart(2, '0')}T09:41:00.000Z`,
  updatedAt: `2026-11-${String(n).padStart(2, '0')}T09:41:00.000Z`,
});
const page = (items: object[], cursor?: string) => (): Reply => ({
  status: 200,
  body: { items, cursor },
});

const forms = [pwausers] as const;

function openEntries(...replies: ((sent: Sent) => Reply | Promise<Reply>)[]) {
  return openAt('/entries', forms, replies);
}

function openAt(
  path: string,
  of: readonly [Form, ...Form[]],
  replies: readonly ((sent: Sent) => Reply | Promise<Reply>)[],
) {
  const fixture = createAppFixture(path);
  fixture.signedIn();
  fixture.answers(...replies);
  render(<AppOfForms forms={of} deps={fixture.open()} />);
  return { ...fixture, person: userEvent.setup() };
}

const inMain = () => within(screen.getByRole('main'));
const lines = () => screen.queryAllByRole('listitem').map((it) => it.textContent);

test('an entry is one line: what it is, its form, its date and its status', async () => {
  const answers = { fname: 'Mickey', lname: 'Mouse', source: 'friend', news: true };
  openEntries(page([entry(1, answers)]));
  const link = await screen.findByRole('link', { name: 'Mickey · Mouse · From a friend' });
  expect(link.getAttribute('href')).toBe(`/entries/pwausers/${idOf(1)}`);
  const line = within(link.closest('li') ?? expect.fail());
  expect(line.getByText('Join us')).toBeTruthy();
  expect(line.getByText('Sent')).toBeTruthy();
  expect(line.getByRole('time').getAttribute('datetime')).toBe('2026-11-01T09:41:00.000Z');
  expect(document.title).toBe(`My entries – ${brand.name}`);
});

/** Each form's list, by the form's id in the address. */
const byForm =
  (lists: Readonly<Record<string, Reply>>) =>
  ({ url }: Sent): Reply =>
    Object.entries(lists).find(([form]) => url.includes(`/${form}?`))?.[1] ?? 'no network';

test('entries of all forms are one list, newest first', async () => {
  const reply = byForm({
    pwausers: page([entry(3), entry(1)])(),
    products: page([{ ...entry(2, { name: 'A lamp' }), form: 'products' }])(),
  });
  openAt('/entries', [pwausers, products], [reply, reply]);
  await waitFor(() => expect(lines()).toHaveLength(3));
  expect(lines().map((it) => /Mouse \d|A lamp/.exec(it ?? '')?.[0])).toEqual([
    'Mouse 3',
    'A lamp',
    'Mouse 1',
  ]);
});

test('an older entry waits for “Show more” while newer ones of another form are not loaded', async () => {
  const first = byForm({
    pwausers: page([entry(9), entry(8)], 'next')(),
    products: page([{ ...entry(2, { name: 'A lamp' }), form: 'products' }])(),
  });
  const { person } = openAt('/entries', [pwausers, products], [first, first, page([entry(7)])]);
  const more = await screen.findByRole('button', { name: 'Show more' });
  await screen.findByText(/Mouse 8/);
  expect(screen.queryByText(/A lamp/)).toBeNull();
  await person.click(more);
  await screen.findByText(/A lamp/);
  expect(lines()).toHaveLength(4);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Mickey · Mouse 7'));
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a search finds an answer as people read it, although no line shows it', async () => {
  let isLoaded = false;
  const code = {
    ...text({ label: 'Code' }),
    load: async () => void (isLoaded = true),
    show: (it: string) => (isLoaded ? `Norway ${it}` : it),
  };
  const names = Object.fromEntries(['a', 'b', 'c'].map((it) => [it, text({ label: it })]));
  const fields = { ...names, code };
  const visit = defineForm({ id: 'visit', version: 1, title: 'Visit', action: 'Send', fields });
  const answers = { a: 'Ada', b: 'Bob', c: 'Cy', code: 'NO1234' };
  const sent = { ...entry(1, answers), form: 'visit' };
  const { person } = openAt('/entries', [visit], [page([sent])]);
  await screen.findByRole('link', { name: 'Ada · Bob · Cy' });
  expect(isLoaded).toBe(false);
  await person.type(screen.getByRole('searchbox'), 'norway');
  expect(await screen.findByRole('link', { name: 'Ada · Bob · Cy' })).toBeTruthy();
});

test('one form is chosen in the filter, and only its entries are requested', async () => {
  const reply = byForm({ pwausers: page([entry(1)])(), products: page([])() });
  const { person, sent, answers } = openAt('/entries', [pwausers, products], [reply, reply]);
  await screen.findByText(/Mouse 1/);
  answers(reply);
  await person.selectOptions(screen.getByLabelText('Form'), 'Join us');
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[2]?.url).toContain('/pwausers?');
  expect(window.location.search).toBe('?form=pwausers');
  expect(document.title).toContain('Join us');
});

test('the search finds words of answers, and the reference that a receipt shows', async () => {
  const { person } = openEntries(page([entry(2), entry(1, { fname: 'Bjørn', lname: 'Ås' })]));
  await screen.findByText(/Mouse 2/);
  const box = screen.getByRole('searchbox', { name: 'Search my entries' });
  await person.type(box, 'bjorn as');
  expect(lines()).toHaveLength(1);
  expect(window.location.search).toBe('?q=bjorn+as');
  await person.clear(box);
  await person.type(box, entryReference(idOf(2)).toLowerCase());
  expect(lines()).toEqual([expect.stringContaining('Mouse 2')]);
  await person.type(box, ' nothing');
  expect(screen.getByText('No matches')).toBeTruthy();
  await person.click(screen.getByRole('link', { name: 'Show all entries' }));
  expect(lines()).toHaveLength(2);
});

test('forms that are not looked through at first are said, and loaded by “Show more”', async () => {
  const many = Array.from({ length: 30 }, (_, n) => ({ ...pwausers, id: `form-${n}` }));
  const { person, sent, answers } = openAt(
    '/entries',
    many as unknown as readonly [Form, ...Form[]],
    Array.from({ length: 24 }, () => page([])),
  );
  expect(await screen.findByText('Entries from 6 more forms are not loaded yet.')).toBeTruthy();
  expect(sent).toHaveLength(24);
  answers(...Array.from({ length: 6 }, () => page([])));
  await person.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(sent).toHaveLength(30));
  expect(await screen.findByText(/You have not sent anything yet/)).toBeTruthy();
});

test('a person who has sent nothing is led to the forms, or to the form that is chosen', async () => {
  openEntries(page([]));
  expect(await screen.findByText(/You have not sent anything yet/)).toBeTruthy();
  expect(inMain().getByRole('link', { name: 'See the forms' }).getAttribute('href')).toBe('/');
  cleanup();
  openAt('/entries?form=pwausers', forms, [page([])]);
  const link = await inMain().findByRole('link', { name: 'Join' });
  expect(link.getAttribute('href')).toBe('/pwausers');
});

test('the page says while entries are being loaded', async () => {
  openEntries(() => new Promise<Reply>(() => undefined));
  expect(await screen.findByText('Loading your entries…')).toBeTruthy();
});

test('after a failed request the person can try again', async () => {
  const { person } = openEntries(() => 'no network', page([entry(1)]));
  expect((await screen.findByRole('alert')).textContent).toContain('Could not load');
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/Mouse 1/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('without a network, one form is tried and not all of them', async () => {
  const many = Array.from({ length: 20 }, (_, n) => ({ ...pwausers, id: `form-${n}` }));
  const { sent } = openAt(
    '/entries',
    many as unknown as readonly [Form, ...Form[]],
    Array.from({ length: 20 }, () => () => 'no network' as const),
  );
  await screen.findByRole('alert');
  expect(sent.length).toBeLessThanOrEqual(4);
});

test('a signed-out person is asked to sign in, and comes back to the entries', async () => {
  const fixture = createAppFixture('/entries?form=pwausers');
  fixture.answers(page([entry(1)]));
  render(<AppOfForms forms={forms} deps={fixture.open()} />);
  const person = userEvent.setup();
  expect(await screen.findByText('Sign in to see your entries.')).toBeTruthy();
  await person.click(within(screen.getByRole('main')).getByRole('link', { name: 'Sign in' }));
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  expect(await screen.findByText(/Mouse 1/)).toBeTruthy();
  expect(window.location.search).toBe('?form=pwausers');
});

test('an expired session shows the page for signed-out people', async () => {
  const fixture = createAppFixture('/entries');
  fixture.signedIn();
  fixture.cognito.expire();
  render(<AppOfForms forms={forms} deps={fixture.open()} />);
  expect(await screen.findByText('Sign in to see your entries.')).toBeTruthy();
});

test('without a network the last known entries are shown, and the page says so', async () => {
  const fixture = createAppFixture('/entries');
  fixture.signedIn();
  fixture.answers(page([entry(1)]), () => 'no network');
  const { unmount } = render(<AppOfForms forms={forms} deps={fixture.open()} />);
  await screen.findByText(/Mouse 1/);
  await waitFor(() => expect(fixture.copies()).resolves.toHaveLength(1));
  unmount();
  render(<AppOfForms forms={forms} deps={fixture.open()} />);
  expect((await screen.findByRole('alert')).textContent).toContain('as last loaded');
  expect(await screen.findByText(/Mouse 1/)).toBeTruthy();
});

test('an entry that waits is in the list, and can be looked for by its status', async () => {
  const fixture = createAppFixture('/entries');
  fixture.signedIn();
  const deps = fixture.open();
  // So that it never leaves.
  fixture.cognito.cutOff();
  await deps.outbox.submit(pwausers, { id: idOf(2), answers: { fname: 'M', lname: 'Waiting' } });
  await deps.entryCache.keep(mickey.username, { form: pwausers }, [entry(1)]);
  render(<AppOfForms forms={forms} deps={deps} />);
  const person = userEvent.setup();
  const line = (await screen.findByText(/Waiting$/)).closest('li') ?? expect.fail();
  expect(within(line).getByText(/Saved on this device/)).toBeTruthy();
  await screen.findByText(/Mouse 1/);
  expect(lines()).toHaveLength(2);
  await person.selectOptions(screen.getByLabelText('Status'), 'Waiting to be sent');
  expect(lines()).toHaveLength(1);
});

test('withdrawn entries are a list of their own', async () => {
  const { sent } = openAt('/entries?status=withdrawn', forms, [page([entry(1)])]);
  const line = (await screen.findByText(/Mouse 1/)).closest('li') ?? expect.fail();
  expect(within(line).getByText('Withdrawn')).toBeTruthy();
  expect(sent[0]?.url).toContain('deleted=true');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Withdrawn entries');
});

test('pages without entries are skipped, up to one that has some', async () => {
  openEntries(page([], 'a'), page([], 'b'), page([entry(1)]));
  await screen.findByText(/Mouse 1/);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('while more pages remain, the list does not say that there are no entries', async () => {
  const { person, answers } = openEntries(...Array.from({ length: 10 }, () => page([], 'more')));
  const more = await screen.findByRole('button', { name: 'Show more' });
  expect(screen.getByText(/No entries found so far/)).toBeTruthy();
  expect(screen.queryByText(/You have not sent anything yet/)).toBeNull();
  answers(page([entry(2)]));
  await person.click(more);
  await screen.findByText(/Mouse 2/);
});

test.each<[string, Reply, RegExp]>([
  ['nothing answered', 'no network', /Check your connection/],
  ['another server answered', { status: 502, body: '<html>Bad gateway' }, /Check your connection/],
  ['our own failed', { status: 500, body: { code: 'internal' } }, /not with your connection/],
  [
    'our gateway failed',
    { status: 502, body: { message: 'Internal server error' } },
    /not with your/,
  ],
  ['our gateway was busy', { status: 429, body: { message: 'Too Many Requests' } }, /busy/],
  ['it is for others', { status: 403, body: { code: 'forbidden' } }, /not have access/],
])('where %s, the page says so', async (_, reply, text) => {
  openEntries(() => reply);
  expect((await screen.findByRole('alert')).textContent).toMatch(text);
  expect(screen.queryByText(/You have not sent anything yet/)).toBeNull();
});
