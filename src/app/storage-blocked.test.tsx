import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pwausers } from '#forms/pwausers.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import { createAppFixture, delivered } from '../testing/app-fixture.tsx';
import '../pages/fill/draft-notice.tsx';
import '../pages/sent/sent-page.tsx';
import '../pages/sign-in/sign-in-page.tsx';
import './secondary-pages.tsx';

afterEach(cleanup);

const blocked = 'This browser does not save anything for this app';

/** The errors that Firefox and WebKit throw, and Chromium for its database. */
const denials = [
  new DOMException('The operation is insecure.', 'SecurityError'),
  new DOMException('The user denied permission to access the database.', 'UnknownError'),
] as const;

function openApp(path: string, isSignedIn: boolean, denied: DOMException = denials[0]) {
  const fixture = createAppFixture(path);
  if (isSignedIn) fixture.signedIn();
  fixture.block(denied);
  fixture.answers(delivered);
  render(<AppOfForms forms={[pwausers]} deps={fixture.open()} />);
  return { ...fixture, person: userEvent.setup() };
}

async function join(person: ReturnType<typeof userEvent.setup>): Promise<void> {
  await person.type(screen.getByLabelText('First name'), 'Mickey');
  await person.type(screen.getByLabelText('Last name'), 'Mouse');
  await person.click(screen.getByRole('button', { name: 'Join' }));
}

test.each(denials)(
  'without storage a form is still sent, and the page says that nothing is saved: $message',
  async (denied) => {
    const { person, sent } = openApp('/pwausers', true, denied);
    await screen.findByText(blocked);
    await join(person);
    await screen.findByRole('heading', { name: 'Sent' });
    expect(sent.map(({ body }) => body)).toEqual([{ fname: 'Mickey', lname: 'Mouse' }]);
  },
);

test('a signed-out person can sign in while the page is open, and what they typed is sent', async () => {
  const { person, sent } = openApp('/pwausers', false);
  await join(person);
  await person.click(await screen.findByRole('button', { name: 'Sign in as Mickey' }));
  await screen.findByRole('heading', { name: 'Sent' });
  expect(sent).toHaveLength(1);
});

test('the outbox and the sign-in page say that nothing is saved, and do not promise a retry', async () => {
  openApp('/outbox', true);
  await screen.findByText(blocked);
  expect(screen.queryByText(/keeps trying/)).toBeNull();
  expect(screen.queryByText('Everything has been sent.')).toBeNull();
  cleanup();
  openApp('/sign-in', false);
  await screen.findByText(blocked);
  expect(screen.getByText(/signed in only until you close or reload this page/)).toBeTruthy();
});
