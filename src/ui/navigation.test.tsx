import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pathTo, withQuery } from '../page-paths.ts';
import {
  Link,
  navigate,
  useHistoryState,
  useAddress,
  useLocation,
  useSearch,
} from './navigation.ts';
import { Redirect } from './redirect.ts';

afterEach(cleanup);

function Address() {
  const [path] = useLocation();
  return <output>{JSON.stringify([path, useSearch(), useHistoryState()])}</output>;
}

const shown = () => JSON.parse(screen.getByRole('status').textContent) as unknown;

test('a link goes to its page, with its state, without loading the app again', () => {
  navigate(pathTo.home());
  const to = withQuery(pathTo.entries(), 'form=visit');
  render(
    <>
      <Link href={to} state={{ from: 'home' }}>
        Entries
      </Link>
      <Address />
    </>,
  );
  expect(fireEvent.click(screen.getByText('Entries'))).toBe(false);
  expect(shown()).toEqual(['/entries', '?form=visit', { from: 'home' }]);
});

test.each([
  { ctrlKey: true },
  { metaKey: true },
  { shiftKey: true },
  { altKey: true },
  { button: 1 },
])('a click with %o is the browser’s business', (how) => {
  navigate(pathTo.home());
  render(
    <>
      <Link href={pathTo.about()}>About</Link>
      <Address />
    </>,
  );
  // jsdom would say that it cannot navigate.
  document.addEventListener('click', (event) => event.preventDefault(), { once: true });
  fireEvent.click(screen.getByText('About'), how);
  expect(shown()).toEqual(['/', '', null]);
});

test('a redirect replaces the address, and back leads to the page before it', async () => {
  navigate(pathTo.home());
  navigate(pathTo.account());
  render(
    <>
      <Redirect to={pathTo.about()} replace />
      <Address />
    </>,
  );
  expect(shown()).toEqual(['/about', '', null]);
  window.history.back();
  await expect.poll(shown).toEqual(['/', '', null]);
});

function WholeAddress() {
  return <output>{useAddress()}</output>;
}

test('the whole address follows a change of its query alone', () => {
  navigate(pathTo.entries());
  render(<WholeAddress />);
  expect(screen.getByRole('status').textContent).toBe('/entries');
  act(() => navigate('?form=visit'));
  expect(screen.getByRole('status').textContent).toBe('/entries?form=visit');
});
