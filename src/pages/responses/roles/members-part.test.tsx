import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { choice, text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture, type Sent } from '../../../testing/app-fixture.tsx';
import { mickey } from '../../../testing/fake-cognito.ts';
// Loaded here, so that no test has to wait for it.
import '../responses-page.tsx';
import '../share/share-page.tsx';
import './members-part.tsx';

const visit = defineForm({
  id: 'visit',
  version: 1,
  title: 'Visit',
  introduction: 'It takes a minute.',
  action: 'Send',
  fields: {
    name: text({ label: 'Name' }),
    region: choice({
      label: 'Region',
      options: [
        ['north', 'The north'],
        ['south', 'The south'],
      ],
    }),
  },
});

afterEach(cleanup);

type Member = { readonly email: string; readonly role: string | null };

/** The page of an owner, and an API that has these members and refuses when it is told to. */
async function openMembers(...before: readonly Member[]) {
  const fixture = createAppFixture('/responses/visit/share');
  fixture.cognito.enter({ ...mickey, isOwner: true });
  fixture.storages.local.write('formstead:person', JSON.stringify({ ...mickey, isOwner: true }));
  let members = before;
  const problems: string[] = [];
  const changes: unknown[] = [];
  const respond = async ({ method, body }: Sent) => {
    // Long enough to press something meanwhile.
    if (method === 'GET') await new Promise((resolve) => setTimeout(resolve, 150));
    if (method === 'GET') return { status: 200, body: { items: members } };
    const code = problems.shift();
    if (code) return { status: 409, body: { code, title: 'No' } };
    const member = body as Member;
    changes.push(member);
    members = [...members.filter((it) => it.email !== member.email), member].filter(
      (it) => it.role !== null,
    );
    return { status: 200, body: member };
  };
  fixture.answers(...Array.from({ length: 20 }, () => respond));
  const user = userEvent.setup();
  render(<AppOfForms forms={[visit, { ...visit, id: 'other' }]} deps={fixture.open()} />);
  await user.click(await screen.findByText('Who may do what'));
  await screen.findByText(/^may also approve/);
  const give = await screen.findByRole<HTMLButtonElement>('button', { name: 'Give a role' });
  await waitFor(() => expect(give.disabled).toBe(false));
  return { user, changes, refuse: (code: string) => void problems.push(code) };
}

test('an owner gives a role by address, and is told where the person finds the responses', async () => {
  const { user, changes } = await openMembers();
  await user.type(screen.getByLabelText('Email address of their account'), ' ada@example.com ');
  await user.selectOptions(screen.getByLabelText('Role'), 'Reviewer');
  await user.click(screen.getByRole('button', { name: 'Give a role' }));
  expect(await screen.findByText(/ada@example.com can now sign in and open .*visit/)).toBeTruthy();
  expect(changes).toEqual([{ email: 'ada@example.com', role: 'reviewer' }]);
  expect(await screen.findByLabelText('Role of ada@example.com')).toBeTruthy();
});

test('somebody can be shown only the responses with some answers', async () => {
  const { user, changes } = await openMembers();
  await user.type(screen.getByLabelText('Email address of their account'), 'ada@example.com');
  await user.selectOptions(screen.getByLabelText('Sees'), 'Only some, by: Region');
  const give = screen.getByRole<HTMLButtonElement>('button', { name: 'Give a role' });
  expect(give.disabled).toBe(true);
  await user.click(screen.getByLabelText('The north'));
  await user.click(give);
  expect(await screen.findByText('Region: The north')).toBeTruthy();
  expect(changes).toEqual([
    {
      email: 'ada@example.com',
      role: 'reader',
      rows: { question: 'region', values: ['north'] },
    },
  ]);
});

test('an owner sees all responses: no question is asked', async () => {
  const { user } = await openMembers();
  await user.selectOptions(screen.getByLabelText('Role'), 'Owner');
  expect(screen.queryByLabelText('Sees')).toBeNull();
});

test('a role is changed, taken away, and given back', async () => {
  const { user, changes } = await openMembers({ email: 'ada@example.com', role: 'reader' });
  await user.selectOptions(await screen.findByLabelText('Role of ada@example.com'), 'Owner');
  expect(await screen.findByText('ada@example.com is now: Owner.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove ada@example.com' }));
  expect(await screen.findByText('ada@example.com has no role any more.')).toBeTruthy();
  expect(await screen.findByText(/^Nobody has a role/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByLabelText('Role of ada@example.com')).toBeTruthy();
  expect(changes).toEqual([
    { email: 'ada@example.com', role: 'owner' },
    { email: 'ada@example.com', role: null },
    { email: 'ada@example.com', role: 'owner' },
  ]);
});

test('what is no address is not sent, and a refusal is said', async () => {
  const { user, changes, refuse } = await openMembers();
  const box = screen.getByLabelText('Email address of their account');
  const give = screen.getByRole('button', { name: 'Give a role' });
  await user.type(box, 'ada');
  await user.click(give);
  expect(within(screen.getByRole('alert')).getByText(/^Enter an email address/)).toBeTruthy();
  await user.type(box, '@example.com');
  refuse('full');
  await user.click(give);
  expect(await screen.findByText(/^200 people/)).toBeTruthy();
  refuse('invalid_parameter');
  await user.click(give);
  expect(await screen.findByText(/^This did not work/)).toBeTruthy();
  expect(changes).toEqual([]);
  expect((box as HTMLInputElement).value).toBe('ada@example.com');
});
