import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { App } from './app.tsx';
import { createAppFixture } from '../testing/app-fixture.tsx';
import '../pages/fill/draft-notice.tsx';
import '../pages/about/about-page.tsx';
import '../pages/home/home-page.tsx';
import '../pages/entries/my-entries-page.tsx';
import '../pages/outbox/outbox-page.tsx';

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
  render(<App forms={forms} deps={deps} />);
  const answerAgain = async () => {
    fixture.answerAgain();
    // As `flush-triggers.ts` does every few seconds.
    await deps.outbox.reread();
  };
  return { fixture, answerAgain };
}

const silent = 'This device’s storage does not answer';

test('an outbox that cannot be read says so, and never that nothing waits', async () => {
  const { answerAgain } = openSilent('/outbox');
  expect(await screen.findByText(silent)).toBeTruthy();
  expect(screen.queryByText(/Nothing waits/)).toBeNull();
  expect(screen.getByRole('link', { name: /^Outbox/ }).textContent).toContain('cannot be read');
  await answerAgain();
  expect(await screen.findByText(/Nothing waits/)).toBeTruthy();
  expect(screen.queryByText(silent)).toBeNull();
  expect(screen.getByRole('link', { name: /^Outbox/ }).textContent).toBe('Outbox');
});

test('the list of entries does not claim to be empty', async () => {
  const { fixture, answerAgain } = openSilent('/visit/entries');
  fixture.answers(() => ({ status: 200, body: { items: [] } }));
  expect(await screen.findByText(silent)).toBeTruthy();
  expect(screen.queryByText(/Nothing here yet/)).toBeNull();
  await answerAgain();
  expect(await screen.findByText(/Nothing here yet/)).toBeTruthy();
});

test('the list of forms does not say that nothing waits, nor that nothing was ever sent', async () => {
  const { answerAgain } = openSilent('/');
  expect(await screen.findAllByText(/^Cannot be read now/)).toHaveLength(2);
  expect(screen.queryByText('Nothing')).toBeNull();
  expect(screen.queryByText('Nothing yet')).toBeNull();
  await answerAgain();
  expect(await screen.findAllByText('Nothing')).toHaveLength(2);
});

test('the “About” page does not say that nothing waits', async () => {
  const { answerAgain } = openSilent('/about');
  expect(await screen.findByText(/^Cannot be read now/)).toBeTruthy();
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
  await vi.waitFor(async () => expect(await fixture.drafts()).toHaveLength(1));
  expect(screen.queryByText(silent)).toBeNull();
  vi.useRealTimers();
});
