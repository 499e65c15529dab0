import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { text } from '#core/fields/index.ts';
import { defineForm } from '#core/form.ts';
import { App } from '../app.tsx';
import type { Deps } from '../deps.ts';
import { createFakeWorld } from '../fake-world.tsx';
import '../pages/sign-in.tsx';
import { part } from '../part.tsx';
import { PageNeedsNetwork, SignInNeedsNetwork } from './needs-network.tsx';

afterEach(cleanup);

/** How a part is loaded that cannot be before there is a network. */
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
] as const)('a page that is missing is said, and asked for again %s', async (_, again) => {
  const { load, arrive } = withoutNetwork();
  const Part = part(load, { Missing: PageNeedsNetwork });
  render(<Part />);
  await screen.findByRole('heading', { name: 'This page needs a connection' });
  await again();
  await screen.findByRole('heading', { name: 'This page needs a connection' });
  arrive();
  await waitFor(async () => {
    if (!screen.queryByText('The part')) await again();
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

test('where signing in cannot be loaded, it says so, and what lives on the page alone is there on going back', async () => {
  const world = createFakeWorld('/secret');
  const { load, arrive } = withoutNetwork();
  const SignInForm = part(load, { Waiting: null, Missing: SignInNeedsNetwork });
  render(
    <App
      forms={[secret]}
      deps={{ ...world.open(), SignInForm: SignInForm as Deps['SignInForm'] }}
    />,
  );
  const person = userEvent.setup();
  await person.type(screen.getByLabelText('Number'), '4711');
  await person.click(screen.getByRole('button', { name: 'Tell' }));
  await screen.findByText('Signing in needs a network');
  screen.getByText(/What you typed or saved here is still here/);
  screen.getByRole('heading', { name: 'Sign in', level: 1 });
  await person.click(screen.getByRole('link', { name: 'Go back' }));
  await waitFor(() => expect(screen.getByLabelText('Number')).toHaveProperty('value', '4711'));
  await person.click(screen.getByRole('button', { name: 'Tell' }));
  await screen.findByText('Signing in needs a network');
  arrive();
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('The part');
});
