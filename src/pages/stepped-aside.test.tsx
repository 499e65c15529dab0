import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { App } from '../app.tsx';
import { createFakeWorld, stored, type Reply, type Sent } from '../fake-world.tsx';
// Loaded here, so that no test waits for it.
import './outbox.tsx';

afterEach(cleanup);

/** A server that fails at whatever Mickey sends, and takes everything else. */
async function withOneAside() {
  const world = createFakeWorld('/outbox');
  world.signedIn();
  let isMended = false;
  const reply = (sent: Sent): Reply => {
    const { fname } = sent.body as { fname: string };
    const isPoison = fname === 'Mickey' && !isMended;
    if (isPoison) return { status: 500, body: { code: 'internal', title: 'No' } };
    return { status: 201, body: stored(sent) };
  };
  world.answers(...Array.from({ length: 40 }, () => reply));
  const deps = world.open();
  const submit = (fname: string) =>
    deps.outbox.submit(pwausers, { id: deps.newId(), answers: { fname, lname: 'Mouse' } });
  await submit('Mickey');
  await submit('Minnie');
  for (let turn = 0; turn < 6; turn += 1) await deps.outbox.drain({ anew: true });
  render(<App forms={[pwausers]} deps={deps} />);
  return { mend: () => void (isMended = true) };
}

test('what the server fails at steps aside, says so, and goes with the others when its author says so', async () => {
  const { mend } = await withOneAside();
  const heading = await screen.findByText(/Not delivered yet: the server could not take it/);
  const card = within(heading.closest('li') as HTMLElement);
  expect(card.getByText(/the others are sent meanwhile/)).toBeTruthy();
  expect(screen.queryByText(/no connection/)).toBeNull();
  expect(screen.getAllByText(/^Delivered$/)).toHaveLength(1);
  mend();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Send now' }));
  await screen.findByText(/everything is delivered/);
});
