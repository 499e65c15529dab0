import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { AppOfForms } from '../testing/app-of-forms.tsx';
import type { Deps } from '../deps.ts';
import { createAppFixture } from '../testing/app-fixture.tsx';
import '../pages/sign-in/sign-in-page.tsx';
import { lazyPart } from './lazy-part.tsx';
import SignInNeedsNetwork from '../pages/sign-in/sign-in-needs-network.tsx';
import { PageNeedsNetwork } from './needs-network.tsx';

afterEach(cleanup);

/** A part that cannot be loaded until there is a network. */
function withoutNetwork() {
  let isThere = false;
  return {
    arrive: () => void (isThere = true),
    load: async () => {
      if (!isThere) throw new TypeError('Failed to fetch dynamically imported module');
      return { default: () => <output>The part</output> };
    },
  };
}

test.each([
  ['by the button', async () => userEvent.setup().click(screen.getByRole('button'))],
  ['by itself when there is a network', async () => window.dispatchEvent(new Event('online'))],
] as const)('a missing page is reported, and loaded again %s', async (_, retry) => {
  const { load, arrive } = withoutNetwork();
  const Part = lazyPart(load, { Missing: PageNeedsNetwork });
  render(<Part />);
  await screen.findByRole('heading', { name: 'You need to be online to open this page' });
  await retry();
  await screen.findByRole('heading', { name: 'You need to be online to open this page' });
  arrive();
  await waitFor(async () => {
    if (!screen.queryByText('The part')) await retry();
    screen.getByText('The part');
  });
});

const secret = defineForm({
  id: 'secret',
  version: 1,
  title: 'A secret',
  action: 'Tell',
  fields: { pin: text({ label: 'Number', sensitive: true }) },
});

test('where sign-in cannot be loaded, the page says so, and unsaved text is there on going back', async () => {
  const fixture = createAppFixture('/secret');
  const { load, arrive } = withoutNetwork();
  const SignInForm = lazyPart(load, { Missing: SignInNeedsNetwork });
  render(
    <AppOfForms
      forms={[secret]}
      deps={{ ...fixture.open(), SignInForm: SignInForm as Deps['SignInForm'] }}
    />,
  );
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Number'), '4711');
  await person.click(screen.getByRole('button', { name: 'Tell' }));
  await screen.findByText('You need to be online to sign in');
  screen.getByText(/Your answers are still on this device/);
  screen.getByRole('heading', { name: 'Sign in', level: 1 });
  await person.click(screen.getByRole('link', { name: 'Go back' }));
  await waitFor(() => expect(screen.getByLabelText('Number')).toHaveProperty('value', '4711'));
  await person.click(screen.getByRole('button', { name: 'Tell' }));
  await screen.findByText('You need to be online to sign in');
  arrive();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('The part');
});
