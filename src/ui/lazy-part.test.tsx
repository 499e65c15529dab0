import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { Nothing, lazyPart } from './lazy-part.tsx';

afterEach(cleanup);

type Props = { readonly name: string };

/** A loader that fails the first time, and succeeds the next. */
function missingOnce() {
  let attempts = 0;
  return async () => {
    attempts += 1;
    if (attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
    return { default: ({ name }: Props) => <p>{`Hello ${name}`}</p> };
  };
}

test('a page works without a missing part, and loads it when it is rendered again', async () => {
  const load = vi.fn(missingOnce());
  const Greeting = lazyPart(load, { Missing: Nothing });
  const { rerender } = render(<Page>{<Greeting key="1" name="Mickey" />}</Page>);
  await expect.poll(() => load).toHaveBeenCalledTimes(1);
  expect(screen.getByLabelText('Name')).toBeTruthy();
  rerender(<Page>{<Greeting key="2" name="Minnie" />}</Page>);
  expect(await screen.findByText('Hello Minnie')).toBeTruthy();
});

function Missing({ retry }: { readonly retry: () => void }) {
  return (
    <button type="button" onClick={retry}>
      Try again
    </button>
  );
}

test('the fallback can retry loading', async () => {
  const Greeting = lazyPart(missingOnce(), { Missing });
  render(<Greeting name="Mickey" />);
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Hello Mickey')).toBeTruthy();
});

test('what has loaded once is there at once wherever else it is drawn', async () => {
  const Greeting = lazyPart(async () => ({ default: () => <p>Hello</p> }));
  render(<Greeting />);
  await screen.findByText('Hello');
  cleanup();
  render(<Greeting />);
  screen.getByText('Hello');
});

function Page({ children }: { readonly children: React.ReactNode }) {
  return (
    <main>
      <input aria-label="Name" />
      {children}
    </main>
  );
}
