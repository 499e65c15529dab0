import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { feedbackForm } from '#core/testing/feedback-form.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture, type Sent } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
// Loaded here, so that no test has to wait for it.
import '../responses-page.tsx';
import './on-hold-panel.tsx';

afterEach(cleanup);

const idOf = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;

const onHold = (n: number) => ({
  id: idOf(n),
  form: 'feedback',
  formVersion: 1,
  username: `open#${n}`,
  answers: { comment: `Comment ${n}` },
  version: 1,
  createdAt: '2026-11-01T09:41:00.000Z',
  updatedAt: '2026-11-01T09:41:00.000Z',
  onHold: ['puzzle'],
});

function openPage(count: number, reply: object = { released: 1, erased: 1 }) {
  const fixture = createAppFixture('/responses/feedback');
  const owner = { ...mickey, isOwner: true } as const;
  fixture.cognito.enter(owner);
  fixture.storages.local.write('formstead:person', JSON.stringify(owner));
  const decided: Sent[] = [];
  const answer = (sent: Sent) => {
    const { pathname, searchParams } = new URL(sent.url);
    if (sent.method === 'POST') {
      decided.push(sent);
      return { status: 200, body: reply };
    }
    if (pathname.endsWith('/summary'))
      return {
        status: 200,
        body: { form: 'feedback', count: 0, complete: true, days: {}, fields: {} },
      };
    const items =
      searchParams.get('onHold') === 'true'
        ? Array.from({ length: count }, (_, n) => onHold(n))
        : [];
    return { status: 200, body: { items } };
  };
  fixture.answers(...Array.from({ length: 50 }, () => answer));
  render(<AppOfForms forms={[feedbackForm]} deps={fixture.open()} />);
  return { decided, person: userEvent.setup() };
}

test('owners see what is on hold when they ask for it, with the reason, and release it', async () => {
  const { decided, person } = openPage(2);
  await person.click(await screen.findByText('On hold (2)'));
  const [first] = screen
    .getAllByRole('listitem')
    .filter((it) => it.textContent.includes('Comment 0'));
  const entry = within(first ?? expect.fail());
  expect(entry.getByText('Not sent by this app as usual')).toBeTruthy();
  await person.click(entry.getByRole('button', { name: 'Release' }));
  await screen.findByText('On hold (1)');
  expect(decided).toMatchObject([
    {
      url: 'https://api.example/v1/feedback/responses/release',
      body: { entries: [{ username: 'open#0', id: idOf(0) }] },
    },
  ]);
});

test('all of them are erased, after a second thought', async () => {
  const { decided, person } = openPage(2);
  await person.click(await screen.findByText('On hold (2)'));
  await person.click(screen.getByRole('button', { name: 'Erase all' }));
  expect(decided).toEqual([]);
  await person.click(screen.getByRole('button', { name: 'Keep' }));
  await person.click(screen.getByRole('button', { name: 'Erase all' }));
  await person.click(screen.getByRole('button', { name: 'Erase for good' }));
  await expect.poll(() => screen.queryByText(/^On hold/)).toBeNull();
  expect(decided).toMatchObject([
    {
      url: 'https://api.example/v1/feedback/responses/erasure',
      body: { entries: [{ id: idOf(0) }, { id: idOf(1) }] },
    },
  ]);
});

test('owners learn that a form is full: what has no room stays on hold', async () => {
  const { person } = openPage(2, { released: 0, full: 2 });
  await person.click(await screen.findByText('On hold (2)'));
  await person.click(screen.getByRole('button', { name: 'Release all' }));
  await screen.findByText('The form is full. Still on hold: 2');
  expect(screen.getByText('On hold (2)')).toBeTruthy();
});

test('a page without any says nothing about it', async () => {
  openPage(0);
  await screen.findByText(/Send people the link/);
  expect(screen.queryByText(/On hold/)).toBeNull();
});
