import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { hidden, number, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { invitationText } from '#core/invitations/invitation.ts';
import { AppOfForms } from '../../testing/app-of-forms.tsx';
import { createAppFixture, delivered, type Reply } from '../../testing/app-fixture.tsx';

afterEach(cleanup);

const reunion = defineForm({
  id: 'reunion',
  version: 1,
  title: 'Reunion',
  action: 'Send',
  access: 'invited',
  fields: {
    name: text({ label: 'Name' }),
    year: number({ label: 'Year', whole: true, optional: true }),
    source: hidden({ label: 'Where the link was' }),
    comment: text({ label: 'Comment' }),
  },
});

const other = defineForm({ ...reunion, id: 'other', access: 'anyone' });

function tokenFor(values: object = {}, form = 'reunion', id = 'adaadaadaadaada1') {
  const content = invitationText({ form, id, expires: 4_000_000_000, values: { ...values } });
  return `${btoa(content).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.c0ffee`;
}

const noEntry: Reply = { status: 200, body: { items: [] } };

function openLink(fragment: string, ...replies: readonly Reply[]) {
  const fixture = createAppFixture(`/reunion${fragment}`);
  fixture.answers(...replies.map((it) => () => it));
  const open = () =>
    render(<AppOfForms forms={[reunion, other]} deps={fixture.open([reunion, other])} />);
  open();
  return { ...fixture, reload: open, person: userEvent.setup() };
}

test('without a personal link the form cannot be filled in, and no account is asked for', async () => {
  openLink('');
  await screen.findByText('You need a personal link');
  expect(screen.queryByLabelText('Name')).toBeNull();
  expect(screen.getByRole('main').textContent).not.toMatch(/sign in|account/i);
});

test.each([
  ['cut off', '#invite=WyJyZXVu'],
  ['of another form', `#invite=${tokenFor({}, 'other')}`],
  ['empty', '#invite='],
])('a link that is %s is said to be incomplete', async (_, fragment) => {
  openLink(fragment);
  await screen.findByText('This link is not complete');
  expect(screen.queryByLabelText('Name')).toBeNull();
});

test.each([
  ['invitation_expired', 'This link has expired'],
  ['invitation_revoked', 'This link was revoked'],
  ['invitation_invalid', 'This link is not valid'],
])('a link that the server refuses as %s is explained', async (code, heading) => {
  openLink(`#invite=${tokenFor()}`, { status: 403, body: { code, title: 'No' } });
  await screen.findByText(heading);
});

test('a link leaves the address, is sent with the entry, and gives answers that cannot be changed', async () => {
  const token = tokenFor({ name: 'Ada *L*', year: 1842, source: 'letter' });
  const { person, sent, storedChanges, copies, answers } = openLink(`#invite=${token}`, noEntry);
  answers(delivered);
  await person.type(await screen.findByLabelText('Comment'), 'Hello');
  expect(window.location.href).not.toContain('invite');
  await expect
    .poll(() => screen.getByRole('main').textContent)
    .toContain('NameAda *L*From your personal link.');
  expect(screen.queryByLabelText('Name')).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByRole('heading', { name: 'Sent' });
  const [listed, submitted] = sent;
  expect(listed).toMatchObject({ method: 'GET' });
  expect(submitted).toMatchObject({
    method: 'POST',
    url: 'https://api.example/v1/open/reunion',
    body: { name: 'Ada *L*', year: 1842, source: 'letter', comment: 'Hello' },
  });
  for (const request of [listed, submitted]) {
    expect(request?.headers.get('Invitation')).toBe(token);
    expect(request?.headers.has('Device-Key')).toBe(false);
    expect(request?.url).not.toContain(token);
  }
  expect(screen.queryByRole('button', { name: /another/i })).toBeNull();
  expect(JSON.stringify([await storedChanges(), await copies()])).not.toContain(token);
});

test('when the link is revoked while somebody types, the answers stay on the device, and it says why', async () => {
  const { person, answers, storedChanges } = openLink(`#invite=${tokenFor()}`, noEntry);
  answers(() => ({ status: 403, body: { code: 'invitation_revoked', title: 'No' } }));
  await person.type(await screen.findByLabelText('Name'), 'Ada');
  await person.type(screen.getByLabelText('Comment'), 'Hello');
  await person.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText(/whoever sent you the link has revoked it/);
  expect(await storedChanges()).toHaveLength(1);
});

test('without a network the link is remembered, and so is what was typed', async () => {
  const token = tokenFor();
  const { person, reload, drafts } = openLink(`#invite=${token}`, 'no network', 'no network');
  await person.type(await screen.findByLabelText('Name'), 'Ada');
  await expect.poll(drafts).toHaveLength(1);
  cleanup();
  reload();
  expect(await screen.findByDisplayValue('Ada')).toBeTruthy();
});

test('a draft with one link is not shown to whoever has another', async () => {
  const { person, reload, drafts, answers } = openLink(`#invite=${tokenFor()}`, noEntry);
  await person.type(await screen.findByLabelText('Name'), 'Ada');
  await expect.poll(drafts).toHaveLength(1);
  cleanup();
  answers(() => noEntry);
  window.history.replaceState(
    null,
    '',
    `/reunion#invite=${tokenFor({}, 'reunion', 'b'.repeat(16))}`,
  );
  reload();
  expect(await screen.findByLabelText('Name')).toHaveProperty('value', '');
});
