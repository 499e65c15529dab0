import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form.ts';
import { App } from '../app.tsx';
import { createFakeWorld, stored, type Reply, type Sent } from '../fake-world.tsx';
import './edit.tsx';
import './sent.tsx';

afterEach(cleanup);

const form = defineForm({
  id: 'visit',
  version: 1,
  title: 'A visit',
  action: 'Announce',
  fields: { name: text({ label: 'Name' }), town: text({ label: 'Town', optional: true }) },
});
const id = '019a0000-0000-7000-8000-000000000001';
const said = (sent: Sent): Reply => ({
  status: 200,
  body: stored(sent, { id, form: form.id, answers: { name: 'Mickey' } }),
});

/** Mickey has opened an entry of theirs, and sends it with another name. */
async function change(answer: (sent: Sent) => Reply) {
  const world = createFakeWorld(`/visit/entries/${id}`);
  world.signedIn();
  // The page may read the entry more than once before it has it.
  const reply = (sent: Sent) => (sent.method === 'GET' ? said(sent) : answer(sent));
  world.answers(reply, reply, reply, reply);
  render(<App forms={[form]} deps={world.open()} />);
  const person = userEvent.setup();
  const name = await screen.findByLabelText('Name');
  await person.clear(name);
  await person.type(name, 'Minnie{Enter}');
  return person;
}

test('after a change the page says what was changed and when, and leads to the entry', async () => {
  const updatedAt = '2026-11-21T10:15:00.000Z';
  await change((sent) => ({
    status: 200,
    body: stored(sent, { id, form: form.id, version: 2, updatedAt, Message: 'Added!' }),
  }));
  const heading = await screen.findByRole('heading', { name: 'Your change is saved' });
  const main = within(heading.closest('main') as HTMLElement);
  expect(main.getByText('Name').closest('dt')?.nextSibling?.textContent).toBe('Minnie');
  expect(main.getByText('Changed').closest('dt')?.nextSibling?.firstChild).toHaveProperty(
    'dateTime',
    updatedAt,
  );
  expect(main.queryByText('Town')).toBeNull();
  expect(main.queryByText('Added!')).toBeNull();
  expect(main.getAllByRole('link').map((it) => it.getAttribute('href'))).toEqual([
    '/visit/entries',
    `/visit/sent/${id}`,
  ]);
});

test('an entry that waits on a device whose storage does not answer is not one that is gone', async () => {
  const world = createFakeWorld(`/visit/entries/${id}`);
  world.signedIn();
  world.answers(() => 'no network');
  const { outbox } = world.open();
  await outbox.submit(form, { id, answers: { name: 'Mickey' } });
  await expect.poll(() => outbox.view().drained?.is).toBe('rest');
  world.silence();
  const deps = world.open();
  world.answers(() => ({ status: 404, body: { code: 'not_found', title: 'Not found' } }));
  render(<App forms={[form]} deps={deps} />);
  expect(await screen.findByText('This device’s storage does not answer')).toBeTruthy();
  world.answerAgain();
  await deps.outbox.reread();
  expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Mickey');
});

test('after a change that waits, the next step is one’s entries', async () => {
  await change((): Reply => 'no network');
  await screen.findByRole('heading', { name: 'Saved on this device' });
  expect(screen.queryByRole('button', { name: 'Fill in another' })).toBeNull();
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('link', { name: 'My entries' })).toBeTruthy();
});

const problem = (status: number, code: string): Reply => ({ status, body: { code, title: 'No' } });

test.for([
  ['no network', 'no network', 'This entry could not be fetched', /Check your connection/],
  ['500', problem(500, 'internal'), 'This entry could not be fetched', /wrong with the server/],
  ['404', problem(404, 'not_found'), 'There is no such entry', /may have been erased/],
  ['400', problem(400, 'invalid_parameter'), 'There is no such entry', /may be mistyped/],
  ['410', problem(410, 'gone'), 'This entry is withdrawn', /can be restored/],
  ['403', problem(403, 'forbidden'), 'You cannot see this entry', /does not have access/],
] as const)(
  'an entry that cannot be opened says why: %s',
  async ([, reply, heading, explanation]) => {
    for (const path of [`/visit/entries/${id}`, `/visit/sent/${id}`]) {
      const world = createFakeWorld(path);
      world.signedIn();
      world.answers(() => reply);
      render(<App forms={[form]} deps={world.open()} />);
      await screen.findByRole('heading', { name: heading, level: 1 });
      const alert = screen.getByRole('alert').textContent ?? '';
      expect(alert).toMatch(explanation);
      if (reply !== 'no network') expect(alert).not.toMatch(/connection/);
      cleanup();
    }
  },
);

test('an entry that could not be fetched is asked for again', async () => {
  const world = createFakeWorld(`/visit/entries/${id}`);
  world.signedIn();
  world.answers(() => 'no network', said);
  render(<App forms={[form]} deps={world.open()} />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Mickey');
});

test.for(['entries', 'sent'])(
  'a link to an entry (%s) leads by the sign-in page back to it',
  async (part) => {
    const world = createFakeWorld(`/visit/${part}/${id}`);
    world.answers(said, said);
    render(<App forms={[form]} deps={world.open()} />);
    const person = userEvent.setup();
    await screen.findByRole('heading', { name: 'Sign in to see this entry' });
    const main = within(screen.getByRole('main'));
    await person.click(main.getByRole('link', { name: 'Sign in' }));
    await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
    if (part === 'entries') await screen.findByDisplayValue('Mickey');
    else await screen.findByRole('heading', { name: 'Delivered' });
    expect(window.location.pathname).toBe(`/visit/${part}/${id}`);
  },
);
