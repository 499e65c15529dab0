import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { choices, number, text } from '#core/fields/index.ts';
import { defineForm, type Form } from '#core/form.ts';
import { App } from '../app.tsx';
import { createFakeWorld, stored, type Reply, type Sent } from '../fake-world.tsx';
import { changeTo } from '../form/change-to.ts';
import { latestOf } from '../outbox/latest.ts';
import { parcel } from '../outbox/sample-parcels.ts';
import '../other-pages.tsx';
import './edit.tsx';
import './my-entries.tsx';
import './outbox.tsx';
import './sent.tsx';

afterEach(cleanup);

const common = { id: 'visit', title: 'A visit', action: 'Announce' };
const first: Form = defineForm({
  ...common,
  version: 1,
  fields: { name: text({ label: 'Name' }) },
});
const second: Form = defineForm({
  ...common,
  version: 2,
  fields: { guest: text({ label: 'Guest' }) },
  migrate: (answers) => ({ guest: (answers as { readonly name: string }).name }),
});
const failing: Form = defineForm({
  ...common,
  version: 2,
  fields: { guest: text({ label: 'Guest' }) },
  migrate() {
    throw new Error('It was not thought of.');
  },
});
const id = '019a0000-0000-7000-8000-000000000001';

test('what waits under an earlier version of the form keeps its answers when it is edited', () => {
  const waiting = parcel({ entry: id, form: 'visit', answers: { name: 'Mickey' } });
  const entry = latestOf([waiting], id) ?? expect.fail();
  expect(changeTo(second, entry).held).toEqual({ guest: 'Mickey' });
});

test('what an earlier app has kept without its version is understood all the same', () => {
  expect(changeTo(second, { id, answers: { name: 'Mickey' } }).held).toEqual({ guest: 'Mickey' });
});

/** Mickey has filled in the first version without a network, and the app is another by now. */
async function waitingUnder(form: Form, path: string) {
  const world = createFakeWorld('/visit');
  world.signedIn();
  world.answers(...Array.from({ length: 20 }, () => (): Reply => 'no network'));
  const person = userEvent.setup();
  const { unmount } = render(<App forms={[first]} deps={world.open()} />);
  await person.type(await screen.findByLabelText('Name'), 'Mickey{Enter}');
  await waitFor(async () => expect(await world.parcels()).toHaveLength(1));
  unmount();
  window.history.replaceState(null, '', path);
  render(<App forms={[form]} deps={world.open()} />);
  return { person };
}

test.each(['/visit/entries', '/outbox'])(
  'what waits is told in the words of today (%s)',
  async (path) => {
    await waitingUnder(second, path);
    expect((await screen.findByText('Guest')).closest('dt')?.nextSibling?.textContent).toBe(
      'Mickey',
    );
  },
);

test.each(['/visit/entries', '/outbox'])(
  'what waits is told as it is where `migrate` fails (%s)',
  async (path) => {
    await waitingUnder(failing, path);
    const line = await screen.findByText('name (no longer asked)');
    expect(line.closest('dt')?.nextSibling?.textContent).toBe('Mickey');
  },
);

/** Neither the web nor rum any more, and nothing of more than five letters. */
const stricter: Form = defineForm({
  ...common,
  version: 2,
  fields: {
    name: text({ label: 'Name', max: 5 }),
    likes: choices({ label: 'Likes', options: { tea: 'Tea', milk: 'Milk' }, optional: true }),
    age: number({ label: 'Age', max: 120, optional: true }),
  },
});
const before = { name: 'Mickey Mouse', web: 'https://m.example', likes: ['milk', 'rum'], age: 130 };

async function editing() {
  const world = createFakeWorld(`/visit/entries/${id}`);
  world.signedIn();
  const puts: unknown[] = [];
  const reply = (sent: Sent): Reply => {
    if (sent.method === 'PUT') puts.push(sent.body);
    const answers = sent.method === 'PUT' ? sent.body : before;
    return { status: 200, body: stored(sent, { id, form: 'visit', answers }) };
  };
  world.answers(...Array.from({ length: 20 }, () => reply));
  render(<App forms={[stricter]} deps={world.open()} />);
  return { puts, person: userEvent.setup() };
}

test('edited under a form that is stricter by now, and nothing touched: all stays as it is', async () => {
  const { puts, person } = await editing();
  const name = await screen.findByDisplayValue('Mickey Mouse');
  expect(screen.getByRole('checkbox', { name: 'rum (no longer offered)' })).toHaveProperty(
    'checked',
    true,
  );
  expect(screen.getByText('web').closest('dt')?.nextSibling?.textContent).toBe('https://m.example');
  await person.type(name, '{Enter}');
  await screen.findByRole('heading', { name: 'Your change is saved' });
  const { web: _, ...asked } = before;
  expect(puts).toEqual([asked]);
});

test('what is touched is held to the rules of today', async () => {
  const { puts, person } = await editing();
  await person.type(await screen.findByDisplayValue('Mickey Mouse'), '!{Enter}');
  await screen.findByRole('alert');
  expect(puts).toEqual([]);
  await person.clear(screen.getByLabelText('Name'));
  await person.click(screen.getByRole('checkbox', { name: 'Tea' }));
  await person.type(screen.getByLabelText('Name'), 'Min{Enter}');
  await screen.findByRole('heading', { name: 'Your change is saved' });
  expect(puts).toEqual([{ name: 'Min', likes: ['tea', 'milk', 'rum'], age: 130 }]);
});
