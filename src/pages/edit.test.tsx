import { cleanup, render, screen } from '@testing-library/react';
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
  fields: { name: text({ label: 'Name' }) },
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

test.each([
  ['saved', 'Fill in another', (): Reply => 'no network'],
  ['delivered', 'Send another', said],
] as const)('after a change that is %s, another one is a new entry', async (_, button, answer) => {
  const person = await change(answer);
  await person.click(await screen.findByRole('button', { name: button }));
  expect(await screen.findByRole('heading', { name: 'A visit', level: 1 })).toBeTruthy();
  expect(screen.getByLabelText('Name')).toHaveProperty('value', '');
  expect(window.location.pathname).toBe('/visit');
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
