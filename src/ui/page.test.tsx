import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { LastShownContext, Page } from './page.tsx';
import { pageChanged } from './page-change-event.ts';

afterEach(cleanup);

function Shown({ heading }: { readonly heading: string }) {
  return (
    <>
      <button type="button">Menu</button>
      <Page heading={heading} title={heading}>
        <button type="button">Try now</button>
      </Page>
    </>
  );
}

function show(heading: string) {
  let changes = 0;
  document.addEventListener(pageChanged, () => (changes += 1));
  const shown = { current: { path: window.location.pathname, heading } };
  const pageOf = (of: string) => (
    <LastShownContext value={shown}>
      <Shown heading={of} />
    </LastShownContext>
  );
  const { rerender } = render(pageOf(heading));
  return { becomes: (next: string) => rerender(pageOf(next)), changes: () => changes };
}

test('when a page gets another heading, the focus moves to it', () => {
  const page = show('Saved on this device');
  page.becomes('Sent');
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Sent' }));
  expect(page.changes()).toBe(1);
});

test('whoever is in the header, for example in its menu, stays there', () => {
  const page = show('Saved on this device');
  screen.getByRole('button', { name: 'Menu' }).focus();
  page.becomes('Sent');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Menu' }));
  expect(page.changes()).toBe(0);
});
