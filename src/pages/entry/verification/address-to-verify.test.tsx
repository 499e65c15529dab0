import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { signupForm } from '#core/testing/signup-form.ts';
import { AppOfForms } from '../../../testing/app-of-forms.tsx';
import { createAppFixture, type Reply } from '../../../testing/app-fixture.tsx';

afterEach(cleanup);

const other = { ...signupForm, id: 'other' };
const id = '019b0000-0000-7000-8000-000000000001';

function openLink(token: string, ...replies: readonly Reply[]) {
  const fixture = createAppFixture(`/entries/signup/${id}#verify=${token}`);
  fixture.answers(...replies.map((it) => () => it));
  render(<AppOfForms forms={[signupForm, other]} deps={fixture.open([signupForm, other])} />);
  return { ...fixture, person: userEvent.setup() };
}

const button = () => screen.findByRole('button', { name: 'Yes, it is my address' });

const refused = (status: number, code: string): Reply => ({ status, body: { code, title: 'No' } });

test('opening the link asks and sends nothing; the button verifies the address without an account', async () => {
  const { person, sent } = openLink('to.ken', { status: 200, body: { verified: true } });
  await screen.findByRole('heading', { name: 'Is this your email address?' });
  const verify = await button();
  expect(sent).toEqual([]);
  await person.click(verify);
  const heading = await screen.findByRole('heading', { name: 'Your address is verified' });
  expect(sent).toMatchObject([
    {
      method: 'POST',
      url: 'https://api.example/v1/open/signup/verification',
      body: { token: 'to.ken' },
    },
  ]);
  expect(sent[0]?.headers.has('Authorization')).toBe(false);
  expect(document.activeElement).toBe(heading);
});

test.each([
  [403, 'verification_invalid', 'This link is not valid'],
  [403, 'verification_expired', 'This link has expired'],
  [410, 'gone', 'There is nothing to confirm any more'],
])('a link that is refused with %s %s says why', async (status, code, heading) => {
  const { person } = openLink('to.ken', refused(status, code));
  await person.click(await button());
  await screen.findByRole('heading', { name: heading });
  expect(screen.queryByRole('button', { name: /my address/ })).toBeNull();
});

test('without a network, and when the server is busy, the button stays', async () => {
  const { person, answers } = openLink('to.ken', 'no network', refused(429, 'too_many'));
  await person.click(await button());
  await screen.findByText(/The server did not respond/);
  await person.click(await button());
  await screen.findByText(/The server is busy/);
  answers(() => ({ status: 200, body: { verified: true } }));
  await person.click(await button());
  await screen.findByRole('heading', { name: 'Your address is verified' });
});

test('another link that is opened in the same tab asks again', async () => {
  const { person } = openLink('to.ken', refused(403, 'verification_expired'));
  await person.click(await button());
  await screen.findByRole('heading', { name: 'This link has expired' });
  window.location.hash = '#verify=an.other';
  await button();
});
