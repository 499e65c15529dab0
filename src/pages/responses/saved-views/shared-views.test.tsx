import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Role } from '#core/roles/role.ts';
import type { Reply, Sent } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
import { openResponsesPage, page, response } from '../../../testing/open-responses-page.tsx';

afterEach(cleanup);

const items = [response(1, { source: 'event' }), response(2, { source: 'friend' })];
const byAda = {
  id: '019a0000-0000-7000-8000-000000000001',
  name: 'Events',
  query: 'answer.source=event',
  by: 'ada',
  email: 'ada@example.com',
  at: '2026-11-20T09:41:00.000Z',
};

type Panel = {
  readonly before?: View[];
  readonly query?: string;
  readonly role?: Role;
  /** The first list comes once this is done. */
  readonly until?: Promise<void>;
};
type View = { readonly id: string; readonly name: string | null };

/** A page with its panel open, of an owner unless a role is given, and a server that has these views. */
async function openPanel({ before = [], query = '', role, until }: Panel = {}) {
  let stored = before;
  let reply: Reply | undefined;
  let isListed = false;
  const sent: unknown[] = [];
  const views = ({ method, body }: Sent) => {
    if (reply) return reply;
    if (method === 'GET') {
      const list = page(stored);
      const isFirst = !isListed;
      isListed = true;
      return isFirst && until ? until.then(() => list) : list;
    }
    const view = { by: mickey.username, at: '2026-11-21T09:41:00.000Z', ...(body as View) };
    sent.push(body);
    const old = stored.find(({ id }) => id === view.id);
    const next = { ...view, ...(old && { by: 'ada', at: byAda.at }) };
    stored = [...stored.filter(({ id }) => id !== view.id), ...(view.name === null ? [] : [next])];
    return { status: 200, body: next };
  };
  const fixture = openResponsesPage(
    { pages: () => page(items), views, ...(role && { role }) },
    query,
  );
  await screen.findByText(/ responses$/);
  await fixture.person.click(screen.getByRole('button', { name: 'Saved views' }));
  await screen.findByLabelText('Name');
  const save = async (name: string) => {
    await fixture.person.type(screen.getByLabelText('Name'), `${name}{Enter}`);
  };
  const press = async (name: string) =>
    fixture.person.click(await screen.findByRole('button', { name }));
  return { ...fixture, save, press, sent, setReply: (next?: Reply) => void (reply = next) };
}

const lines = () =>
  within(screen.getByRole('list', { name: 'Saved views' }))
    .getAllByRole('listitem')
    .map((it) => within(it).getByRole('link').textContent);

test('a view that others share is in the list, says who shared it and when, and is shown', async () => {
  const { person } = await openPanel({ before: [byAda] });
  expect(await screen.findByText(/^Shared by ada@example.com, .*2026/)).toBeTruthy();
  await person.click(screen.getByRole('link', { name: 'Events' }));
  expect(await screen.findByText('1 of 2 responses')).toBeTruthy();
});

test('a saved view is shared once, however often it is tried, and is in the list once', async () => {
  const { save, press, sent, setReply } = await openPanel({ query: '?q=mouse' });
  await save('Mice');
  setReply('no network');
  await press('Share Mice');
  expect(await screen.findByText(/^Sharing needs a network/)).toBeTruthy();
  expect(await screen.findByText(/^Could not load the shared views/)).toBeTruthy();
  setReply();
  await press('Share Mice');
  expect(await screen.findByText(/^“Mice” is shared with everybody/)).toBeTruthy();
  expect(screen.getByText(/^Shared by you, /)).toBeTruthy();
  expect(lines()).toEqual(['Mice']);
  expect(screen.queryByText(/^Could not load/)).toBeNull();
  await press('Rename Mice');
  await press('Save name');
  expect(sent).toEqual([{ id: expect.any(String), name: 'Mice', query: 'q=mouse' }]);
});

test('a list that comes late does not take away what was shared meanwhile', async () => {
  let arrive: (() => void) | undefined;
  const until = new Promise<void>((resolve) => (arrive = resolve));
  const { save, press } = await openPanel({ query: '?q=mouse', until });
  await save('Mice');
  await press('Share Mice');
  await screen.findByText(/^Shared by you, /);
  await act(async () => arrive?.());
  await act(async () => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(screen.getByText(/^Shared by you, /)).toBeTruthy();
});

test('a shared view is renamed, here and on this device', async () => {
  const { person, save, press, sent } = await openPanel({ query: '?q=mouse' });
  await save('Mice');
  await press('Share Mice');
  await press('Rename Mice');
  const box = await screen.findByLabelText('New name of Mice');
  expect(document.activeElement).toBe(box);
  await person.clear(box);
  await person.keyboard('{Enter}');
  expect(screen.getByText('Give the view a name.')).toBeTruthy();
  await person.type(box, 'All  mice{Enter}');
  expect(await screen.findByText('Its name is now “All mice”.')).toBeTruthy();
  expect(lines()).toEqual(['All mice']);
  expect(sent.at(-1)).toMatchObject({ name: 'All mice', query: 'q=mouse' });
  await press('Stop sharing All mice');
  expect(await screen.findByRole('button', { name: 'Share All mice' })).toBeTruthy();
});

test('an owner stops sharing somebody’s view, and shares it again', async () => {
  const { press, sent } = await openPanel({ before: [byAda] });
  await press('Stop sharing Events');
  expect(await screen.findByText('“Events” is no longer shared.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Events' })).toBeNull();
  await press('Undo');
  expect(await screen.findByText(/^“Events” is shared/)).toBeTruthy();
  expect(lines()).toEqual(['Events']);
  const { id, name, query } = byAda;
  expect(sent).toEqual([
    { id, name: null },
    { id, name, query },
  ]);
});

test('without a network there are the shared views that were seen last', async () => {
  const { press, person, copies, setReply } = await openPanel({ before: [byAda] });
  await screen.findByRole('link', { name: 'Events' });
  await waitFor(async () => expect((await copies()).length).toBeGreaterThan(0));
  setReply('no network');
  await press('Saved views');
  await press('Saved views');
  expect(await screen.findByText(/^Could not load the shared views/)).toBeTruthy();
  expect(lines()).toEqual(['Events']);
  setReply();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText(/^Could not load/)).toBeNull());
});

test.each([
  ['full', /^100 views of this form are shared/],
  ['forbidden', /^Your role in this form does not allow this/],
  ['not_found', 'The server did not accept it.'],
])('a refusal is said: %s', async (code, text) => {
  const { save, press, setReply } = await openPanel({ query: '?q=mouse' });
  await save('Mice');
  setReply({ status: 409, body: { code, title: 'No' } });
  await press('Share Mice');
  expect(await screen.findByText(text)).toBeTruthy();
});

test.each([
  ['reader', []],
  ['reviewer', ['Share Mice', 'Rename Mine', 'Stop sharing Mine']],
  [
    'owner',
    ['Share Mice', 'Rename Events', 'Stop sharing Events', 'Rename Mine', 'Stop sharing Mine'],
  ],
] as const)('a %s is offered what their role allows', async (role, offered) => {
  const { id, ...mine } = { ...byAda, name: 'Mine', by: mickey.username };
  const before = [byAda, { ...mine, id: id.replace(/1$/, '2') }];
  const { save } = await openPanel({ before, query: '?q=mouse', role });
  await screen.findByRole('link', { name: 'Mine' });
  await save('Mice');
  const buttons = within(screen.getByRole('list', { name: 'Saved views' })).getAllByRole('button');
  const names = buttons.map((it) => it.getAttribute('aria-label') ?? it.textContent);
  expect(names.filter((it) => /^(Share|Rename|Stop)/.test(it))).toEqual(offered);
});
