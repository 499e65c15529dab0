import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import type { FormLimits } from '#core/limits/form-limits.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import { createAppFixture } from '../testing/app-fixture.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const application = (limits: FormLimits) =>
  defineForm({
    id: 'application',
    version: 1,
    title: 'Apply',
    action: 'Send',
    access: 'anyone',
    limits,
    fields: { name: text({ label: 'Name' }) },
  });

const other = defineForm({ ...application({}), id: 'other' });

function openForm(limits: FormLimits) {
  const fixture = createAppFixture('/application');
  render(<AppOfForms forms={[application(limits), other]} deps={fixture.open()} />);
  return userEvent.setup();
}

test('a form that is not open yet says when it opens, and cannot be begun', async () => {
  openForm({ opens: '2999-05-01T09:00:00+02:00' });
  await screen.findByText(/Opens on .*2999/);
  expect(screen.queryByLabelText('Name')).toBeNull();
});

test('a form that has closed says since when', async () => {
  openForm({ closes: '2020-05-01T09:00:00+02:00' });
  await screen.findByText(/Closed on .*2020/);
  expect(screen.queryByLabelText('Name')).toBeNull();
});

test('a form that closes while somebody types says so, and that the draft is kept', async () => {
  const closes = new Date(Date.now() + 1500).toISOString();
  const person = openForm({ closes });
  await person.type(await screen.findByLabelText('Name'), 'Ada');
  await screen.findByText(/Closed on/);
  expect(screen.getByText('What you have filled in so far is kept on this device.')).toBeTruthy();
});

test('a page that stays open for longer than a browser waits shows the form when it opens', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: new Date('2026-01-01T12:00:00Z') });
  openForm({ opens: '2026-01-31T12:00:00Z' });
  await screen.findByText(/Opens on /);
  const day = 24 * 60 * 60_000;
  for (const days of [25, 6]) await act(() => vi.advanceTimersByTimeAsync(days * day));
  expect(await screen.findByLabelText('Name')).toBeTruthy();
});
