import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { number, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture, type Reply, type Sent } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
// Loaded here, so that no test has to wait for it.
import '../responses-page.tsx';
import '../share/share-page.tsx';
import './invitations-part.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const reunion = defineForm({
  id: 'reunion',
  version: 1,
  title: 'Reunion',
  action: 'Send',
  access: 'invited',
  fields: { who: text({ label: 'Who' }), year: number({ label: 'Year', optional: true }) },
});
const other = defineForm({ ...reunion, id: 'other', access: 'anyone' });

const nobody: Reply = { status: 200, body: { items: [] } };

const invited = (more: object): object => ({
  position: '019b0000-0000-7000-8000-00000000000a#000',
  madeAt: '2026-01-01T12:00:00.000Z',
  expires: '2999-01-01T12:00:00.000Z',
  state: 'open',
  ...more,
});

const madeFor = ({ body }: Sent): Reply => ({
  status: 201,
  body: {
    links: (body as { people: object[] }).people.map((_, n) => ({
      position: `019b0000-0000-7000-8000-00000000000a#00${n}`,
      token: `token-${n}`,
    })),
  },
});

async function openPage(...replies: readonly Reply[]) {
  const saved: Blob[] = [];
  const save = (it: Blob | MediaSource) => {
    saved.push(it as Blob);
    return 'blob:saved';
  };
  Object.assign(URL, { createObjectURL: save, revokeObjectURL: () => undefined });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const fixture = createAppFixture('/responses/reunion/share');
  const person = { ...mickey, isOwner: true as const };
  fixture.cognito.enter(person);
  fixture.storages.local.write('formstead:person', JSON.stringify(person));
  fixture.answers(...replies.map((it) => () => it));
  const user = userEvent.setup();
  const forms = [reunion, other];
  render(<AppOfForms forms={forms} deps={fixture.open(forms)} />);
  await screen.findByRole('heading', { name: 'Make personal links' });
  // Those who were invited have been asked for.
  await waitFor(() => expect(fixture.sent.length).toBeGreaterThan(0));
  const choose = (csv: string) =>
    user.upload(screen.getByLabelText('Choose a CSV file'), new File([csv], 'people.csv'));
  return { ...fixture, user, choose, saved };
}

test('an owner makes links from a file, and gets it back with a link in each row', async () => {
  const { choose, user, answers, sent, saved } = await openPage(nobody);
  await screen.findByText('Nobody has been invited yet.');
  await choose('name,email,Year\nAda,ada@example.com,1842\nBob,,\n');
  await screen.findByText('2 people in the file.');
  expect(screen.getByText('The links answer: Year')).toBeTruthy();
  answers(madeFor, () => nobody);
  await user.click(screen.getByRole('button', { name: 'Make 2 links' }));
  await screen.findByText('2 links made. The file with the links was downloaded.');
  expect(sent.find(({ method }) => method === 'POST')).toMatchObject({
    url: 'https://api.example/v1/reunion/invitations',
    body: {
      people: [
        { name: 'Ada', email: 'ada@example.com', values: { year: 1842 } },
        { name: 'Bob', values: {} },
      ],
    },
  });
  const origin = window.location.origin;
  expect((await saved[0]?.text())?.replace('\uFEFF', '')).toBe(
    'name,email,Year,link\r\n' +
      `Ada,ada@example.com,1842,${origin}/reunion#invite=token-0\r\n` +
      `Bob,,,${origin}/reunion#invite=token-1\r\n`,
  );
});

test('after a failure nothing is made twice', async () => {
  const { choose, user, answers, sent } = await openPage(nobody);
  await choose('name\nAda\n');
  answers(() => 'no network');
  await user.click(await screen.findByRole('button', { name: 'Make 1 link' }));
  await screen.findByText(/Could not make all links: 0 of 1/);
  answers(madeFor, () => nobody);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText(/1 link made/);
  const keys = sent.flatMap(({ headers }) => headers.get('Idempotency-Key') ?? []);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('links are mailed at once if the owner wants it', async () => {
  const { choose, user, answers, sent } = await openPage(nobody);
  await choose('email\nada@example.com\n');
  await user.click(await screen.findByLabelText('Send each person their link by mail'));
  const mailed = { mailed: 1, today: 0, skipped: 0, tooMany: 0 };
  answers(
    madeFor,
    () => ({ status: 200, body: mailed }),
    () => nobody,
  );
  await user.click(screen.getByRole('button', { name: 'Make 1 link' }));
  await screen.findByText(/1 link made.* 1 mail will be sent\./);
  expect(sent.find(({ url }) => url.endsWith('/mails'))?.body).toEqual({
    app: window.location.origin,
    invitations: ['019b0000-0000-7000-8000-00000000000a#000'],
  });
});

test('a file that cannot be used says why, and asks for no link', async () => {
  const { choose } = await openPage(nobody);
  await choose('name,shoe\nAda,42\n');
  const alert = within(await screen.findByRole('alert'));
  expect(alert.getByText('No question that a link can answer is called “shoe”.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Make/ })).toBeNull();
});

test('those who were invited are listed, and those who have not answered are reminded', async () => {
  const items = [
    invited({ name: 'Ada', email: 'ada@example.com', state: 'answered' }),
    invited({ name: 'Bob', email: 'bob@example.com', position: `${'b'.repeat(36)}#001` }),
    invited({ name: 'Cyd', position: `${'c'.repeat(36)}#002` }),
    invited({ name: 'Dee', email: 'dee@example.com', state: 'expired' }),
  ];
  const list: Reply = { status: 200, body: { items } };
  const { user, answers, sent } = await openPage(list);
  await screen.findByText('Answered: 1 · Not answered: 2 · Expired: 1');
  const mailed = { mailed: 1, today: 0, skipped: 0, tooMany: 0 };
  answers(
    () => ({ status: 200, body: mailed }),
    () => list,
  );
  await user.click(screen.getByRole('button', { name: 'Send a mail to 1 person' }));
  await screen.findByText('1 mail will be sent.');
  expect(sent.find(({ url }) => url.endsWith('/mails'))?.body).toMatchObject({
    invitations: [`${'b'.repeat(36)}#001`],
  });
});

test('a link is revoked and allowed again, without losing the focus', async () => {
  const ada = invited({ name: 'Ada' });
  const { user, answers, sent } = await openPage({ status: 200, body: { items: [ada] } });
  answers(
    () => ({ status: 200, body: { state: 'revoked' } }),
    () => ({ status: 200, body: { state: 'open' } }),
  );
  await user.click(await screen.findByRole('button', { name: 'Revoke the link of Ada' }));
  await screen.findByText('The link of Ada is revoked: nothing can be sent with it.');
  screen.getByText(/Not answered: 0 .* Revoked: 1/);
  const allow = screen.getByRole('button', { name: 'Allow again the link of Ada' });
  expect(document.activeElement).toBe(allow);
  await user.click(allow);
  await screen.findByText('The link of Ada can be used again.');
  expect(sent.filter(({ method }) => method === 'PUT')).toMatchObject(
    [true, false].map((revoked) => ({
      url: `https://api.example/v1/reunion/invitations/019b0000-0000-7000-8000-00000000000a%23000`,
      body: { revoked },
    })),
  );
});

test('a link that was used meanwhile is not revoked, and is shown as answered', async () => {
  const ada = invited({ name: 'Ada' });
  const { user, answers } = await openPage({ status: 200, body: { items: [ada] } });
  answers(
    () => ({ status: 409, body: { code: 'invitation_used', title: 'No' } }),
    () => ({ status: 200, body: { items: [invited({ name: 'Ada', state: 'answered' })] } }),
  );
  await user.click(await screen.findByRole('button', { name: 'Revoke the link of Ada' }));
  await screen.findByText(/The link of Ada was used meanwhile/);
  await screen.findByRole('cell', { name: 'Answered' });
  expect(screen.queryByRole('button', { name: /^(Revoke|Allow)/ })).toBeNull();
});

test('without a network nothing is revoked, and it says so', async () => {
  const { user, answers } = await openPage({
    status: 200,
    body: { items: [invited({ name: 'Ada' })] },
  });
  answers(() => 'no network');
  await user.click(await screen.findByRole('button', { name: 'Revoke the link of Ada' }));
  await screen.findByText('That did not work, and the link is as before. Try again.');
  screen.getByRole('cell', { name: 'Not answered' });
});

test('a list that could not be loaded is loaded again', async () => {
  const { user, answers } = await openPage('no network');
  await screen.findByText('Could not load who was invited.');
  answers(() => ({ status: 200, body: { items: [invited({ name: 'Ada' })] } }));
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Ada');
});
