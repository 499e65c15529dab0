import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openResponsesPage, page, response } from '../../../testing/open-responses-page.tsx';

afterEach(cleanup);

const people = () =>
  page([
    response(1, { fname: 'Zoe' }),
    response(2, { fname: 'Ann' }),
    response(3, { fname: 'Max' }),
  ]);

const firstNames = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((it) => it.querySelectorAll('td')[1]?.textContent);

const heading = (name: string) => screen.getByRole('columnheader', { name });

test('the heading of a column sorts by it: upwards, downwards, and as they arrived', async () => {
  const { person } = openResponsesPage({ pages: people });
  await screen.findByText('3 responses');
  const asArrived = firstNames();
  expect(heading('Received').getAttribute('aria-sort')).toBe('descending');
  const button = screen.getByRole('button', { name: 'First name' });
  await person.click(button);
  expect(firstNames()).toEqual(['Ann', 'Max', 'Zoe']);
  expect(heading('First name').getAttribute('aria-sort')).toBe('ascending');
  expect(heading('Received').getAttribute('aria-sort')).toBeNull();
  await waitFor(() => expect(window.location.search).toBe('?sort=fname'));
  await person.click(button);
  expect(firstNames()).toEqual(['Zoe', 'Max', 'Ann']);
  await person.click(button);
  expect(firstNames()).toEqual(asArrived);
  await waitFor(() => expect(window.location.search).toBe(''));
});

test('an address with an order shows the responses in it', async () => {
  openResponsesPage({ pages: people }, '?sort=-fname');
  await screen.findByText('3 responses');
  expect(firstNames()).toEqual(['Zoe', 'Max', 'Ann']);
});
