import { cleanup, createEvent, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { LastShownContext, Page } from './page.tsx';
import { DestructiveButton } from './destructive-button.tsx';

afterEach(cleanup);

const point = { clientX: 100, clientY: 200, detail: 1 };

function openTwo() {
  const done: string[] = [];
  render(
    <>
      <button type="button">Erase permanently</button>
      <DestructiveButton label="Erase" onPress={() => done.push('deleted')} />
    </>,
  );
  return done;
}

const press = (name: string, where: object = point) =>
  fireEvent.click(screen.getByRole('button', { name }), where);

test('a second tap in the same spot does not remove anything', () => {
  const done = openTwo();
  press('Erase permanently');
  press('Erase', { ...point, clientX: 110 });
  expect(done).toEqual([]);
});

test('a tap elsewhere, a later tap, and the keyboard do', async () => {
  const done = openTwo();
  press('Erase permanently');
  press('Erase', { ...point, clientX: 300 });
  expect(done).toHaveLength(1);
  press('Erase permanently');
  press('Erase', { clientX: 0, clientY: 0, detail: 0 });
  expect(done).toHaveLength(2);
  press('Erase permanently');
  await new Promise((resolve) => setTimeout(resolve, 1050));
  press('Erase');
  expect(done).toHaveLength(3);
});

test('holding a key down triggers only the first button', () => {
  openTwo();
  const button = screen.getByRole('button', { name: 'Erase' });
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false);
  expect(fireEvent.keyDown(button, { key: 'Enter' })).toBe(true);
});

/** A page whose button leads to a second page, and that one's to a third. */
function Pages({ pressed }: { readonly pressed: string[] }) {
  const [page, setPage] = useState('Form');
  const next = page === 'Form' ? 'Saved' : 'Sent';
  return (
    <Page heading={page} title={page}>
      <button
        type="button"
        onClick={() => {
          pressed.push(page);
          setPage(next);
        }}
      >
        {page === 'Form' ? 'Add' : 'Fill in another'}
      </button>
    </Page>
  );
}

// Later than any tap of the tests above.
let clock = 1e15;

/** A tap on the current page's button, so many milliseconds after the last one. */
function tap(after: number, where: object = point) {
  clock += after;
  const button = screen.getByRole('button');
  const event = createEvent.click(button, where);
  Object.defineProperty(event, 'timeStamp', { value: clock });
  fireEvent(button, event);
}

function openPages() {
  const pressed: string[] = [];
  clock += 10_000;
  render(
    <LastShownContext value={{ current: { path: '/', heading: 'Before' } }}>
      <Pages pressed={pressed} />
    </LastShownContext>,
  );
  return pressed;
}

/** Rendered, and known to be another page. */
const arrived = (page: string) => waitFor(() => expect(document.title).toContain(page));

test.each([1, 400, 700])(
  'a second tap after %i ms never presses the button of a page that appeared meanwhile',
  async (milliseconds) => {
    const pressed = openPages();
    await arrived('Form');
    tap(0);
    await arrived('Saved');
    tap(milliseconds, { ...point, clientX: 110 });
    // Nor does a third, while somebody keeps tapping.
    tap(200);
    expect(pressed).toEqual(['Form']);
  },
);

test('a new page’s button works for a tap elsewhere, for the keyboard, and after a pause', async () => {
  const pressed = openPages();
  await arrived('Form');
  tap(0);
  await arrived('Saved');
  tap(400, { ...point, clientX: 300 });
  await arrived('Sent');
  tap(10, { clientX: 0, clientY: 0, detail: 0 });
  expect(pressed).toEqual(['Form', 'Saved', 'Sent']);
  cleanup();
  const later = openPages();
  await arrived('Form');
  tap(0);
  await arrived('Saved');
  tap(1050);
  expect(later).toEqual(['Form', 'Saved']);
});
