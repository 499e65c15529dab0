import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form.ts';
import { App } from '../app.tsx';
import { write } from '../device/database.ts';
import { createVault } from '../device/vault.ts';
import { createFakeWorld, mickey, stored, type Reply, type Sent } from '../fake-world.tsx';
import '../other-pages.tsx';
import './edit.tsx';
import './sent.tsx';

afterEach(cleanup);

const form: Form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Announce',
  fields: {
    name: text({ label: 'Name' }),
    room: text({ label: 'Room', optional: true }),
  },
});
const id = '019a0000-0000-7000-8000-000000000001';

/** An entry of Mickey's on a server that keeps to If-Match, and a device where a change to it is half typed. */
async function halfTyped(typed: string, firstForm = form) {
  const world = createFakeWorld(`/visit/entries/${id}`);
  world.signedIn();
  const server = { version: 1, formVersion: 1, answers: { name: 'Mickey', room: '1' } as object };
  const puts: (string | null)[] = [];
  let isOnline = true;
  const body = (sent: Sent) => stored(sent, { id, form: form.id, ...server });
  const reply = (sent: Sent): Reply => {
    if (!isOnline) return 'no network';
    if (sent.method === 'GET') return { status: 200, body: body(sent) };
    const match = sent.headers.get('If-Match');
    puts.push(match);
    if (match !== `"${server.version}"`)
      return { status: 412, body: { code: 'stale', title: 'Stale', current: body(sent) } };
    server.version += 1;
    server.answers = sent.body as object;
    return { status: 200, body: body(sent) };
  };
  world.answers(...Array.from({ length: 50 }, () => reply));
  const person = userEvent.setup();
  const open = (of = form) => render(<App forms={[of]} deps={world.open()} />);
  const { unmount } = open(firstForm);
  const name = await screen.findByLabelText('Name');
  await person.clear(name);
  await person.type(name, typed);
  await waitFor(async () => expect(await world.drafts()).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  // The tab is closed, killed, or loaded again for a new version of the app.
  unmount();
  return {
    world,
    server,
    puts,
    person,
    open,
    elsewhere: (answers: object, more: object = {}) =>
      void Object.assign(server, { version: server.version + 1, answers, ...more }),
    goOffline: () => void (isOnline = false),
  };
}

const changed = 'This entry was changed elsewhere while you were editing it';

test('half typed here and changed elsewhere in another field: both are in the form, and it says so', async () => {
  const { server, puts, person, open, elsewhere } = await halfTyped('Minnie');
  elsewhere({ name: 'Mickey', room: '2' });
  open();
  const name = await screen.findByDisplayValue('Minnie');
  expect(screen.getByLabelText(/^Room/)).toHaveProperty('value', '2');
  const said = (await screen.findByText(changed)).closest('section') ?? expect.fail();
  expect(within(said).getByText('Room').closest('dt')?.nextSibling?.textContent).toBe('2');
  await person.type(name, '{Enter}');
  await screen.findByRole('heading', { name: 'Your change is saved' });
  expect({ puts, answers: server.answers }).toEqual({
    puts: ['"2"'],
    answers: { name: 'Minnie', room: '2' },
  });
});

test('half typed here, and nothing changed elsewhere: nothing is said about it', async () => {
  const { open } = await halfTyped('Minnie');
  open();
  await screen.findByDisplayValue('Minnie');
  expect(screen.queryByText(changed)).toBeNull();
});

test.each([
  ['mine', /Minnie/, 'Minnie'],
  ['theirs', /Donald/, 'Donald'],
])(
  'half typed here and changed elsewhere in the same field: that is asked, and %s goes on',
  async (_, choice, name) => {
    const { server, puts, person, open, elsewhere } = await halfTyped('Minnie');
    elsewhere({ name: 'Donald', room: '2' });
    open();
    await screen.findByText(changed);
    expect(screen.queryByLabelText('Room')).toBeNull();
    expect(screen.getAllByRole('radio', { checked: false })).toHaveLength(2);
    await person.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByText('Choose one of the two answers');
    await person.click(screen.getByRole('radio', { name: choice }));
    await person.click(screen.getByRole('button', { name: 'Save' }));
    await person.type(await screen.findByDisplayValue(name), '{Enter}');
    await screen.findByRole('heading', { name: 'Your change is saved' });
    expect({ puts, answers: server.answers }).toEqual({
      puts: ['"2"'],
      answers: { name, room: '2' },
    });
  },
);

test('who discards what they typed edits the entry as it is by now', async () => {
  const { person, open, elsewhere, world } = await halfTyped('Minnie');
  elsewhere({ name: 'Donald', room: '2' });
  open();
  await person.click(await screen.findByRole('button', { name: 'Discard what I typed' }));
  expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Donald');
  expect(await world.drafts()).toEqual([]);
});

test('what an earlier version of the app kept without its base is opened, and all that differs is asked', async () => {
  const { server, person, open, world } = await halfTyped('Minnie');
  const [draft] = await world.drafts();
  const held = { name: 'Minnie', room: '1' };
  const sealed = await createVault(world.database).seal(mickey.username, held);
  const record = { ...(draft ?? expect.fail()), sealed };
  await world.database((it) => write(it, 'drafts', (drafts) => drafts.put(record)));
  open();
  expect(await screen.findAllByRole('radiogroup')).toHaveLength(1);
  await person.click(screen.getByRole('radio', { name: /Minnie/ }));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await person.type(await screen.findByDisplayValue('Minnie'), '{Enter}');
  await screen.findByRole('heading', { name: 'Your change is saved' });
  expect(server.answers).toEqual({ name: 'Minnie', room: '1' });
});

test('without a network what was half typed is there, and is merged when it arrives', async () => {
  const { open, goOffline } = await halfTyped('Minnie');
  goOffline();
  open();
  await screen.findByDisplayValue('Minnie');
  expect(screen.getByLabelText(/^Room/)).toHaveProperty('value', '1');
});

const second: Form = defineForm({
  id: 'visit',
  version: 2,
  title: 'A visit',
  action: 'Announce',
  fields: { guest: text({ label: 'Guest' }), room: text({ label: 'Room', optional: true }) },
  migrate(answers) {
    const { name, ...rest } = answers as { readonly name: string };
    return { ...rest, guest: name };
  },
});

test('half typed in an earlier version of the form, and changed elsewhere: both in the form of today', async () => {
  const { server, person, open, elsewhere } = await halfTyped('Minnie');
  elsewhere({ guest: 'Mickey', room: '2' }, { formVersion: 2 });
  open(second);
  const guest = await screen.findByDisplayValue('Minnie');
  expect(guest).toBe(screen.getByLabelText('Guest'));
  await person.type(guest, '{Enter}');
  await screen.findByRole('heading', { name: 'Your change is saved' });
  expect(server.answers).toEqual({ guest: 'Minnie', room: '2' });
});

test('a new entry half typed in an earlier version of the form is in that of today', async () => {
  const world = createFakeWorld('/visit');
  world.signedIn();
  const person = userEvent.setup();
  const { unmount } = render(<App forms={[form]} deps={world.open()} />);
  await person.type(await screen.findByLabelText('Name'), 'Minnie');
  await waitFor(async () => expect(await world.drafts()).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  unmount();
  render(<App forms={[second]} deps={world.open()} />);
  await screen.findByDisplayValue('Minnie');
  expect(screen.getByLabelText('Guest')).toHaveProperty('value', 'Minnie');
});
