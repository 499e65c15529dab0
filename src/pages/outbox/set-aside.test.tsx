import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
// Loaded here, so that no test waits for it.
import '../../app/secondary-pages.tsx';

afterEach(cleanup);

/** A server that fails at one of Mickey's entries, and accepts all others. */
async function withOneAside() {
  const fixture = createAppFixture('/outbox');
  fixture.signedIn();
  let isFixed = false;
  const reply = (sent: Sent): Reply => {
    const { fname } = sent.body as { fname: string };
    const isPoison = fname === 'Mickey' && !isFixed;
    if (isPoison) return { status: 500, body: { code: 'internal', title: 'No' } };
    return { status: 201, body: stored(sent) };
  };
  fixture.answers(...Array.from({ length: 40 }, () => reply));
  const deps = fixture.open();
  const submit = (fname: string) =>
    deps.outbox.submit(pwausers, { id: deps.newId(), answers: { fname, lname: 'Mouse' } });
  await submit('Mickey');
  await submit('Minnie');
  for (let turn = 0; turn < 6; turn += 1) await deps.outbox.flush({ force: true });
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  return { fix: () => void (isFixed = true) };
}

test('an entry that the server fails at is set aside, says so, and is retried when its author asks', async () => {
  const { fix } = await withOneAside();
  const heading = await screen.findByText(/Not sent yet: the server could not accept it/);
  const card = within(heading.closest('li') as HTMLElement);
  expect(card.getByText(/the others are sent in the meantime/)).toBeTruthy();
  expect(screen.queryByText(/no connection/)).toBeNull();
  expect(screen.getAllByText(/^Sent$/)).toHaveLength(1);
  fix();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Send now' }));
  await screen.findByText(/Everything has been sent/);
});
