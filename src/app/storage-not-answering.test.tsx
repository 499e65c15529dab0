import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import { createAppFixture } from '../testing/app-fixture.tsx';
import '../pages/fill/draft-notice.tsx';
import './secondary-pages.tsx';
import '../pages/home/home-page.tsx';

afterEach(cleanup);

const named = (id: string) =>
  defineForm({ id, version: 1, title: id, action: 'Send', fields: { name: text({ label: 'N' }) } });
const forms = [named('visit'), named('order')] as const;

/** A page for somebody signed in, on a device whose storage does not answer. */
function openSilent(path: string) {
  const fixture = createAppFixture(path);
  fixture.signedIn();
  fixture.silence();
  const deps = fixture.open();
  render(<AppOfForms forms={forms} deps={deps} />);
  const answerAgain = async () => {
    fixture.answerAgain();
    // As `flush-triggers.ts` does every few seconds.
    await deps.outbox.reread();
  };
  return { fixture, answerAgain };
}

const silent = 'This device’s storage is not responding';

test('an outbox that cannot be read says so, and never that nothing waits', async () => {
  const { answerAgain } = openSilent('/outbox');
  expect(await screen.findByText(silent)).toBeTruthy();
  expect(screen.queryByText(/Everything has been sent/)).toBeNull();
  expect(screen.getByRole('link', { name: /^Outbox:\s?Cannot be read/ })).toBeTruthy();
  await answerAgain();
  expect(await screen.findByText(/Everything has been sent/)).toBeTruthy();
  expect(screen.queryByText(silent)).toBeNull();
  expect(screen.queryByRole('link', { name: /^Outbox/ })).toBeNull();
});

test('the list of entries does not claim to be empty', async () => {
  const { fixture, answerAgain } = openSilent('/entries?form=visit');
  fixture.answers(() => ({ status: 200, body: { items: [] } }));
  expect(await screen.findByText(silent)).toBeTruthy();
  expect(screen.queryByText(/You have not sent anything yet/)).toBeNull();
  await answerAgain();
  expect(await screen.findByText(/You have not sent anything yet/)).toBeTruthy();
});

test('the list of forms says nothing of what waits until it is known', async () => {
  const { answerAgain } = openSilent('/');
  expect(await screen.findByRole('heading', { name: 'visit' })).toBeTruthy();
  expect(screen.queryByText(/waiting/)).toBeNull();
  expect(screen.getByRole('link', { name: /^Outbox:\s?Cannot be read/ })).toBeTruthy();
  await answerAgain();
  await waitFor(() => expect(screen.queryByRole('link', { name: /^Outbox/ })).toBeNull());
});

test('the “About” page does not say that nothing waits', async () => {
  const { answerAgain } = openSilent('/about');
  expect(await screen.findByText(/^Cannot be read right now: /)).toBeTruthy();
  await answerAgain();
  expect(await screen.findByText('Nothing')).toBeTruthy();
});

test('the form says that its draft cannot be read or saved, and saves it once storage recovers', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  const { fixture, answerAgain } = openSilent('/visit');
  expect(await screen.findByText(silent)).toBeTruthy();
  const person = userEvent.setup({ advanceTimers: (by) => vi.advanceTimersByTime(by) });
  await person.type(screen.getByLabelText('N'), 'Mickey');
  expect(screen.getByText(silent)).toBeTruthy();
  await answerAgain();
  await vi.advanceTimersByTimeAsync(5000);
  await expect.poll(() => fixture.drafts()).toHaveLength(1);
  expect(screen.queryByText(silent)).toBeNull();
  vi.useRealTimers();
});

test('what is typed before the storage answers is there again after another page, and then stored', async () => {
  const { fixture, answerAgain } = openSilent('/visit');
  expect(await screen.findByText(silent)).toBeTruthy();
  await userEvent.type(screen.getByLabelText('N'), 'Mickey');
  await userEvent.click(screen.getByRole('link', { name: /^Outbox/ }));
  await screen.findByRole('heading', { name: 'Outbox' });
  await answerAgain();
  window.history.back();
  expect(await screen.findByDisplayValue('Mickey')).toBe(screen.getByLabelText('N'));
  await waitFor(async () => expect(await fixture.drafts()).toHaveLength(1));
});
