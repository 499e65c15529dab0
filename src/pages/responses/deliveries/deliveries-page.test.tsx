import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { responsePath } from '#core/events/event-message.ts';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture, type Reply } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
// Loaded here, so that no test has to wait for it.
import '../responses-page.tsx';
import './deliveries-page.tsx';

afterEach(cleanup);

const visit = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  action: 'Send',
  fields: { name: text({ label: 'Name' }) },
});

const delivery = (more: object): object => ({
  id: 'a-delivery',
  webhook: 'stock',
  event: 'created',
  entry: 'an-entry',
  respondent: 'open#ada',
  version: 1,
  at: '2026-01-01T12:00:00.000Z',
  state: 'delivered',
  attempts: 1,
  outcome: 'http_204',
  ...more,
});

const listed = (...items: readonly object[]): Reply => ({
  status: 200,
  body: { webhooks: ['stock'], items },
});

const queued: Reply = { status: 200, body: { queued: true } };

async function openPage(...replies: readonly Reply[]) {
  const fixture = createAppFixture('/responses/visit?view=deliveries');
  const person = { ...mickey, isOwner: true as const };
  fixture.cognito.enter(person);
  fixture.storages.local.write('formstead:person', JSON.stringify(person));
  fixture.answers(...replies.map((it) => () => it));
  const user = userEvent.setup();
  const forms = [visit, { ...visit, id: 'other' }] as const;
  render(<AppOfForms forms={[...forms]} deps={fixture.open([...forms])} />);
  await screen.findByRole('heading', { name: 'Deliveries of Visit' });
  return { ...fixture, user };
}

test('an owner sees what was sent, when it is tried next, and why something failed', async () => {
  await openPage(
    listed(
      delivery({}),
      delivery({
        id: 'b',
        event: 'revised',
        state: 'waiting',
        attempts: 2,
        outcome: 'timeout',
        dueAt: '2026-01-01T13:00:00.000Z',
      }),
      delivery({ id: 'c', event: 'erased', state: 'dead', attempts: 10, outcome: 'econnreset' }),
    ),
  );
  const [, ...rows] = await screen.findAllByRole('row');
  const texts = rows.map((row) => row.textContent);
  expect(texts[0]).toMatch(/Created.*Delivered.*Answered 204/);
  expect(texts[1]).toMatch(/Revised.*Waiting until.*No answer in time/);
  expect(texts[2]).toMatch(/Erased.*Given up.*econnreset/);
});

test('an event leads to its response, at the address that receivers get too', async () => {
  await openPage(listed(delivery({})));
  const link = await screen.findByRole('link', { name: 'Created' });
  expect(link.getAttribute('href')).toBe(
    responsePath({ form: 'visit', username: 'open#ada', id: 'an-entry' }),
  );
});

test('an owner sends an event again, and a test', async () => {
  const { user, answers, sent } = await openPage(listed(delivery({ state: 'dead' })));
  answers(
    () => queued,
    () => listed(delivery({ state: 'waiting', attempts: 0 })),
  );
  await user.click(await screen.findByRole('button', { name: /^Send again: Created/ }));
  await screen.findByText(/It will be sent in a moment/);
  const row = within((await screen.findAllByRole('row'))[1] ?? document.body);
  await row.findByText('Waiting');
  answers(
    () => queued,
    () => listed(),
  );
  await user.click(screen.getByRole('button', { name: 'Send a test to “stock”' }));
  await screen.findByText('Nothing has been sent yet.');
  expect(sent.filter(({ method }) => method === 'POST').map(({ url }) => url)).toEqual([
    'https://api.example/v1/visit/deliveries/a-delivery/again',
    'https://api.example/v1/visit/webhooks/stock/test',
  ]);
});

test('without a network the list stays, and nothing seems to be sent', async () => {
  const { user, answers } = await openPage(listed(delivery({})));
  answers(() => 'no network');
  await user.click(await screen.findByRole('button', { name: /^Send again/ }));
  await screen.findByText('That did not work. Try again.');
  screen.getByText('Delivered');
});

test('a list that could not be loaded is loaded again', async () => {
  const { user, answers } = await openPage('no network');
  await screen.findByText('Could not load the deliveries');
  answers(() => listed(delivery({})));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Delivered');
});

test('a form without webhooks says how one is added', async () => {
  await openPage({ status: 200, body: { webhooks: [], items: [] } });
  await screen.findByText(/can add one: a webhook/);
});
