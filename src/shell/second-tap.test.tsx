import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Destructive } from './destructive.tsx';

afterEach(cleanup);

const place = { clientX: 100, clientY: 200, detail: 1 };

function openTwo() {
  const done: string[] = [];
  render(
    <>
      <button type="button">Delete for ever</button>
      <Destructive words="Delete" onPress={() => done.push('deleted')} />
    </>,
  );
  return done;
}

const press = (name: string, where: object = place) =>
  fireEvent.click(screen.getByRole('button', { name }), where);

test('a second tap on what stood there a moment ago takes nothing away', () => {
  const done = openTwo();
  press('Delete for ever');
  press('Delete', { ...place, clientX: 110 });
  expect(done).toEqual([]);
});

test('a tap elsewhere, a later one, and one with the keyboard do', async () => {
  const done = openTwo();
  press('Delete for ever');
  press('Delete', { ...place, clientX: 300 });
  expect(done).toHaveLength(1);
  press('Delete for ever');
  press('Delete', { clientX: 0, clientY: 0, detail: 0 });
  expect(done).toHaveLength(2);
  press('Delete for ever');
  await new Promise((resolve) => setTimeout(resolve, 1050));
  press('Delete');
  expect(done).toHaveLength(3);
});

test('a key that is held down goes no further than the first', () => {
  openTwo();
  const button = screen.getByRole('button', { name: 'Delete' });
  expect(fireEvent.keyDown(button, { key: 'Enter', repeat: true })).toBe(false);
  expect(fireEvent.keyDown(button, { key: 'Enter' })).toBe(true);
});
