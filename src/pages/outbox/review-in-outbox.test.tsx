import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture } from '../../testing/app-fixture.tsx';
// Loaded here, so that no test waits for it.
import '../../app/secondary-pages.tsx';

afterEach(cleanup);

const id = '019a0000-0000-7000-8000-000000000001';
const review = { username: 'person-1', id, version: 1, state: 'sent-back', note: 'Why?' } as const;
const gone = () => ({ status: 410, body: { code: 'gone', title: 'This entry was withdrawn' } });

test('the outbox says which review was refused, why, and where the response is', async () => {
  const fixture = createAppFixture('/outbox');
  fixture.signedIn();
  fixture.answers(gone);
  const deps = fixture.open();
  await deps.outbox.addBeside(pwausers, { kind: 'review', review });
  await deps.outbox.flush({ force: true });
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  expect(await screen.findByText('Review of a response')).toBeTruthy();
  expect(screen.getByText('Sent back to its author')).toBeTruthy();
  expect(screen.getByText('Why?')).toBeTruthy();
  expect(screen.getByText('Nobody can review it unless it is restored.')).toBeTruthy();
  const link = screen.getByRole('link', { name: 'Open the response' });
  expect(link.getAttribute('href')).toBe(`/responses/pwausers?username=person-1&id=${id}`);
  await userEvent.setup().click(screen.getByRole('button', { name: 'Discard' }));
  expect(await screen.findByText(/Everything has been sent/)).toBeTruthy();
  expect(await fixture.storedChanges()).toEqual([]);
});

test('a comment that was refused says why, and what is behind it stays when it is discarded', async () => {
  const fixture = createAppFixture('/outbox');
  fixture.signedIn();
  fixture.answers(() => ({ status: 409, body: { code: 'full', title: 'No room' } }));
  const deps = fixture.open();
  const beside = { username: 'person-1', id, version: 1, text: 'She called.' } as const;
  await deps.outbox.addBeside(pwausers, { kind: 'comment', beside });
  await deps.outbox.flush({ force: true });
  await deps.outbox.addBeside(pwausers, { kind: 'review', review });
  render(<AppOfForms forms={[pwausers]} deps={deps} />);
  expect(await screen.findByText('Comment on a response')).toBeTruthy();
  expect(screen.getByText('She called.')).toBeTruthy();
  expect(screen.getByText(/as many comments as it can have/)).toBeTruthy();
  const [discard] = screen.getAllByRole('button', { name: 'Discard' });
  await userEvent.setup().click(discard ?? expect.fail());
  await waitFor(() => expect(screen.queryByText('She called.')).toBeNull());
  expect(screen.getByText('Review of a response')).toBeTruthy();
  expect(await fixture.storedChanges()).toHaveLength(1);
});
