import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, stored, type Reply, type Sent } from '../../testing/app-fixture.tsx';
import '../../app/secondary-pages.tsx';
import '../sent/sent-page.tsx';

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
  const fixture = createAppFixture(`/entries/visit/${id}/edit`);
  fixture.signedIn();
  // The page may read the entry several times before showing it.
  const reply = (sent: Sent) => (sent.method === 'GET' ? said(sent) : answer(sent));
  fixture.answers(reply, reply, reply, reply);
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  const person = userEvent.setup();
  const name = await screen.findByLabelText('Name');
  await person.clear(name);
  await person.type(name, 'Minnie{Enter}');
  return person;
}

test('after a change the page shows what changed and when, and links to the entry', async () => {
  const updatedAt = '2026-11-21T10:15:00.000Z';
  await change((sent) => ({
    status: 200,
    body: stored(sent, { id, form: form.id, version: 2, updatedAt, Message: 'Added!' }),
  }));
  const heading = await screen.findByRole('heading', { name: 'Changes saved' });
  const main = within(heading.closest('main') as HTMLElement);
  expect(main.getByText('Name').closest('dt')?.nextSibling?.textContent).toBe('Minnie');
  expect(main.getByText('Changed').closest('dt')?.nextSibling?.firstChild).toHaveProperty(
    'dateTime',
    updatedAt,
  );
  expect(main.queryByText('Town')).toBeNull();
  expect(main.queryByText('Added!')).toBeNull();
  expect(main.getAllByRole('link').map((it) => it.getAttribute('href'))).toEqual([
    '/entries?form=visit',
    `/entries/visit/${id}`,
  ]);
});

test('when storage does not answer, an entry that may wait there is not reported as missing', async () => {
  const fixture = createAppFixture(`/entries/visit/${id}/edit`);
  fixture.signedIn();
  fixture.answers(() => 'no network');
  const { outbox } = fixture.open();
  await outbox.submit(form, { id, answers: { name: 'Mickey' } });
  await expect.poll(() => outbox.view().lastFlush?.is).toBe('paused');
  fixture.silence();
  const deps = fixture.open();
  fixture.answers(() => ({ status: 404, body: { code: 'not_found', title: 'Not found' } }));
  render(<AppOfForms forms={[form]} deps={deps} />);
  expect(await screen.findByText('This device’s storage is not responding')).toBeTruthy();
  fixture.answerAgain();
  await deps.outbox.reread();
  expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Mickey');
});

test('after a change that waits, the next step is the list of entries', async () => {
  await change((): Reply => 'no network');
  await screen.findByRole('heading', { name: 'Saved on this device' });
  expect(screen.queryByRole('button', { name: 'Fill in another' })).toBeNull();
  const main = within(screen.getByRole('main'));
  expect(main.getByRole('link', { name: 'My entries' })).toBeTruthy();
});

const problem = (status: number, code: string): Reply => ({ status, body: { code, title: 'No' } });

test.for([
  ['no network', 'no network', 'Could not load this entry', /Check your connection/],
  ['500', problem(500, 'internal'), 'Could not load this entry', /wrong on the server/],
  ['404', problem(404, 'not_found'), 'Entry not found', /may have been erased/],
  ['400', problem(400, 'invalid_parameter'), 'Entry not found', /may be mistyped/],
  ['410', problem(410, 'gone'), 'This entry has been withdrawn', /restore an entry/],
  ['403', problem(403, 'forbidden'), 'You cannot see this entry', /does not have access/],
] as const)(
  'an entry that cannot be opened says why: %s',
  async ([, reply, heading, explanation]) => {
    for (const path of [`/entries/visit/${id}/edit`, `/visit/sent/${id}`]) {
      const fixture = createAppFixture(path);
      fixture.signedIn();
      fixture.answers(() => reply);
      render(<AppOfForms forms={[form]} deps={fixture.open()} />);
      await screen.findByRole('heading', { name: heading, level: 1 });
      const alert = screen.getByRole('alert').textContent ?? '';
      expect(alert).toMatch(explanation);
      if (reply !== 'no network') expect(alert).not.toMatch(/connection/);
      cleanup();
    }
  },
);

test('an entry that could not be fetched can be retried', async () => {
  const fixture = createAppFixture(`/entries/visit/${id}/edit`);
  fixture.signedIn();
  fixture.answers(() => 'no network', said);
  render(<AppOfForms forms={[form]} deps={fixture.open()} />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByLabelText('Name')).toHaveProperty('value', 'Mickey');
});

test.for([`/entries/visit/${id}/edit`, `/visit/sent/${id}`])(
  'a link to an entry (%s) leads through the sign-in page back to it',
  async (path) => {
    const fixture = createAppFixture(path);
    fixture.answers(said, said);
    render(<AppOfForms forms={[form]} deps={fixture.open()} />);
    const person = userEvent.setup();
    await screen.findByRole('heading', { name: 'Sign in to see this entry' });
    const main = within(screen.getByRole('main'));
    await person.click(main.getByRole('link', { name: 'Sign in' }));
    await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
    if (path.endsWith('edit')) await screen.findByDisplayValue('Mickey');
    else await screen.findByRole('heading', { name: 'Sent' });
    expect(window.location.pathname).toBe(path);
  },
);
